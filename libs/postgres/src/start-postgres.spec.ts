import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from './database.js';
import { startPostgres, type RunningPostgres } from './start-postgres.js';

const running = new Set<RunningPostgres>();
let data: string;

beforeEach(() => {
  data = join(mkdtempSync(join(tmpdir(), 'traguardo-start-postgres-')), 'postgres');
});

afterEach(async () => {
  await Promise.all([...running].map((server) => server.stop()));
  running.clear();
  rmSync(join(data, '..'), { recursive: true, force: true });
});

async function start(port = 0, durable = false): Promise<RunningPostgres> {
  const server = await startPostgres({ data, port, durable });
  running.add(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const pool = openPool(url, { max: 1 });
  try {
    return (await pool.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await pool.end();
  }
}

describe('startPostgres', () => {
  it('keeps the data between starts and shows the password to nobody else', async () => {
    const first = await start();
    await query(first.url, 'create table kept (id integer)');
    await first.stop();

    const second = await start();

    expect(await query(second.url, `select to_regclass('kept') is not null as found`)).toEqual([{ found: true }]);
    expect(statSync(join(data, 'cluster/traguardo.password')).mode & 0o777).toBe(0o600);
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  it('accepts no superuser and no wrong password', async () => {
    const { url } = await start();
    const superuser = new URL(url);
    superuser.username = 'postgres';
    const wrong = new URL(url);
    wrong.password = 'wrong';

    await expect(query(superuser.href, 'select 1')).rejects.toMatchObject({ code: '28000' });
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('makes a half-made folder again', async () => {
    mkdirSync(join(data, 'cluster.unfinished-1/base'), { recursive: true });
    writeFileSync(join(data, 'cluster.unfinished-1/PG_VERSION'), '18\n');

    const { url } = await start();

    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(data)).toEqual(['cluster']);
  });

  it('recovers after kill -9 of the server, with what had been confirmed', async () => {
    const first = await start(0, true);
    await query(first.url, 'create table kept (id integer)');
    process.kill(first.pid, 'SIGKILL');
    await first.ended;

    const second = await start(first.port, true);

    expect(await query(second.url, `select to_regclass('kept') is not null as found`)).toEqual([{ found: true }]);
  });

  it('stops the server that a killed parent left on the folder', async () => {
    const orphan = await start();

    const next = await start(orphan.port);

    await orphan.ended;
    expect(next.pid).not.toBe(orphan.pid);
    expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not misled by a pid file whose number belongs to another program now', async () => {
    const first = await start();
    const pidFile = readFileSync(join(data, 'cluster/postmaster.pid'), 'utf8');
    await first.stop();
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    writeFileSync(join(data, 'cluster/postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)));

    const { url } = await start();

    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(stranger.kill('SIGKILL')).toBe(true);
  });

  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));

    await expect(start((other.address() as AddressInfo).port)).rejects.toMatchObject({ code: 'postgres/port-taken' });

    await new Promise((resolve) => other.close(resolve));
  });

  it('refuses the folder of another major version', async () => {
    mkdirSync(join(data, 'cluster'), { recursive: true });
    writeFileSync(join(data, 'cluster/PG_VERSION'), '17\n');

    await expect(start()).rejects.toMatchObject({ code: 'postgres/other-version' });
  });
});
