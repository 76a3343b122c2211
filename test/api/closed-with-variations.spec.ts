import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenInForce, POLIZIA, refused, SEGRETARIO } from '../support/story.js';

const removal = {
  cause: 'third-party',
  note: 'Il servizio è passato all’unione',
  act: { kind: 'DGC', number: '40', date: '2022-05-20' },
  opinion: {
    favourable: true,
    note: 'La causa è esterna',
    on: '2022-05-20',
    document: { kind: 'verbale', number: '4', date: '2022-05-20' },
  },
  weight: 'neutralise',
};
const added = {
  mission: 1,
  strategicObjective: 1,
  number: '9',
  title: 'Sportello unico',
  shares: [{ areaId: 'finanziaria', weight: '1' }],
  indicators: [{ text: 'Sportello aperto, n. 1' }],
  dueOn: '2022-10-31',
};
const asked = { planId: '2022', reason: 'Fondi nuovi', changes: [{ kind: 'add-objective', objective: added }] };
const CLOSURE = '/api/v1/plans/2022/closure';
const by = (date: string) => ({ act: { kind: 'DGC', number: '99', date } });

describe('a plan whose objectives are all closed, with a variation that nobody has decided', () => {
  let api: TestApi;
  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);
  const clock = async (now: string) => accepted(await api.operator.command('/api/v1/clock', { now }));

  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    await clock('2022-05-20T08:00:00.000Z');
    await givenInForce(api);
    accepted(await send('finanziaria', '/api/v1/variations', asked));
    for (const share of [FINANZIARIA, POLIZIA, SEGRETARIO]) accepted(await send('giunta', `${share}/removal`, removal));
    for (const id of ['2022-1.1.1', '2022-1.1.2'])
      accepted(await send('segretario-generale', `/api/v1/objectives/${id}/closure`));
  });
  afterAll(() => api.close());

  it('given that it is closed, or asked dry, then it is refused with which variations and what to do', async () => {
    for (const path of [CLOSURE, `${CLOSURE}?dryRun=true`]) {
      const answer = await send('giunta', path, by('2022-05-20'));
      expect(refused(answer)).toBe('409 plan/variations-open');
      expect(answer.body).toMatchObject({
        facts: { plan: '2022', count: 1, variations: '2022-1' },
        detail: expect.stringContaining('1 variazione non decisa (2022-1)') as string,
      });
    }
  });

  it('given that it was withdrawn, then the plan is closed, on no day before that', async () => {
    await clock('2022-05-23T08:00:00.000Z');
    accepted(await send('finanziaria', '/api/v1/variations/2022-1/withdrawal', { reason: 'Fondi revocati' }));
    const early = await send('giunta', `${CLOSURE}?occurredOn=2022-05-22`, by('2022-05-22'));
    expect(refused(early)).toBe('422 value/before-its-fact');
    expect(early.body).toMatchObject({ facts: { needs: 'variations-decided', min: '2022-05-23' } });
    accepted(await send('giunta', CLOSURE, by('2022-05-23')));
  });
});
