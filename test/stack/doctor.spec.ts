import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEventNode } from '#event-node';
import { openDatabase, type ReadTables } from '#postgres';
import { ahead, waiting } from '../../apps/cli/src/doctor/stores.js';
import { backup } from '../../apps/cli/src/doctor/keeping.js';
import { clock, memory } from '../../apps/cli/src/doctor/machine.js';
import type { Finding } from '../../apps/cli/src/doctor/finding.js';
import { PROJECT_ROOT } from '../../apps/cli/src/supervisor/project-root.js';
import { startStack, type Stack } from '../../apps/cli/src/supervisor/start-stack.js';
import { clientOf } from '../support/client.js';
import { selfSigned } from '../support/self-signed.js';
import { accepted } from '../support/story.js';
import { givenAnEvent } from './an-event.js';
import { traguardo } from './traguardo.js';

const BODY = 'prova';
const PORTS = { PORT: '0', EVENT_NODE_PORT: '0', POSTGRES_PORT: '0' };
const data = mkdtempSync(join(tmpdir(), 'traguardo-doctor-test-'));
const folder = join(data, BODY);
let stack: Stack | undefined;

const start = () => startStack({ data, body: BODY, clock: 'system', durable: false, env: { REDIS_URL: '' } });

interface Told {
  readonly code: number | string | null;
  readonly healthy: boolean;
  readonly findings: readonly Finding[];
  /** What is wrong, check and level. */
  readonly wrong: readonly string[];
}

async function doctor(env: NodeJS.ProcessEnv = {}): Promise<Told> {
  const command = traguardo(['doctor', '--body', BODY, '--json'], { TRAGUARDO_DATA: data, ...PORTS, ...env });
  const { code, out } = await command.ended;
  const { healthy, findings } = JSON.parse(out) as Told;
  const wrong = findings.filter(({ level }) => level !== 'ok').map(({ check, level }) => `${check}: ${level}`);
  return { code, healthy, findings, wrong };
}

const messageOf = ({ findings }: Told, check: string): string =>
  findings.flatMap((finding) => (finding.check === check && finding.level !== 'ok' ? [finding.message] : [])).join(' ');

afterAll(async () => {
  await stack?.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('traguardo doctor', () => {
  it('finds nothing wrong with a body that was never started', async () => {
    expect(await doctor()).toMatchObject({ code: 0, healthy: true, wrong: [] });
  });

  it('finds nothing wrong with one that runs, but that it was never backed up', async () => {
    stack = await start();
    await givenAnEvent(stack);

    const told = await doctor();

    expect(told).toMatchObject({ code: 0, healthy: true, wrong: ['backup: warning'] });
    for (const check of ['health', 'log', 'tables', 'processes', 'release', 'disk', 'memory', 'clock'])
      expect(told.findings.map((finding) => finding.check)).toContain(check);
  });

  it('says it in sentences', async () => {
    const { code, out } = await traguardo(['doctor', '--body', BODY], { TRAGUARDO_DATA: data, ...PORTS }).ended;
    expect(code).toBe(0);
    expect(out).toMatch(/^WARNING backup +No backup was ever taken: npm run/m);
    expect(out).toMatch(/^Nothing is broken; see the 1 warning, above\.$/m);
  });

  it('finds a stream that stands still', async () => {
    const db = openDatabase<ReadTables>(stack?.databaseUrl ?? '');
    const row = { projection: 'plans', position: '3', stream: 'plan-prova_2022', revision: 0, error: 'x' };
    await db
      .insertInto('read.parked')
      .values({ ...row, parked_at: new Date() } as never)
      .execute();
    const told = await doctor();
    await db.deleteFrom('read.parked').execute();
    await db.destroy();

    expect(told).toMatchObject({ code: 1, healthy: false });
    expect(messageOf(told, 'tables')).toContain('plan-prova_2022');
  });

  it('finds a document that was altered, and one that an event cites and that is gone, and a backup and its restore tell of it', async () => {
    const operator = clientOf(() => stack?.apiUrl ?? '', readFileSync(join(folder, 'operator.token'), 'utf8').trim());
    const response = await fetch(`${stack?.apiUrl}/api/v1/documents?name=piano.md`, {
      method: 'POST',
      headers: { authorization: `Bearer ${operator.token}`, 'content-type': 'application/octet-stream' },
      body: readFileSync(join(PROJECT_ROOT, 'examples/comune/piano-2022.md')),
    });
    const { sha256, name } = (await response.json()) as { sha256: string; name: string };
    accepted(await operator.command('/api/v1/plans', { document: { sha256, name }, acceptProposals: true }));
    expect(await doctor()).toMatchObject({ healthy: true });
    const kept = join(folder, 'evidence', sha256.slice(0, 2), sha256.slice(2));
    const whole = readFileSync(kept);
    writeFileSync(kept, Buffer.concat([whole.subarray(0, -1), Buffer.from('?')]));
    const damaged = await doctor();
    writeFileSync(kept, whole);
    renameSync(kept, join(data, 'elsewhere'));

    const told = await doctor();
    const [from, to] = [join(data, 'backup'), join(data, 'restored')];
    const taken = await traguardo(['backup', '--body', BODY, '--to', from], { TRAGUARDO_DATA: data, ...PORTS }).ended;
    const restored = await traguardo(['restore', '--from', from, '--body', BODY], { TRAGUARDO_DATA: to }).ended;
    renameSync(join(data, 'elsewhere'), kept);
    rmSync(join(folder, 'last-backup.json'));

    for (const one of [damaged, told])
      expect(one).toMatchObject({ code: 1, wrong: ['documents: problem', 'backup: warning'] });
    const path = `evidence/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
    expect(messageOf(damaged, 'documents')).toContain(
      `1 document was altered on the disk, and nobody is given them: ${path}.`,
    );
    const words = `1 document that events cite is missing from evidence/: ${sha256} (cited by plan-prova_2022)`;
    expect(messageOf(told, 'documents')).toContain(words);
    for (const { code, out } of [taken, restored]) {
      expect(code).toBe(0);
      expect(out).toContain(`NOT WHOLE: ${words}`);
    }
    expect((await doctor()).healthy).toBe(true);
  });

  it('finds rights that are too wide, and a release that is too new', async () => {
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'operator.token'), 0o644);
    const before = readFileSync(join(folder, 'release.json'), 'utf8');
    writeFileSync(join(folder, 'release.json'), '{"release":"99.0.0"}');
    const told = await doctor();
    writeFileSync(join(folder, 'release.json'), before);
    chmodSync(join(folder, 'operator.token'), 0o600);
    chmodSync(folder, 0o700);

    expect(told.code).toBe(1);
    expect(messageOf(told, 'folder')).toMatch(/chmod 700 .*chmod 600 .*operator\.token/);
    expect(messageOf(told, 'release')).toContain('99.0.0');
  });

  it('finds what a killed instance left, and looks all the same', async () => {
    await stack?.stop();
    const instance = { pid: 1, began: 'long ago', token: 'x', parts: {} };
    writeFileSync(join(folder, 'instance.json'), JSON.stringify(instance), { mode: 0o600 });

    const told = await doctor();

    expect(told).toMatchObject({ code: 0, wrong: ['processes: warning', 'backup: warning'] });
    expect(messageOf(told, 'processes')).toContain('was killed');
  });

  it('finds a log that was altered, with the stack down', async () => {
    const file = join(folder, 'events/data.mdb');
    const bytes = readFileSync(file);
    const whole = Buffer.from(bytes);
    for (let at = bytes.indexOf('Ente di prova'); at >= 0; at = bytes.indexOf('Ente di prova', at + 1))
      bytes.write('Ente di PROVA', at);
    writeFileSync(file, bytes);
    const told = await doctor();
    writeFileSync(file, whole);

    expect(told.code).toBe(1);
    expect(messageOf(told, 'log')).toContain('was altered');
    expect((await doctor()).code).toBe(0);
  });

  it('finds a log that was cut off, replaced by an older one, or is gone, and a start begins none beside the tables', async () => {
    const file = join(folder, 'events/data.mdb');
    const whole = readFileSync(file);
    truncateSync(file, 8192);
    expect(messageOf(await doctor(), 'log')).toContain('is cut off');

    rmSync(join(folder, 'events'), { recursive: true });
    expect(messageOf(await doctor(), 'log')).toContain('There is no event log');
    await expect(start()).rejects.toMatchObject({ code: 'stack/log-missing' });
    expect(existsSync(join(folder, 'events'))).toBe(false);

    const other = await startEventNode({ data: join(folder, 'events'), port: 0 });
    await other.stop();
    expect(messageOf(await doctor(), 'tables')).toContain('events that the log does not hold');

    writeFileSync(file, whole);
    expect((await doctor()).code).toBe(0);
  });

  it('finds a note that cannot be read, and tells it in a sentence', async () => {
    writeFileSync(join(folder, 'last-backup.json'), '{');
    const told = await doctor();
    rmSync(join(folder, 'last-backup.json'));
    expect(messageOf(told, 'keeping')).toMatch(/^A note of the program/);
  });

  it('finds a port that is taken, and a part elsewhere that does not answer', async () => {
    const taken = await doctor({ PORT: String(new URL((stack = await start()).apiUrl).port) });
    expect(taken.code).toBe(0); // its own
    await stack.stop();

    const away = await doctor({ DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' });
    expect(messageOf(away, 'elsewhere')).toMatch(/127\.0\.0\.1:1 \(DATABASE_URL\) does not answer/);
    expect(JSON.stringify(away)).not.toContain('secret');

    const allAway = await doctor({ DATABASE_URL: 'postgres://u@127.0.0.1:1/x', REDIS_URL: 'redis://127.0.0.1:1' });
    expect(messageOf(allAway, 'elsewhere')).toMatch(/DATABASE_URL.*REDIS_URL/);
    expect(messageOf(allAway, 'tables')).toMatch(/PostgreSQL does not answer/);
  });

  it('finds a certificate that has expired or is for another name, and plain HTTP on the network', async () => {
    const names = ['obiettivi.example'];
    const { cert, key } = selfSigned({ names, validTo: new Date(Date.now() - 1000) });
    const tls = { TLS_CERT: join(data, 'c.pem'), TLS_KEY: join(data, 'k.pem') };
    writeFileSync(tls.TLS_CERT, cert);
    writeFileSync(tls.TLS_KEY, key);

    const told = await doctor({ HOST: '127.0.0.1', ...tls, TRAGUARDO_URL: 'https://altro.example' });
    expect(messageOf(told, 'certificate')).toMatch(/expired on .*not for altro\.example/);
    expect(messageOf(await doctor({ HOST: '0.0.0.0' }), 'environment')).toContain('would send passwords');
  });
});

describe('what the doctor thinks of', () => {
  const now = Date.parse('2027-01-10T12:00:00Z');

  it('clocks', () => {
    expect(clock(Date.parse('1970-01-02T00:00:00Z')).level).toBe('problem');
    expect(clock(now).level).toBe('ok');
    expect(ahead(now + 3_600_000, now, 'system')).toHaveLength(1);
    expect(ahead(now + 3_600_000, now, 'simulated')).toEqual([]);
  });

  it('consequences that were refused, until somebody has seen to them', () => {
    const refused = {
      causeId: 'e-1',
      cause: 'premium.liquidated.v1',
      from: 'premium-prova_2022-aree',
      stream: 'objective-prova_2022-1.1.1',
      code: 'objective/already-liquidated',
      at: '2027-01-08T09:00:00.000Z',
      settled: null,
    };
    const [found] = waiting([refused]);
    expect(found?.level).toBe('warning');
    expect(found?.message).toMatch(/objective-prova_2022-1\.1\.1 on 2027-01-08: .*\. .*compare the run with the share/);
    expect(waiting([{ ...refused, settled: { person: 'u-1', at: refused.at, note: 'fatto' } }])).toEqual([]);
  });

  it('memory', () => {
    expect(memory(100 * 2 ** 20, 2 ** 30).level).toBe('warning');
    expect(memory(600 * 2 ** 20, 2 ** 30).level).toBe('ok');
  });

  it('backups', () => {
    const note = (days: number, to: string) =>
      writeFileSync(
        join(folder, 'last-backup.json'),
        JSON.stringify({ at: new Date(now - days * 86_400_000).toISOString(), to }),
      );
    writeFileSync(join(data, 'manifest.json'), '{}');
    note(1, data);
    expect(backup(folder, BODY, now).level).toBe('ok');
    note(9, data);
    expect(backup(folder, BODY, now).message).toContain('9 days old');
    note(1, '/nowhere');
    expect(backup(folder, BODY, now).message).toContain('not to be found');
  });
});
