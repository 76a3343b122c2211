import { backUpLog, restoreLog, startEventNode } from '#event-node';
import type { EventStore } from '#event-store';
import { eventStoreDb } from '#event-store';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endNodeProcesses, startNodeProcess } from './node-process.js';

const NOW = () => Date.parse('2022-06-20T08:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'event-node-backup-'));
afterAll(async () => {
  await endNodeProcesses();
  rmSync(folder, { recursive: true, force: true });
});

const event = (n: number) => {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { id, type: 'written.v1', data: { text: 'x'.repeat(500) }, metadata: {} };
};

async function idsIn(store: EventStore): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id, stream } of store.readAll()) if (!stream.startsWith('$')) ids.push(id);
  return ids;
}

describe('a backup of the log alone', () => {
  const [data, backup] = [join(folder, 'events'), join(folder, 'backup')];

  it('given a node in another process that is written to, then it has everything acknowledged before, and is restored', async () => {
    const { node } = await startNodeProcess(data);
    const store = eventStoreDb(node?.url ?? '');
    const acknowledged: string[] = [];
    let writing = true;
    const writes = (async () => {
      for (let n = 0; writing; n += 1) {
        await store.append(`s-${n % 7}`, [event(n)], 'any');
        acknowledged.push(event(n).id);
      }
    })();
    while (acknowledged.length < 50) await new Promise((resolve) => setImmediate(resolve));
    const before = acknowledged.length;
    const taken = await backUpLog(data, backup, NOW);
    writing = false;
    await writes;
    await store.close();
    await node?.end('SIGKILL');

    expect(taken.at).toBe('2022-06-20T08:00:00.000Z');
    expect(readdirSync(backup).sort()).toEqual(['backup.json', 'data.mdb']);
    const restored = join(folder, 'restored');
    expect(await restoreLog(backup, restored)).toEqual(taken);
    const again = await startEventNode({ data: restored });
    const kept = eventStoreDb(again.url);
    const ids = await idsIn(kept);
    expect(ids.length).toBeGreaterThanOrEqual(before);
    expect(ids).toEqual(acknowledged.slice(0, ids.length));
    await kept.append('s-0', [event(999_999)], 'any');
    await kept.close();
    await again.stop();
  });

  it('given a place that is taken, or nothing to copy, then nothing is touched', async () => {
    const taken = { code: 'event-node/backup-place-taken' };
    await expect(backUpLog(data, backup, NOW)).rejects.toMatchObject(taken);
    await expect(restoreLog(backup, data)).rejects.toMatchObject(taken);
    const missing = backUpLog(join(folder, 'nowhere'), join(folder, 'new'), NOW);
    await expect(missing).rejects.toMatchObject({ code: 'event-node/log-missing' });
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(backUpLog(data, file, NOW)).rejects.toMatchObject(taken);
    const below = { code: 'event-node/backup-failed' };
    await expect(backUpLog(data, join(file, 'x'), NOW)).rejects.toMatchObject(below);
    await expect(restoreLog(backup, join(file, 'x'))).rejects.toMatchObject(below);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });

  it('given a file that is no log, then it is neither copied nor served', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'data.mdb'), 'hello');
    const unusable = { code: 'event-node/data-folder-unusable' };
    await expect(backUpLog(other, join(folder, 'new'), NOW)).rejects.toMatchObject(unusable);
    await expect(startEventNode({ data: other })).rejects.toMatchObject(unusable);
  });

  it('given a backup that was broken off, cut or altered, then it is not restored', async () => {
    const to = join(folder, 'never');
    const altered = (change: (file: Buffer) => Buffer) => {
      const copy = mkdtempSync(join(folder, 'altered-'));
      writeFileSync(join(copy, 'backup.json'), readFileSync(join(backup, 'backup.json')));
      writeFileSync(join(copy, 'data.mdb'), change(readFileSync(join(backup, 'data.mdb'))));
      return copy;
    };
    const damaged = { code: 'event-node/backup-damaged' };
    await expect(
      restoreLog(
        altered((file) => file.subarray(0, -4096)),
        to,
      ),
    ).rejects.toMatchObject(damaged);
    await expect(
      restoreLog(
        altered((file) => (file.writeUInt8(1, file.length - 9), file)),
        to,
      ),
    ).rejects.toMatchObject(damaged);
    const gone = altered((file) => file);
    rmSync(join(gone, 'data.mdb'));
    await expect(restoreLog(gone, to)).rejects.toMatchObject(damaged);
    const unreadable = altered((file) => file);
    for (const text of ['{"format":1}', 'null', 'no JSON']) {
      writeFileSync(join(unreadable, 'backup.json'), text);
      await expect(restoreLog(unreadable, to)).rejects.toThrow('backup.json is of another version or cannot be read');
    }
    const broken = altered((file) => file);
    rmSync(join(broken, 'backup.json'));
    await expect(restoreLog(broken, to)).rejects.toMatchObject({ code: 'event-node/backup-not-complete' });
    expect([existsSync(to), existsSync(`${to}.restoring`)]).toEqual([false, false]);
  });
});
