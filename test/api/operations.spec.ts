import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, givenDrafted, givenInForce, refused } from '../support/story.js';

describe('running the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
  });
  afterAll(() => api.close());

  const file = () => join(api.data, 'operator.token');
  const tokenInFile = () => readFileSync(file(), 'utf8').trim();

  it('given a start, then the operator’s token is readable by its owner alone and opens the administration', async () => {
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(accepted(await api.operator.get('/api/v1/me'))).toMatchObject({
      user: { user: 'operatore', roles: ['amministratore'] },
    });
  });

  it('given a restart, then the token is kept, and its file is closed again', async () => {
    const before = tokenInFile();
    chmodSync(file(), 0o644);
    await api.restart();
    expect(tokenInFile()).toBe(before);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('given a token that was revoked, then a restart makes another', async () => {
    const before = tokenInFile();
    await api.operator.remove('/api/v1/sessions/current');
    await api.restart();
    expect(tokenInFile()).not.toBe(before);
    expect((await api.operator.get('/api/v1/me')).status).toBe(200);
  });

  it('given an account, then its password is never told', async () => {
    const { operator } = api;
    const account = { user: 'carla', password: 'una frase lunga', office: 'finanziaria', roles: ['responsabile'] };
    const made = accepted(await operator.post('/api/v1/accounts', account));
    expect(made).toEqual({
      id: expect.any(String),
      user: 'carla',
      name: null,
      email: null,
      office: 'finanziaria',
      roles: ['responsabile'],
      createdAt: expect.any(String),
      disabledAt: null,
      lastSignInAt: null,
      lockedUntil: null,
      alike: [],
      ofTheSystem: false,
      hasPassword: true,
    });
    const list = accepted(await operator.get('/api/v1/accounts'));
    expect(list['accounts']).toContainEqual(made);
    expect(JSON.stringify(list)).not.toMatch(/argon2|una frase lunga/);
  });

  it('given a simulated clock, then it goes forward for everybody at once, and never back', async () => {
    const { operator } = api;
    const advance = (now: string) => operator.command('/api/v1/clock', { now });
    const { position } = accepted(await advance('2022-05-12T07:00:00Z'));
    const clock = accepted(await operator.get(`/api/v1/clock?minPosition=${String(position)}`));
    expect(clock).toMatchObject({ mode: 'simulated', now: '2022-05-12T07:00:00.000Z', nextAlarmAt: null });
    expect(refused(await advance('2022-05-11T07:00:00Z'))).toBe('409 clock/goes-backwards');
    await api.restart();
    expect(accepted(await operator.get('/api/v1/clock'))).toMatchObject({ now: '2022-05-12T07:00:00.000Z' });
  });

  it('given the day of the simulated clock, then acts of tomorrow are refused', async () => {
    const { operator } = api;
    accepted(await operator.command('/api/v1/clock', { now: '2022-05-16T07:00:00Z' }));
    await givenDrafted(api);
    const giunta = await api.as('giunta');
    const act = { kind: 'DGC', number: '96', date: '2022-05-17' };
    expect(refused(await giunta.command('/api/v1/plans/2022/approval', { act }))).toBe('422 plan/approved-before-act');
  });

  it('given the system’s clock, then nobody can move it', async () => {
    await api.restart({ clock: 'system' });
    const { operator } = api;
    expect(refused(await operator.command('/api/v1/clock', { now: '2030-01-01T00:00:00Z' }))).toBe(
      '409 clock/not-simulated',
    );
    expect(accepted(await operator.get('/api/v1/clock'))).toMatchObject({ mode: 'system' });
  });

  it('given a running API, then it is alive and ready', async () => {
    expect(await api.anyone.get('/health/live')).toMatchObject({ status: 200, body: { status: 'alive' } });
    const parts = { log: 'up', database: 'up', readModel: 'up' };
    expect(await api.anyone.get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready', parts } });
  });
});

describe('running the API while the read model is missing', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({}, { projecting: false });
  });
  afterAll(() => api.close());

  it('then it says so, answers questions with 503, and commands still stand', async () => {
    const parts = { log: 'up', database: 'up', readModel: 'down' };
    expect(await api.anyone.get('/health/ready')).toMatchObject({ status: 503, body: { status: 'not-ready', parts } });
    expect(refused(await api.operator.get('/api/v1/plans'))).toBe('503 query/rebuilding');
    await givenInForce(api);
    expect((await api.engine.load('plan', '2022'))?.state.status).toBe('in-force');
  });
});
