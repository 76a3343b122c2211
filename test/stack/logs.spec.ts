import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { openDatabase, type AuthTables } from '#postgres';
import { operatorToken } from '../../apps/cli/src/simulation/accounts.js';
import { startStack, type Stack } from '../../apps/cli/src/supervisor/start-stack.js';
import { clientOf } from '../support/client.js';

/** Whoever finds one of these in a log has found a person. */
const TRACES = ['rossignoli', 'mariangela', 'sesamo-apriti', 'caffettiera', '10.66.77.88', 'argon2id'];

describe('what the parts log', () => {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-logs-'));
  let stack: Stack;
  const tokens: string[] = [];
  const logs = () =>
    readdirSync(join(stack.folder, 'logs')).map((name) => [
      name,
      readFileSync(join(stack.folder, 'logs', name), 'utf8'),
    ]);

  beforeAll(async () => {
    stack = await startStack({ data, body: 'prova', clock: 'system', env: { REDIS_URL: '', LOG_LEVEL: 'trace' } });
    await live();
    await breakThings();
  });

  afterAll(async () => {
    await stack.stop();
    rmSync(data, { recursive: true, force: true });
  });

  /** Sign-ins that succeed and fail, people with names and addresses, requests that are wrong in every way. */
  async function live(): Promise<void> {
    const operator = clientOf(() => stack.apiUrl, operatorToken(stack.folder));
    const anyone = clientOf(() => stack.apiUrl);
    const person = { name: 'Mariangela Rossignoli', email: 'mariangela.rossignoli@comune.example' };
    const account = { user: 'mariangela.rossignoli', ...person, office: 'finanziaria', roles: ['responsabile'] };
    const password = 'Sesamo-apriti-caffettiera-9';
    expect((await operator.command('/api/v1/accounts', { ...account, password })).status).toBe(201);
    expect((await operator.command('/api/v1/accounts', { ...account, password })).status).toBe(409);
    const headers = { 'x-forwarded-for': '10.66.77.88' };
    const signIn = { user: account.user, password };
    const session = await anyone.post('/api/v1/sessions', signIn, headers);
    tokens.push(String((session.body as { token: string }).token));
    await anyone.post('/api/v1/sessions', { ...signIn, password: 'Caffettiera' }, headers);
    await anyone.post('/api/v1/sessions', { ...signIn, user: 'rossignoli' }, headers);
    await anyone.post('/api/v1/sessions', '{"user":"rossignoli', { 'content-type': 'application/json' });
    await anyone.post('/api/v1/password-resets', { user: account.user });
    await anyone.get('/api/v1/audit-trail?actor=mariangela.rossignoli');
    await operator.get('/api/v1/plans/rossignoli?minPosition=caffettiera');
    await operator.command('/api/v1/plans', { text: 'Caffettiera di Mariangela Rossignoli', acceptProposals: true });
  }

  /** PostgreSQL and the log refuse and go away under requests that name people. */
  async function breakThings(): Promise<void> {
    const db = openDatabase<AuthTables>(stack.databaseUrl);
    const twice = {
      id: randomUUID(),
      user_name: 'mariangela.rossignoli',
      office: 'x',
      roles: [],
      created_at: new Date(),
    };
    await expect(db.insertInto('auth.account').values(twice).execute()).rejects.toMatchObject({ code: '23505' });
    await expect(
      db.selectFrom('auth.account').selectAll().where('id', '=', 'mariangela rossignoli').execute(),
    ).rejects.toMatchObject({ code: '22P02' });
    await db.destroy();
    const anyone = clientOf(() => stack.apiUrl);
    const asking = ['postgres', 'node'] as const;
    for (const part of asking) {
      stack.kill(part, 'SIGKILL');
      const body = { user: 'mariangela.rossignoli', password: 'Caffettiera' };
      await Promise.all([1, 2, 3].map(() => anyone.post('/api/v1/sessions', body).catch(() => undefined)));
      await stack.ready();
    }
  }

  it('tells something of each part', () => {
    expect(logs().map(([name]) => name)).toEqual(['api.log', 'node.log', 'postgres.log', 'worker.log']);
    for (const [, text] of logs()) expect(text).not.toBe('');
  });

  it('names no one: no name, address, password, token or text that somebody typed', () => {
    for (const [name, text = ''] of logs())
      for (const trace of [...TRACES, ...tokens])
        expect(text.toLowerCase().includes(trace.toLowerCase()) ? `${name} holds ${trace}` : 'clean').toBe('clean');
  });

  it('holds no secret of the parts either', () => {
    const password = new URL(stack.databaseUrl).password;
    for (const [, text = ''] of logs()) {
      expect(text.includes(password)).toBe(false);
      expect(text.includes(operatorToken(stack.folder))).toBe(false);
    }
  });
});
