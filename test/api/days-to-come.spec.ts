import type { Deadline, PlanDocument } from '#domain';
import { startTestApi, type TestApi } from '../support/api.js';
import { smallPlan } from '../support/small-plan.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

const shareIds = ['1.1.1-finanziaria'];
const deadlines: readonly Deadline[] = [
  { id: 'd1', shareIds, text: 'rapporto al 30/09', kind: 'as-of', asOf: '2022-09-30', graceDays: 15 },
  { id: 'd2', shareIds, text: 'entro 30 giorni dal verbale', kind: 'relative', to: 'verbale', within: '30 giorni' },
  { id: 'd3', shareIds: ['1.1.1-polizia-locale'], text: 'entro l’anno', kind: 'horizon', on: '2022-12-31' },
];
const document: PlanDocument = {
  ...smallPlan,
  objectives: smallPlan.objectives.map((one) => (one.id === '1.1.1' ? { ...one, deadlines } : one)),
};
const minutes = { value: '10', note: 'Verbale n. 3', begins: { deadlineId: 'd2' }, occurredOn: '2022-05-16' };

describe('deadlines whose day comes of something else', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api, undefined, document);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
  });
  afterAll(() => api.close());

  it('given a report as of a day and a term from a fact, then the one is due after its grace, the other once the fact is reported', async () => {
    const head = await api.as('finanziaria');
    const dueAt = async (position: unknown) => {
      const { body } = await head.get(`/api/v1/objectives/2022-1.1.1?minPosition=${String(position)}`);
      const { due } = (body as { shares: { due: { deadlineId: string; dueOn: string; status: string }[] }[] })
        .shares[0]!;
      return due.map(({ deadlineId, dueOn, status }) => `${deadlineId} ${dueOn} ${status}`).toSorted();
    };
    const plain = accepted(await head.command(`${FINANZIARIA}/progress`, { value: '5', note: 'Avviato' }));
    expect(await dueAt(plain['position'])).toEqual(['d1 2022-10-15 open']);

    const dry = await head.command(`${FINANZIARIA}/progress?dryRun=true`, minutes);
    expect(dry.body).toMatchObject({ events: [{ data: { begins: { deadlineId: 'd2', dueOn: '2022-06-15' } } }] });
    const { position } = accepted(await head.command(`${FINANZIARIA}/progress`, minutes));
    expect(await dueAt(position)).toEqual(['d1 2022-10-15 open', 'd2 2022-06-15 open']);

    const again = await head.command(`${FINANZIARIA}/progress`, { ...minutes, value: '20' });
    expect(refused(again)).toBe('409 objective/term-already-begun');
    const other = await head.command(`${FINANZIARIA}/progress`, { ...minutes, begins: { deadlineId: 'd1' } });
    expect(refused(other)).toBe('422 objective/term-unknown');
    expect(refused(await head.command(`${FINANZIARIA}/progress`, { ...minutes, begins: { deadlineId: 'x' } }))).toBe(
      '422 objective/unknown-deadline',
    );

    const fulfils = { deadlineId: 'd2', instance: '2022-06-15' };
    const answer = accepted(await head.command(`${FINANZIARIA}/progress`, { value: '30', note: 'Fatto', fulfils }));
    expect(await dueAt(answer['position'])).toEqual(['d1 2022-10-15 open', 'd2 2022-06-15 met']);
  });
});
