import { romeDayOf } from '#domain';
import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

describe('asking over HTTP', () => {
  let api: TestApi;
  let position: string;

  beforeAll(async () => {
    api = await startTestApi();
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    const progress = { value: '25', note: 'Avvio', occurredOn: '2022-02-01' };
    const answer = accepted(await (await api.as('finanziaria')).command(`${FINANZIARIA}/progress`, progress));
    position = String(answer['position']);
  });
  afterAll(() => api.close());

  const ask = async (path: string) => {
    const separator = path.includes('?') ? '&' : '?';
    return accepted(await (await api.as('revisore')).get(`${path}${separator}minPosition=${position}`));
  };

  it('given a command’s position, then a query that names it has seen the command', async () => {
    const objective = await ask('/api/v1/objectives/2022-1.1.1');
    expect(objective['shares']).toMatchObject([{ progress: '25', status: 'in-progress' }, { progress: null }]);
    expect((objective['history'] as object[]).length).toBeGreaterThan(3);
  });

  it('given a position that the log has not reached, then the query gives up and says when to try again', async () => {
    const { token } = await api.as('revisore');
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${api.url}/api/v1/plans?minPosition=99999999`, { headers });
    expect(await answer.json()).toMatchObject({ status: 503, code: 'query/not-caught-up' });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it('given a position that is no number, then it is 400', async () => {
    const answer = await (await api.as('revisore')).get('/api/v1/plans?minPosition=presto');
    expect(refused(answer)).toBe('400 request/invalid');
  });

  it('given an objective, then its ETag is the revision that If-Match takes', async () => {
    const office = await api.as('finanziaria');
    const read = await office.get(`/api/v1/objectives/2022-1.1.1?minPosition=${position}`);
    const etag = read.headers.get('etag') ?? '';
    const progress = { value: '30', note: 'Avanti', occurredOn: '2022-02-02' };
    expect((await office.command(`${FINANZIARIA}/progress`, progress, { 'if-match': etag })).status).toBe(201);
  });

  it('given the plan, then its tree, its table and the dashboard agree', async () => {
    expect(await ask('/api/v1/plans')).toMatchObject({ plans: [{ planId: '2022', status: 'in-force' }] });
    const tree = await ask('/api/v1/plans/2022');
    expect(tree['areas']).toMatchObject([
      { weight: '40' },
      { weight: '20' },
      { areaId: 'segretario-generale', weight: '20' },
    ]);
    expect(await ask('/api/v1/dashboard')).toMatchObject({ plan: { planId: '2022' }, objectives: 2, shares: 3 });
    const table = await ask('/api/v1/plans/2022/table');
    expect(JSON.stringify(table)).toContain('Pagamenti in linea');
  });

  it('given a day before anything was reported, then the table shows what had happened by then', async () => {
    const table = JSON.stringify(await ask('/api/v1/plans/2022/table?on=2022-01-31'));
    expect(table).toContain('"realisedOn":"2022-01-31"');
    expect(table).not.toContain('25%');
  });

  it('given a day when there was no plan yet, then it says so and asks for a later one', async () => {
    const answer = await (await api.as('revisore')).get('/api/v1/plans/2022/table?on=1999-12-31');
    expect(answer).toMatchObject({ status: 404, body: { code: 'plan/not-yet', facts: { day: '1999-12-31' } } });
  });

  it('given filters and a cursor, then objectives come page by page', async () => {
    const first = await ask('/api/v1/objectives?planId=2022&limit=1');
    expect(first['objectives']).toMatchObject([{ objectiveId: '2022-1.1.1' }]);
    const second = await ask(`/api/v1/objectives?planId=2022&limit=1&cursor=${String(first['nextCursor'])}`);
    expect(second['objectives']).toMatchObject([{ objectiveId: '2022-1.1.2' }]);
    const own = await ask('/api/v1/objectives?area=segretario-generale');
    expect(own['objectives']).toMatchObject([{ objectiveId: '2022-1.1.2' }]);
  });

  it('given what falls due, then it comes by day, narrowed by area, office, days and status', async () => {
    const all = (await ask('/api/v1/deadlines'))['deadlines'] as { dueOn: string; areaId: string; status: string }[];
    expect(all.length).toBeGreaterThan(0);
    expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).toSorted());
    expect(new Set(all.map(({ status }) => status))).not.toContain('void');
    const day = String(all[0]?.dueOn);
    const own = await ask(`/api/v1/deadlines?planId=2022&area=finanziaria&office=finanziaria&from=${day}&to=${day}`);
    expect(own).toMatchObject({ deadlines: [{ areaId: 'finanziaria', dueOn: day }], more: false });
    const inverted = await (await api.as('finanziaria')).get('/api/v1/deadlines?from=2022-07-02&to=2022-07-01');
    expect(inverted).toMatchObject({ status: 422, body: { code: 'value/out-of-range', facts: { min: '2022-07-02' } } });
    expect(await ask('/api/v1/deadlines?area=polizia-locale')).toEqual({ deadlines: [], more: false });
    expect(((await ask('/api/v1/deadlines?status=void&limit=1'))['deadlines'] as object[]).length).toBe(1);
    const { calendar } = await ask('/api/v1/dashboard');
    expect((calendar as object[]).length).toBeGreaterThan(0);
  });

  it('given days the wrong way round, then the audit trail says so rather than nothing', async () => {
    const auditor = await api.as('revisore');
    for (const days of ['from=2022-05-02&to=2022-05-01', 'occurredFrom=2022-05-02&occurredTo=2022-05-01'])
      expect(refused(await auditor.get(`/api/v1/audit-trail?${days}`))).toBe('422 value/out-of-range');
    accepted(await auditor.get('/api/v1/audit-trail?from=2022-05-01&to=2022-05-01'));
  });

  it('given an unknown filter, then it is 400 rather than ignored', async () => {
    expect(refused(await (await api.as('revisore')).get('/api/v1/objectives?areas=x'))).toBe('400 request/invalid');
  });

  it('given the audit trail, then it tells who did what, filtered and paged, and names nobody', async () => {
    const trail = await ask('/api/v1/audit-trail?type=objective.progress-reported.v1&objective=2022-1.1.1&limit=1');
    expect(trail['events']).toMatchObject([{ actor: { office: 'finanziaria' }, objectiveId: '2022-1.1.1' }]);
    const all = await ask('/api/v1/audit-trail?limit=3');
    const older = await ask(`/api/v1/audit-trail?limit=3&cursor=${String(all['nextCursor'])}`);
    const idsOf = (page: Record<string, unknown>) => (page['events'] as { id: string }[]).map(({ id }) => id);
    expect(new Set([...idsOf(all), ...idsOf(older)]).size).toBe(6);
  });

  it('given a day, then the audit trail takes all of it', async () => {
    const { events } = (await ask('/api/v1/audit-trail?office=finanziaria&limit=1')) as {
      events: [{ recordedAt: string }];
    };
    const day = romeDayOf(events[0].recordedAt);
    const trail = await ask(`/api/v1/audit-trail?from=${day}&to=${day}&office=finanziaria`);
    expect(trail['events']).toContainEqual(events[0]);
    expect((await ask('/api/v1/audit-trail?to=2021-12-31'))['events']).toEqual([]);
  });

  it('given an inbox, then each office sees what waits for it', async () => {
    const office = accepted(await (await api.as('segretario-generale')).get(`/api/v1/inbox?minPosition=${position}`));
    const actions = (office['items'] as { action: string; shareId: string }[]).map(
      ({ action, shareId }) => `${action} ${shareId}`,
    );
    expect(actions).toContain('assign 1.1.1-polizia-locale');
    const other = accepted(await (await api.as('nucleo')).get(`/api/v1/inbox?minPosition=${position}`));
    expect(other).toMatchObject({ office: 'nucleo', items: [] });
  });

  it('given a person by the user name, when asked for what they did, then it is what it is by the id of their account', async () => {
    const auditor = await api.as('revisore');
    const { accounts } = accepted(await api.operator.get('/api/v1/accounts')) as {
      accounts: { id: string; user: string }[];
    };
    const segretario = accounts.find(({ user }) => user === 'segretario-generale');
    const done = async (actor: string) => accepted(await auditor.get(`/api/v1/audit-trail?actor=${actor}`))['events'];
    expect(await done('segretario-generale')).not.toEqual([]);
    expect(await done('segretario-generale')).toEqual(await done(segretario?.id ?? ''));
  });

  it.each(['audit-trail?actor=%00', 'audit-trail?type=%00', 'plans/2022/table?asOf=9999-12-31T23:59:59Z'])(
    'given what cannot be, when %s is asked for, then it is 400',
    async (path) => {
      expect(refused(await (await api.as('revisore')).get(`/api/v1/${path}`))).toBe('400 request/invalid');
    },
  );

  it.each(['plans/1999', 'plans/1999/table', 'objectives/1999-1.1.1', 'premium-runs/nessuna', 'dashboard?planId=1999'])(
    'given what does not exist, when %s is asked for, then it is 404',
    async (path) => {
      expect((await (await api.as('revisore')).get(`/api/v1/${path}`)).status).toBe(404);
    },
  );
});
