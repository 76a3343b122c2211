import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { startStack } from '../../apps/cli/src/supervisor/start-stack.js';
import { operatorToken } from '../../apps/cli/src/simulation/accounts.js';
import { clientOf } from '../support/client.js';
import { accepted } from '../support/story.js';
import { givenAnEvent } from './an-event.js';
import { traguardo } from './traguardo.js';

const BODY = 'prova';
const PASSWORD = 'campanile-di-prova-7';

describe('a backup of a body whose tables or log are kept elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-backup-elsewhere-'));
  const at = (name: string) => join(folder, name);
  const databases: TestDatabase[] = [];
  const database = async () => {
    const made = await testDatabase();
    databases.push(made);
    return made.url;
  };
  const start = (data: string, databaseUrl: string) =>
    startStack({ data, body: BODY, clock: 'system', external: { databaseUrl }, env: { REDIS_URL: '' } });
  const run = (args: readonly string[], env: NodeJS.ProcessEnv) => traguardo([...args, '--body', BODY], env).ended;
  let databaseUrl: string;

  beforeAll(async () => {
    databaseUrl = await database();
    const stack = await start(at('data'), databaseUrl);
    await givenAnEvent(stack);
    const operator = clientOf(() => stack.apiUrl, operatorToken(stack.folder));
    const account = { user: 'nucleo', password: PASSWORD, office: 'nucleo', roles: ['nucleo'] };
    accepted(await operator.command('/api/v1/accounts', account));
    await stack.stop();
  });

  afterAll(async () => {
    for (const { drop } of databases) await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads the accounts from that database, and restores them into another, empty one', async () => {
    const backup = await run(['backup', '--to', at('backup')], {
      TRAGUARDO_DATA: at('data'),
      DATABASE_URL: databaseUrl,
    });
    expect(backup).toMatchObject({ code: 0 });
    const other = await database();
    const env = { TRAGUARDO_DATA: at('restored'), DATABASE_URL: other };

    expect(await run(['restore', '--from', at('backup')], env)).toMatchObject({ code: 0 });

    const stack = await start(at('restored'), other);
    const signIn = await clientOf(() => stack.apiUrl).post('/api/v1/sessions', { user: 'nucleo', password: PASSWORD });
    await stack.stop();
    expect(signIn.status).toBe(201);
  });

  it('is not restored into a database that holds accounts', async () => {
    const env = { TRAGUARDO_DATA: at('refused'), DATABASE_URL: databaseUrl };
    const told = await run(['restore', '--from', at('backup')], env);

    expect(told).toMatchObject({ code: 1, err: expect.stringMatching(/has a schema "auth" already/) as string });
    expect(existsSync(join(at('refused'), BODY))).toBe(false);
  });

  it('says that a log elsewhere is not in it', async () => {
    const env = {
      TRAGUARDO_DATA: at('data'),
      DATABASE_URL: databaseUrl,
      EVENTSTORE_URL: 'esdb://u:secret@log.example',
    };
    const told = await run(['backup', '--to', at('without-log')], env);

    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('NOT COVERED: the log') as string });
    expect(told.out).not.toContain('secret');
    expect(existsSync(join(at('without-log'), 'events'))).toBe(false);
  });
});
