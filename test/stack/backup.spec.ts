import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { eventStoreDb } from '#event-store';
import { signInWithPassword, TownHallClosed } from '../../apps/cli/src/simulation/town-hall.js';
import { readOrganisation } from '../../apps/cli/src/simulation/story.js';
import { startStack, type Stack } from '../../apps/cli/src/supervisor/start-stack.js';
import { bringIntoForce, everybody, giveAccounts, mustDo, planOf, SEGRETARIO } from '../recovery/body-of-test.js';
import { chance } from '../recovery/chance.js';
import { allEvents } from '../recovery/facts.js';
import { reportUntilSilence, type Sent } from '../recovery/traffic.js';
import { traguardo } from './traguardo.js';

jest.setTimeout(240_000);

const BODY = 'salvata';
const DAY = '2022-05-22';

describe('a backup of a running stack', () => {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-backup-'));
  const elsewhere = mkdtempSync(join(tmpdir(), 'traguardo-restored-'));
  const at = (name: string) => join(elsewhere, name);
  const env = { TRAGUARDO_DATA: data };
  const start = () => startStack({ data, body: BODY, clock: 'simulated', env: { REDIS_URL: '' } });
  const { text, document } = planOf(2022);
  let stack: Stack;

  const backup = (to: string) => traguardo(['backup', '--body', BODY, '--to', to], env);
  const restore = (from: string, to = elsewhere, through: readonly string[] = []) =>
    traguardo(['restore', '--from', from, '--body', BODY], { TRAGUARDO_DATA: to }, through);

  beforeAll(async () => {
    stack = await start();
    const { townHall, time } = everybody(stack.apiUrl, stack.folder);
    await giveAccounts(townHall);
    await time.passTo(`${DAY}T06:00:00.000Z`);
    await mustDo(townHall, SEGRETARIO, '/plans', { text, acceptProposals: true });
    await time.settle();
    await bringIntoForce(townHall, document, DAY);
  });

  afterAll(async () => {
    await stack.stop();
    for (const folder of [data, elsewhere]) rmSync(folder, { recursive: true, force: true });
  });

  it('taken under traffic, is whole: everything answered before is in it, and it proves itself', async () => {
    const sent: Sent[] = [];
    const { townHall } = everybody(stack.apiUrl, stack.folder);
    let enough = false;
    const tired = { ...townHall, command: refuseWhen(() => enough, townHall) };
    const traffic = [1, 2, 3].map((seed) => reportUntilSilence(tired, sent, document, chance(seed)));
    while (sent.filter(({ answer }) => answer !== null).length < 20) await new Promise((go) => setTimeout(go, 10));
    const before = sent.flatMap(({ answer }) => (answer?.refused === null ? [BigInt(answer.position ?? 0)] : []));

    const taken = await backup(at('busy')).ended;
    enough = true;
    await Promise.all(traffic);

    expect(taken).toMatchObject({ code: 0, out: expect.stringContaining('every chain holds') as string });
    const { log, files } = manifestOf(at('busy'));
    expect(BigInt(log.position)).toBeGreaterThanOrEqual(before.reduce((a, b) => (a > b ? a : b)));
    expect(files.length).toBeGreaterThan(2);
    expect(await restore(at('busy'), at('busy-data')).ended).toMatchObject({
      code: 0,
      out: expect.stringMatching(/tables are the same, row by row/) as string,
    });
  });

  it('is for its owner alone', () => {
    const open = readdirSync(at('busy'), { recursive: true, withFileTypes: true }).filter(
      (entry) => (statSync(join(entry.parentPath, entry.name)).mode & 0o077) !== 0,
    );
    expect(open.map(({ name }) => name)).toEqual([]);
    const secrets = readFileSync(join(at('busy'), 'auth/account.ndjson'), 'utf8');
    expect(secrets).toContain('$argon2id$');
    expect(existsSync(join(at('busy'), 'auth/session.ndjson'))).toBe(false);
  });

  it('brings everything back after the folder was destroyed: dashboard, table, documents, passwords', async () => {
    const uploaded = await upload(stack);
    const seen = await lookAt(stack);
    expect(await backup(at('quiet')).ended).toMatchObject({ code: 0 });
    await stack.stop();
    rmSync(stack.folder, { recursive: true });

    expect(await restore(at('quiet'), data).ended).toMatchObject({ code: 0 });
    stack = await start();

    expect(await lookAt(stack)).toEqual(seen);
    expect(await download(stack, uploaded)).toBe('Un documento di prova.\n');
    const { accounts, password } = readOrganisation();
    for (const { user } of accounts.slice(0, 3))
      expect(await signInWithPassword(stack.apiUrl, user, password)).toMatch(/^[\w-]{43}$/);
    const { townHall } = everybody(stack.apiUrl, stack.folder);
    await mustDo(townHall, SEGRETARIO, '/plans', { text: planOf(2023).text, acceptProposals: true });
  });

  it('can be taken of a stopped stack too', async () => {
    await stack.stop();
    expect(await backup(at('stopped')).ended).toMatchObject({ code: 0 });
    stack = await start();
    expect(manifestOf(at('stopped')).log.position).toBeGreaterThan(manifestOf(at('quiet')).log.position);
  });

  it('killed on its way, is no backup, and stands in nobody’s way', async () => {
    const { child, said, ended } = backup(at('killed'));
    await said('Copying the accounts');
    child.kill('SIGKILL');
    await ended;

    expect(await restore(at('killed'), at('killed-data')).ended).toMatchObject(refusal(/is no whole backup/));
    expect(await backup(at('killed')).ended).toMatchObject(refusal(/is not empty/));
    expect(await backup(at('killed-again')).ended).toMatchObject({ code: 0 });
  });

  it('restored and killed on the way, leaves no body, and can be restored again', async () => {
    const to = at('interrupted');
    const { child, said, ended } = restore(at('quiet'), to);
    await said('Building the read model');
    child.kill('SIGKILL');
    await ended;

    expect(existsSync(join(to, BODY))).toBe(false);
    expect(await restore(at('quiet'), to).ended).toMatchObject({ code: 0 });
    expect(readdirSync(to)).toEqual([BODY]);
  });

  describe('is refused, with nothing left behind,', () => {
    const broken = (name: string, change: (folder: string) => void): string => {
      cpSync(at('quiet'), at(name), { recursive: true });
      change(at(name));
      return at(name);
    };
    const change = (folder: string, with_: object) => {
      const file = join(folder, 'manifest.json');
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...with_ }));
    };

    it.each<[string, (folder: string) => void, RegExp]>([
      [
        'when an account was altered',
        (folder) => alter(join(folder, 'auth/account.ndjson')),
        /account.ndjson is not as/,
      ],
      ['when the log was altered', (folder) => alter(join(folder, 'events/data.mdb')), /data.mdb is not as/],
      [
        'when a document was altered, and the manifest with it',
        (folder) => {
          const { files } = manifestOf(folder);
          const document = files.find(({ path }) => path.startsWith('evidence/'));
          if (document === undefined) throw new Error('there is no document');
          alter(join(folder, document.path));
          document.sha256 = createHash('sha256')
            .update(readFileSync(join(folder, document.path)))
            .digest('hex');
          change(folder, { files });
        },
        /no longer has the content it was kept with/,
      ],
      ['when a file is missing', (folder) => rmSync(join(folder, 'auth/account.ndjson')), /account.ndjson is missing/],
      ['when it is of a newer release', (folder) => change(folder, { release: '99.0.0' }), /written by Traguardo 99/],
      [
        'when it names files elsewhere',
        (folder) => change(folder, { files: [{ path: '../x', size: 1, sha256: '' }] }),
        /no backup holds/,
      ],
      ['when the manifest is no JSON', (folder) => writeFileSync(join(folder, 'manifest.json'), '{'), /cannot be read/],
      [
        'when there are fewer events than it says',
        (folder) => change(folder, { log: { position: 1, events: 1, streams: 1 } }),
        /does not agree with itself in the log/,
      ],
    ])('%s', async (_, damage, sentence) => {
      const to = at('refused');
      const from = broken('broken', damage);

      expect(await restore(from, to).ended).toMatchObject(refusal(sentence));

      expect(existsSync(to) ? readdirSync(to) : []).toEqual([]);
      rmSync(from, { recursive: true });
    });

    it('when a row of the read model comes out otherwise', async () => {
      const from = broken('otherwise', (folder) => {
        const { readModel } = manifestOf(folder);
        const plan = readModel['plans']?.tables['plan'];
        if (plan !== undefined) plan.sha256 = '0'.repeat(64);
        change(folder, { readModel });
      });
      expect(await restore(from, at('refused')).ended).toMatchObject(refusal(/in the table plan/));
      expect(readdirSync(at('refused'))).toEqual([]);
    });

    it('when the folder is not empty, or the body another', async () => {
      expect(await restore(at('quiet'), data).ended).toMatchObject(refusal(/is not empty/));
      const other = traguardo(['restore', '--from', at('quiet'), '--body', 'altra'], { TRAGUARDO_DATA: at('x') });
      expect(await other.ended).toMatchObject(refusal(/is a backup of "salvata"/));
    });

    it.each(['restore', 'backup'])('when the disk is full (%s)', async (what) => {
      const small = at(`small-${what}`);
      const script = 'mkdir -p "$0" && mount -t tmpfs -o size=200k tmpfs "$0" && exec "$@"';
      const through = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', script, small];
      const args =
        what === 'restore'
          ? ['restore', '--from', at('quiet'), '--body', BODY]
          : ['backup', '--body', BODY, '--to', join(small, 'new')];
      const command = traguardo(args, { TRAGUARDO_DATA: what === 'restore' ? small : data }, through);
      expect(await command.ended).toMatchObject(refusal(/^The disk that holds/m));
    });
  });
});

function refusal(sentence: RegExp) {
  return { code: 1, err: expect.stringMatching(sentence) as string };
}

const Manifest = z.looseObject({
  log: z.object({ position: z.number() }),
  files: z.array(z.object({ path: z.string(), size: z.number(), sha256: z.string() })),
  readModel: z.record(
    z.string(),
    z.looseObject({ tables: z.record(z.string(), z.looseObject({ sha256: z.string() })) }),
  ),
});

function manifestOf(folder: string) {
  return Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
}

function alter(file: string): void {
  const bytes = readFileSync(file);
  const place = Math.floor(bytes.length / 2);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

type Door = ReturnType<typeof everybody>['townHall'];

function refuseWhen(over: () => boolean, door: Door): Door['command'] {
  return async (...args) => {
    if (over()) throw new TownHallClosed('Enough.');
    return door.command(...args);
  };
}

async function lookAt({ apiUrl, folder, eventStoreUrl }: Stack) {
  const { townHall, time } = everybody(apiUrl, folder);
  await time.settle();
  const store = eventStoreDb(eventStoreUrl);
  const events = await allEvents(store);
  await store.close();
  return {
    dashboard: await townHall.query('giunta', '/dashboard?planId=2022', z.unknown()),
    table: await townHall.query('giunta', '/plans/2022/table', z.unknown()),
    hashes: events.filter(({ stream }) => !stream.startsWith('account-')).map(({ metadata }) => metadata['hash']),
  };
}

async function upload({ apiUrl }: Stack): Promise<string> {
  const token = await signInWithPassword(apiUrl, 'finanziaria', readOrganisation().password);
  const response = await fetch(`${apiUrl}/api/v1/documents?name=prova.txt`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: 'Un documento di prova.\n',
  });
  return z.object({ sha256: z.string() }).parse(await response.json()).sha256;
}

async function download({ apiUrl }: Stack, sha256: string): Promise<string> {
  const token = await signInWithPassword(apiUrl, 'finanziaria', readOrganisation().password);
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${apiUrl}/api/v1/documents/${sha256}?name=prova.txt`, { headers })).text();
}
