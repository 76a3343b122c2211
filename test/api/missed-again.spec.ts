import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

const missed = { deadlineId: '1.1.1-d1', instance: '2022-06-30' };
const act = { kind: 'DGC', number: '61', date: '2022-06-20' };
const registered = { organ: 'Giunta comunale', title: 'Sospensione' };
const given = { missed, reason: 'La data era sbagliata' };
const PATH = `${FINANZIARIA}/missed-deadline`;

describe('a miss that an act lifted whose date is corrected in the register', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-07-05T08:00:00.000Z' }));
  });
  afterAll(() => api.close());

  it('given a date after the last day, then it is told, can be given back by who may, and is told no more', async () => {
    const [finanziaria, segretario] = await Promise.all([api.as('finanziaria'), api.as('segretario-generale')]);
    const [revisore, giunta] = await Promise.all([api.as('revisore'), api.as('giunta')]);
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-07-05T09:00:00.000Z' }));
    const justification = { reason: 'third-party', note: 'Archivio inagibile' };
    accepted(await finanziaria.command(`${FINANZIARIA}/justification`, { missed, justification, evidence: [] }));
    accepted(await segretario.command('/api/v1/acts', { act, ...registered }));
    const rest = { reason: 'Archivio inagibile', from: '2022-06-20', until: '2022-07-31', act };
    let { position } = accepted(await segretario.command(`${FINANZIARIA}/suspension`, rest));
    const page = async () => accepted(await revisore.get(`/api/v1/acts/2022-dgc-61?minPosition=${String(position)}`));
    const isLifted = { kind: 'objective', type: 'objective.miss-lifted.v1', data: missed };

    expect(refused(await segretario.command(PATH, given))).toBe('409 objective/act-in-time');
    expect(await page()).toMatchObject({ contradictions: [] });
    const correct = (date: string) =>
      segretario.command('/api/v1/acts/2022-dgc-61/correction', { date, ...registered, reason: 'data sbagliata' });
    // the last day is in time
    accepted(await correct('2022-06-30'));
    expect(refused(await segretario.command(PATH, given))).toBe('409 objective/act-in-time');
    ({ position } = accepted(await correct('2022-07-01')));
    expect((await page())['contradictions']).toContainEqual(
      expect.objectContaining({ ...isLifted, data: expect.objectContaining(missed) }),
    );

    expect(refused(await finanziaria.command(PATH, given))).toBe('403 permission/denied');
    const dry = await giunta.command(`${PATH}?dryRun=true`, given);
    expect(dry.body).toMatchObject({ events: [{ type: 'objective.miss-restored.v1', data: missed }] });
    ({ position } = accepted(await giunta.command(PATH, given)));
    expect((await page())['contradictions']).not.toContainEqual(expect.objectContaining({ type: isLifted.type }));
    expect(refused(await giunta.command(PATH, given))).toBe('409 objective/miss-not-lifted');
    const { body } = await finanziaria.get(`/api/v1/objectives/2022-1.1.1?minPosition=${String(position)}`);
    expect((body as { shares: { due: object[] }[] }).shares[0]?.due).toMatchObject([
      { ...missed, dueOn: '2022-06-30', status: 'missed', frozen: false, lifted: null },
    ]);
    const proof = await revisore.get(`/api/v1/separation-checks?minPosition=${String(position)}`);
    expect(JSON.stringify(proof.body)).toContain('restore-miss');
  });
});
