import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastPositionIn } from './copy-log.js';
import { lmdbStorage } from './lmdb-storage.js';

const folder = mkdtempSync(join(tmpdir(), 'traguardo-whole-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a log whose file was cut off', () => {
  it('given the end is gone, then it is refused in a sentence, and nothing is killed', async () => {
    const data = join(folder, 'cut');
    const storage = lmdbStorage(data);
    for (let position = 1; position <= 200; position += 1)
      await storage.write([{ position, stream: 's', revision: position - 1, bytes: Buffer.alloc(2000) }]);
    await storage.close();
    expect(await lastPositionIn(data)).toBe(200);

    truncateSync(join(data, 'data.mdb'), Math.floor(statSync(join(data, 'data.mdb')).size / 2));

    expect(() => lmdbStorage(data)).toThrow(/is cut off.*restore a backup/);
    await expect(lastPositionIn(data)).rejects.toThrow(/is cut off/);
  });

  it('given an empty file or none, then it is a new log', async () => {
    const data = join(folder, 'new');
    await lmdbStorage(data).close();
    writeFileSync(join(data, 'data.mdb'), '');
    rmSync(join(data, 'lock.mdb'));
    await lmdbStorage(data).close();
    expect(await lastPositionIn(data)).toBe(0);
  });

  it('given no log, then its last position is not made up, and no folder either', async () => {
    await expect(lastPositionIn(join(folder, 'nowhere'))).rejects.toThrow(/There is no event log/);
    expect(statSync(join(folder, 'nowhere'), { throwIfNoEntry: false })).toBeUndefined();
  });
});
