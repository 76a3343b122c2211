import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

const missed = { deadlineId: '1.1.1-d1', instance: '2022-06-30' };
const act = { kind: 'DGC', number: '61', date: '2022-06-20' };
const suspension = { reason: 'Archivio inagibile', from: '2022-06-20', until: '2022-07-31', act };

describe('a deadline on whose day the Giunta had work rest, recorded once it was missed', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-07-05T08:00:00.000Z' }));
  });
  afterAll(() => api.close());

  it('given its miss and why, when the act is recorded, then the miss is lifted, late for all to see, and falls due once work goes on', async () => {
    const [finanziaria, segretario] = await Promise.all([api.as('finanziaria'), api.as('segretario-generale')]);
    const revisore = await api.as('revisore');
    const justification = { reason: 'third-party', note: 'Archivio inagibile' };
    const path = `${FINANZIARIA}/justification`;
    accepted(await finanziaria.command(path, { missed, justification, evidence: [] }));

    const dry = await segretario.command(`${FINANZIARIA}/suspension?dryRun=true`, suspension);
    expect(dry.body).toMatchObject({
      events: [{ type: 'objective.suspended.v1' }, { type: 'objective.miss-lifted.v1', data: missed }],
    });
    const { position } = accepted(await segretario.command(`${FINANZIARIA}/suspension`, suspension));
    const at = `minPosition=${String(position)}`;
    const dueOf = async (seen: string) => {
      const { body } = await finanziaria.get(`/api/v1/objectives/2022-1.1.1?${seen}`);
      return (body as { shares: { due: object[] }[] }).shares[0]?.due;
    };
    const lifted = { on: '2022-06-20', act, variationId: null, dueOn: '2022-06-30' };
    expect(await dueOf(at)).toMatchObject([{ ...missed, status: 'open', frozen: true, justification: null, lifted }]);
    const days = await revisore.get(`/api/v1/deadlines?from=2022-06-30&to=2022-06-30&${at}`);
    expect(days.body).toMatchObject({ deadlines: [{ status: 'open', lifted }] });
    const waiting = await segretario.get(`/api/v1/approvals?subject=justification&${at}`);
    expect(waiting.body).toMatchObject({ approvals: [] });
    const trail = await revisore.get(`/api/v1/audit-trail?late=true&type=objective.miss-lifted.v1&${at}`);
    const moved = {
      dueOn: '2022-06-30',
      movedTo: { instance: '2022-06-30', dueOn: '2022-06-30' },
      restsUntil: '2022-07-31',
    };
    expect(trail.body).toMatchObject({ events: [{ occurredOn: '2022-06-20', late: true, data: moved }] });
    expect(refused(await finanziaria.command(path, { missed, justification, evidence: [] }))).toBe(
      '409 objective/deadline-not-missed',
    );

    // work goes on after twelve days
    const resumption = { reason: 'Archivio riaperto', act: null };
    const again = accepted(await segretario.command(`${FINANZIARIA}/resumption?occurredOn=2022-07-02`, resumption));
    const seen = `minPosition=${String(again['position'])}`;
    expect(await dueOf(seen)).toMatchObject([
      { ...missed, dueOn: '2022-07-12', status: 'open', frozen: false, lifted },
    ]);
    const table = await revisore.get(`/api/v1/plans/2022/table?${seen}`);
    expect(JSON.stringify(table.body)).toContain(
      '30/06/2022 segnata come mancata, poi non più: sospesa in tempo con DGC 61',
    );
  });
});
