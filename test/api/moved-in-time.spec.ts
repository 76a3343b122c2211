import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

const move = { kind: 'move-deadline', objectiveId: '2022-1.1.1', deadlineId: '1.1.1-d1', to: '2022-09-30' };
const asked = { planId: '2022', reason: 'La gara è andata deserta', changes: [move] };
const missed = { deadlineId: '1.1.1-d1', instance: '2022-06-30' };

describe('a deadline that the Giunta moved in time, recorded once it was missed', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-07-05T08:00:00.000Z' }));
  });
  afterAll(() => api.close());

  it('given its miss and why, when each step is recorded with its own day, then the miss is lifted, late for all to see', async () => {
    const [finanziaria, segretario] = await Promise.all([api.as('finanziaria'), api.as('segretario-generale')]);
    const [nucleo, giunta, revisore] = await Promise.all([api.as('nucleo'), api.as('giunta'), api.as('revisore')]);
    const justification = { reason: 'third-party', note: 'La gara è andata deserta' };
    accepted(await finanziaria.command(`${FINANZIARIA}/justification`, { missed, justification, evidence: [] }));
    expect(refused(await finanziaria.command('/api/v1/variations', asked))).toBe('409 variation/deadline-missed');

    accepted(await finanziaria.command('/api/v1/variations?occurredOn=2022-06-10', asked));
    const path = '/api/v1/variations/2022-1/steps';
    const said = (step: string, act: object | null = null) => ({ step, outcome: 'approve', act });
    accepted(await segretario.command(`${path}?occurredOn=2022-06-13`, said('parere-segretario')));
    accepted(await nucleo.command(`${path}?occurredOn=2022-06-14`, said('parere-nucleo')));
    const act = (date: string) => said('deliberazione', { kind: 'DGC', number: '61', date });
    expect(refused(await giunta.command(path, act('2022-07-01')))).toBe('409 variation/deadline-missed');
    expect(refused(await giunta.command(`${path}?occurredOn=2022-06-30`, act('2022-07-01')))).toMatch(/^4/);
    const { position } = accepted(await giunta.command(path, act('2022-06-30')));

    const at = `minPosition=${String(position)}`;
    expect((await finanziaria.get(`/api/v1/variations/2022-1?${at}`)).body).toMatchObject({ status: 'applied' });
    const { body } = await finanziaria.get(`/api/v1/objectives/2022-1.1.1?${at}`);
    const [own] = (body as { shares: { due: { dueOn: string; status: string; justification: unknown }[] }[] }).shares;
    expect(own?.due.map(({ dueOn, status, justification: why }) => [dueOn, status, why])).toEqual([
      ['2022-06-30', 'moved', null],
      ['2022-09-30', 'open', null],
    ]);
    const days = await revisore.get(`/api/v1/deadlines?from=2022-06-30&to=2022-06-30&${at}`);
    const lifted = { on: '2022-06-30', act: { number: '61' }, variationId: '2022-1' };
    expect(days.body).toMatchObject({ deadlines: [{ status: 'moved', lifted }] });
    const waiting = await segretario.get(`/api/v1/approvals?subject=justification&${at}`);
    expect(waiting.body).toMatchObject({ approvals: [] });
    const trail = await revisore.get(`/api/v1/audit-trail?late=true&type=objective.miss-lifted.v1&${at}`);
    expect(trail.body).toMatchObject({
      events: [
        {
          occurredOn: '2022-06-30',
          late: true,
          data: { ...missed, dueOn: '2022-06-30', movedTo: { instance: '2022-09-30', dueOn: '2022-09-30' } },
        },
      ],
    });
    const both = await revisore.get(`/api/v1/audit-trail?type=objective.deadline-missed.v1&${at}`);
    expect(both.body).toMatchObject({ events: [{ occurredOn: '2022-07-01', data: missed }] });
  });
});
