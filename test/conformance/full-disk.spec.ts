import { eventStoreDb, StoreUnavailable } from '#event-store';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endNodeProcesses, startNodeProcess } from './node-process.js';

/** A small file system of its own, in a name space where a user may mount one; half of it is taken by another file. */
const SMALL_DISK = `mount -t tmpfs -o size=12m tmpfs "$0" && head -c 6000000 /dev/zero > "$0/other" && exec "$@"`;
const attempt = spawnSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { encoding: 'utf8' });
const mayMount = attempt.status === 0;
if (!mayMount)
  process.stderr.write(
    `NOT TESTED: a disk that is full. This user may not mount a small one (${attempt.error?.message ?? attempt.stderr.trim()}); ` +
      'durability.spec.ts limits the size of files instead.\n',
  );

const folder = mkdtempSync(join(tmpdir(), 'event-node-full-'));
afterAll(async () => {
  await endNodeProcesses();
  rmSync(folder, { recursive: true, force: true });
});

const event = (n: number) => {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { id, type: 'written.v1', data: { text: 'x'.repeat(20_000) }, metadata: {} };
};

(mayMount ? describe : describe.skip)('a disk that is full', () => {
  it('refuses appends, serves reads, and takes appends again when it has room', async () => {
    const under = ['unshare', '-Urm', 'sh', '-c', SMALL_DISK, folder];
    const { node, errors } = await startNodeProcess(join(folder, 'events'), { under });
    if (!node) throw new Error(errors);
    const store = eventStoreDb(node.url);
    let written = 0;
    const write = async () => {
      await store.append('s', [event(written)], written === 0 ? 'no-stream' : written - 1);
      written += 1;
    };
    const refused = await (async () => {
      for (;;) await write();
    })().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreUnavailable);
    expect(written).toBeGreaterThan(20);
    await expect(write()).rejects.toBeInstanceOf(StoreUnavailable);
    const read: string[] = [];
    for await (const { id } of store.read('s')) read.push(id);
    expect(read).toEqual(Array.from({ length: written }, (_, n) => event(n).id));

    rmSync(`/proc/${node.pid}/root${folder}/other`);
    await write();
    await write();
    await store.close();
    expect(await node.end('SIGTERM')).toEqual({ code: 0 });
  });
});
