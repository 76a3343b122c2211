import { may, permissions, type Action, type Role } from '#auth';
import { routes, type Route } from '#contract';
import { startTestApi, type TestApi } from '../support/api.js';
import { refused } from '../support/story.js';
import { clientOf, type Client, type HttpAnswer } from '../support/client.js';

const roles = Object.keys(permissions) as Role[];
const table = Object.entries<Route>(routes);
const guarded = table.filter(([, { action }]) => action !== 'public');

/** Goes on for ever once it is let through; whose session it needs is in changes.spec. */
const endless = 'changes';

/** Something of the right form that does not exist: who is let through hears so, and changes nothing. */
const samples: Readonly<Record<string, string>> = {
  planId: '1999',
  objectiveId: '1999-1.1.1',
  shareId: '1.1.1-nessuno',
  progressId: 'nessuno',
  runId: 'nessuno',
  variationId: '1999-1',
  evaluationId: '1999-nessuno',
  accountId: '00000000-0000-4000-8000-000000000000',
  sessionId: '00000000-0000-4000-8000-000000000000',
  actId: '1999-dgc-1',
  sha256: '0'.repeat(64),
  tenureId: 'nessuno',
  delegationId: 'nessuno',
  workflowId: 'nessuno',
  version: '1',
  approvalId: 'plan~1999~plan',
};

function knock(client: Client, { method, path }: Route): Promise<HttpAnswer> {
  const address = path.replace(/:(\w+)/g, (_, name: string) => samples[name] ?? '');
  if (method === 'GET') return client.get(address);
  return method === 'POST' ? client.post(address, {}) : client.remove(address);
}

describe('who is let through', () => {
  let api: TestApi;
  const clients = new Map<Role, Client>();

  const signedIn = async (user: string) => {
    const answer = await api.anyone.post('/api/v1/sessions', { user, password: 'una frase lunga' });
    return clientOf(() => api.url, (answer.body as { token: string }).token);
  };

  beforeAll(async () => {
    api = await startTestApi();
    for (const role of roles) {
      // an office that the body's definition does not name: to that it may open more
      const account = { user: `solo-${role}`, password: 'una frase lunga', office: `solo-${role}`, roles: [role] };
      await api.operator.post('/api/v1/accounts', account);
      clients.set(role, await signedIn(account.user));
    }
  });
  afterAll(() => api.close());

  it.each(guarded)('given nobody signed in, when %s is called, then it is 401', async (_, route) => {
    const answer = await knock(api.anyone, route);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'session/missing' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each(guarded)('given a token of no session, when %s is called, then it is 401', async (_, route) => {
    const answer = await knock(
      clientOf(() => api.url, 'x'.repeat(43)),
      route,
    );
    expect(answer).toMatchObject({ status: 401, body: { code: 'session/expired' } });
  });

  const pairs = guarded
    .filter(([name]) => name !== 'signOut' && name !== 'signOutEverywhere' && name !== endless)
    .flatMap(([name, route]) => roles.map((role) => [role, name, route] as const));

  it.each(pairs)('given %s, when %s is called, then the table of permissions decides', async (role, _, route) => {
    const client = clients.get(role);
    if (client === undefined) throw new Error(`Nobody is ${role}.`);
    const allowed = route.action === 'signed-in' || may({ roles: [role] }, route.action as Action);
    const answer = await knock(client, route);
    const outcome = [401, 403].includes(answer.status) ? refused(answer) : 'let through';
    expect(outcome).toBe(allowed ? 'let through' : '403 permission/denied');
  });

  it('given a session, when its user signs out, then it opens nothing any more', async () => {
    const client = await signedIn('solo-revisore');
    expect((await client.remove('/api/v1/sessions/current')).status).toBe(204);
    expect((await client.get('/api/v1/me')).status).toBe(401);
  });

  it('given guesses, when there are too many, then the next must wait', async () => {
    const guess = () => api.anyone.post('/api/v1/sessions', { user: 'bersaglio', password: 'sbagliata' });
    for (let n = 0; n < 3; n++)
      expect(await guess()).toMatchObject({ status: 401, body: { code: 'session/wrong-credentials' } });
    const answer = await guess();
    expect(answer).toMatchObject({ status: 429, body: { code: 'session/too-many-attempts' } });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it('given an account, when another of the same name is created, then it is refused', async () => {
    const account = { user: 'solo-nucleo', password: 'una frase lunga', office: 'altro', roles: ['nucleo'] };
    expect(await api.operator.post('/api/v1/accounts', account)).toMatchObject({
      status: 409,
      body: { code: 'account/exists' },
    });
  });
});
