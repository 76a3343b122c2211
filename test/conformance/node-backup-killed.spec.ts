import { backUpLog, restoreLog } from '#event-node';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lmdbStorage } from '../../libs/event-node/src/lmdb/lmdb-storage.js';
import { Log } from '../../libs/event-node/src/log/log.js';
import { headingOf } from '../../libs/event-node/src/log/record.js';
import { COPY_POINTS } from './copy-points.js';

const ROOT = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'event-node-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const data = join(folder, 'events');
let ids: readonly string[];
beforeAll(async () => {
  const storage = lmdbStorage(data);
  const log = new Log(storage, () => Date.parse('2022-06-20T08:00:00Z'));
  for (let n = 0; n < 50; n += 1) {
    const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const events = [{ id, type: 'written.v1', json: true, data: Buffer.alloc(500, ' '), metadata: Buffer.alloc(0) }];
    await log.append({ stream: `s-${n % 7}`, expected: 'any', events, deadlineMs: Infinity });
  }
  await storage.close();
  ids = await idsIn(data);
});

async function idsIn(log: string): Promise<string[]> {
  const storage = lmdbStorage(log);
  const found = storage.page(1, 'forwards', 1000).map(({ bytes }) => headingOf(bytes).id);
  await storage.close();
  return found;
}

async function killed(order: 'backup' | 'restore', from: string, to: string, point: string): Promise<void> {
  const args = ['--conditions=source', '--import', './test/support/source-loader.mjs'];
  const program = [...args, 'test/conformance/copying.main.ts', order, from, to, point];
  const child = spawn(process.execPath, program, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [, signal] = await once(child, 'close');
  if (signal !== 'SIGKILL') throw new Error(`the ${order} was not killed: ${errors}`);
}

const placeOf = (order: string, point: string): string => join(folder, `${order} ${point}`.replaceAll(' ', '-'));

it.each(Object.keys(COPY_POINTS.backup))(
  'given a backup that is killed %s, then it counts for nothing unless it is whole, and the log for everything',
  async (point) => {
    const [backup, restored] = [placeOf('backup', point), `${placeOf('backup', point)}-restored`];
    await killed('backup', data, backup, point);
    const isWhole = existsSync(join(backup, 'backup.json'));
    const outcome = await restoreLog(backup, restored).then(
      () => idsIn(restored),
      (error: { readonly code?: unknown }) => error.code,
    );
    expect(outcome).toEqual(isWhole ? ids : 'event-node/backup-not-complete');
    await expect(backUpLog(data, backup, Date.now)).rejects.toMatchObject({ code: 'event-node/backup-place-taken' });
    expect(await backUpLog(data, `${backup}-again`, Date.now)).toMatchObject({ events: 50 });
    expect(await idsIn(data)).toEqual(ids);
  },
);

describe('a restore that is killed', () => {
  const backup = join(folder, 'backup');
  beforeAll(() => backUpLog(data, backup, Date.now));

  it.each(Object.keys(COPY_POINTS.restore))(
    '%s: there is no log, or all of it, and the next restore needs no tidying up',
    async (point) => {
      const to = placeOf('restore', point);
      await killed('restore', backup, to, point);
      if (!existsSync(to)) await restoreLog(backup, to);
      expect(await idsIn(to)).toEqual(ids);
      expect(existsSync(`${to}.restoring`)).toBe(false);
    },
  );
});
