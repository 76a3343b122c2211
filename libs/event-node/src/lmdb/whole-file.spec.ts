import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastPositionIn } from './copy-log.js';
import { lmdbStorage } from './lmdb-storage.js';
import { FILE, requireWholeFile } from './whole-file.js';

const folder = mkdtempSync(join(tmpdir(), 'traguardo-whole-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PAGE = 4096;

/** A log of so many events of 2,000 bytes, all in its tables, and how many bytes of its file they take. */
async function logOf(name: string, events: number): Promise<{ data: string; used: number }> {
  const data = join(folder, name);
  const storage = lmdbStorage(data);
  for (let position = 1; position <= events; position += 1)
    await storage.write([{ position, stream: 's', revision: position - 1, bytes: Buffer.alloc(2000) }]);
  await storage.close();
  expect(await lastPositionIn(data)).toBe(events);
  return { data, used: requireWholeFile(data) };
}

/** How many events are read from the first on, or why not. */
async function whatIsReadOf(data: string): Promise<string> {
  try {
    const storage = lmdbStorage(data);
    const read = storage.page(1, 'forwards', 100);
    await storage.close();
    return `${read.length} events`;
  } catch (error) {
    return String(error);
  }
}

describe('a log whose file was cut off', () => {
  it('given half of its pages are gone, then it is refused in a sentence, and nothing is killed', async () => {
    const { data, used } = await logOf('cut', 200);

    truncateSync(join(data, FILE), Math.floor(used / 2));

    expect(() => lmdbStorage(data)).toThrow(/(?:is cut off|cut off \(MDB_).*restore a backup/);
    await expect(lastPositionIn(data)).rejects.toThrow(/(?:is cut off|cut off \(MDB_).*restore a backup/);
  });

  it('given any part of its pages is gone, then it holds all, or what fails says so, and nothing is killed', async () => {
    const { data, used } = await logOf('anywhere', 60);
    const whole = readFileSync(join(data, FILE)).subarray(0, used);
    for (let pages = used / PAGE; pages > 0; pages -= 7) {
      const cut = join(folder, `cut-${pages}`);
      cpSync(data, cut, { recursive: true });
      writeFileSync(join(cut, FILE), whole.subarray(0, pages * PAGE));
      expect(await whatIsReadOf(cut)).toMatch(/^60 events$|restore a backup|MDB_/);
    }
  });

  it('given an empty file or none, then it is a new log', async () => {
    const data = join(folder, 'new');
    await lmdbStorage(data).close();
    writeFileSync(join(data, FILE), '');
    rmSync(join(data, 'lock.mdb'));
    await lmdbStorage(data).close();
    expect(await lastPositionIn(data)).toBe(0);
  });

  it('given no log, then its last position is not made up, and no folder either', async () => {
    await expect(lastPositionIn(join(folder, 'nowhere'))).rejects.toThrow(/There is no event log/);
    expect(statSync(join(folder, 'nowhere'), { throwIfNoEntry: false })).toBeUndefined();
  });
});
