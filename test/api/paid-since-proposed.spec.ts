import { romeDayOf } from '#domain';
import type { TestApi } from '../support/api.js';
import { otherOffices, startWithOtherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { accepted, POLIZIA, refused, RUN_DOCUMENTS } from '../support/story.js';

const RUN = '/api/v1/premium-runs/aree-2022';
const OUTCOMES = '/api/v1/approvals/premium~aree-2022~premium-run/outcomes';

describe('a tenure of a paid office that is recorded once a run is proposed', () => {
  let api: TestApi;
  let position = '0';
  beforeAll(async () => {
    api = await startWithOtherOffices(otherOffices);
    const area = { office: 'polizia-locale', from: '2022-01-01' };
    accepted(await send('segretario-generale', `${POLIZIA}/assignment`, area));
    accepted(await send('polizia-locale', `${POLIZIA}/acknowledgement`));
    accepted(
      await send('polizia-locale', `${POLIZIA}/rendicontazione`, { measurements: [], selfDegree: '90', note: '' }),
    );
    accepted(await send('nucleo', `${POLIZIA}/rendicontazione/approval`, { step: 'controllo' }));
    accepted(await send('nucleo', `${POLIZIA}/score`, { degree: '90', reason: 'Come misurato' }));
    const run = { planId: '2022', runId: 'aree-2022', scope: { kind: 'areas' }, fund: '600.00' };
    accepted(await send('personale', '/api/v1/premium-runs', run));
    accepted(await send('personale', `${RUN}/proposal`, { documents: RUN_DOCUMENTS }));
    await api.as('finanziaria'); // makes the account
    const act = { kind: 'decreto', number: '7', date: '2022-02-28' };
    const held = { office: 'polizia-locale', roles: ['responsabile'], from: '2022-03-01', to: '2022-04-30', act };
    const own = { office: 'finanziaria', roles: ['responsabile'], from: '2022-05-01', act };
    for (const tenure of [own, held])
      await sent('segretario-generale', '/api/v1/organisation/tenures', { person: 'finanziaria', ...tenure });
  });
  afterAll(() => api.close());

  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);
  const sent = async (...command: Parameters<typeof send>) => {
    position = String(accepted(await send(...command))['position']);
  };
  const ask = async (path: string) => accepted(await (await api.as('revisore')).get(path));
  const takes = (step: string) => ({ step, outcome: 'approve', note: 'visto' });

  it('given who checks it, then it tells that they are paid, asks the substitute, and keeps them from all of it', async () => {
    const { entries } = await ask(`${RUN}?minPosition=${position}`);
    expect(JSON.stringify(entries)).toContain('"from":"2022-03-01","to":"2022-04-30"');
    const waiting = await ask(`/api/v1/approvals/premium~aree-2022~premium-run?minPosition=${position}`);
    expect(JSON.stringify(waiting)).toContain('"reroutedFrom":"finanziaria"');
    const own = await send('finanziaria', OUTCOMES, takes('controllo'));
    expect(refused(own)).toBe('403 approval/own-report');
    expect(own.body).toMatchObject({ facts: { rule: 'beneficiary', approver: 'segretario-generale' } });
    await sent('segretario-generale', OUTCOMES, takes('controllo'));
    const act = { kind: 'determina', number: '9', date: romeDayOf(new Date().toISOString()) };
    await sent('vicesegretario', OUTCOMES, { ...takes('liquidazione'), act });
    expect(refused(await send('finanziaria', `${RUN}/liquidation`))).toBe('403 premium/signer-is-paid');
    await sent('vicesegretario', `${RUN}/liquidation`);
  });

  it('then the proof tells who was on the other side, and that nobody of them was asked', async () => {
    const { checks, violations } = await ask(`/api/v1/separation-checks?subject=premium-run&minPosition=${position}`);
    expect(violations).toBe(0);
    const steps = checks as readonly { readonly step: string; readonly credited: readonly string[] }[];
    expect(steps.map(({ step, credited }) => [step, credited])).toEqual([
      ['liquidate', ['polizia-locale']],
      ['liquidazione', ['polizia-locale']],
      ['controllo', ['polizia-locale']],
      ['proposta', ['polizia-locale']],
      ['propose', ['polizia-locale']],
      ['compute', []],
    ]);
  });
});
