import type { TestApi } from '../support/api.js';
import { otherOffices, startWithOtherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { accepted, POLIZIA, refused } from '../support/story.js';

const TENURES = '/api/v1/organisation/tenures';

describe('a tenure of a member of the Nucleo in an area, recorded by mistake', () => {
  let api: TestApi;
  let position = '0';
  let mistaken = '';
  beforeAll(async () => {
    api = await startWithOtherOffices(otherOffices);
    await sent('segretario-generale', `${POLIZIA}/assignment`, { office: 'polizia-locale', from: '2022-01-01' });
    await sent('polizia-locale', `${POLIZIA}/acknowledgement`);
    await sent('polizia-locale', `${POLIZIA}/rendicontazione`, { measurements: [], selfDegree: '90', note: '' });
    await api.as('nucleo'); // makes the account
    const act = { kind: 'decreto', number: '7', date: '2022-01-10' };
    const own = { person: 'nucleo', office: 'nucleo', roles: ['nucleo'], from: '2022-01-10', act };
    await sent('amministratrice', TENURES, own);
    const area = { person: 'nucleo', office: 'polizia-locale', roles: [], from: '2022-03-01' };
    mistaken = String((await sent('amministratrice', TENURES, area))['tenureId']);
  });
  afterAll(() => api.close());

  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);
  const sent = async (...command: Parameters<typeof send>) => {
    const answer = accepted(await send(...command));
    position = String(answer['position']);
    return answer;
  };
  const ask = async (path: string) => accepted(await (await api.as('revisore')).get(`${path}minPosition=${position}`));
  const certified = () => send('nucleo', `${POLIZIA}/rendicontazione/approval`, { step: 'controllo' });

  it('given it, then they certify nothing of the area; its end goes no further back than its first day', async () => {
    expect(refused(await certified())).toMatch(/^40[39] /);
    const end = await send('amministratrice', `${TENURES}/${mistaken}/end`, { to: '2022-02-28' });
    expect(refused(end)).toBe('422 value/out-of-range');
  });

  it('given that it is annulled, with the reason, then they certify, and the proof and the history tell it', async () => {
    const bare = await send('amministratrice', `${TENURES}/${mistaken}/annulment`, { reason: ' ' });
    expect(refused(bare)).toBe('400 request/invalid');
    await sent('amministratrice', `${TENURES}/${mistaken}/annulment`, { reason: 'Era per un’altra persona' });
    const { tenures } = await ask('/api/v1/organisation?');
    expect(JSON.stringify(tenures)).not.toContain(mistaken);
    position = String(accepted(await certified())['position']);
    const { checks, violations } = await ask('/api/v1/separation-checks?');
    expect(violations).toBe(0);
    expect(JSON.stringify(checks)).toContain('"step":"controllo"');
    const trail = await ask('/api/v1/audit-trail?type=organisation.tenure-annulled.v1&');
    expect(JSON.stringify(trail)).toContain('Era per un’altra persona');
  });

  it('given one by which they have acted since, then it is not annulled, and the refusal says what they did; it may end', async () => {
    const { tenures } = await ask('/api/v1/organisation?');
    const own = (tenures as readonly { readonly tenureId: string; readonly office: string }[]).find(
      ({ office }) => office === 'nucleo',
    );
    const annulled = await send('amministratrice', `${TENURES}/${own?.tenureId}/annulment`, {
      reason: 'Era per un’altra persona',
      act: { kind: 'decreto', number: '8', date: '2022-01-11' },
    });
    expect(refused(annulled)).toBe('409 organisation/tenure-acted-by');
    expect(annulled.body).toMatchObject({
      facts: { office: 'nucleo' },
      detail: expect.stringMatching(
        /^Come Nucleo la persona ha già agito.*, da ultimo: passo della rendicontazione approvato il /,
      ),
    });
  });
});
