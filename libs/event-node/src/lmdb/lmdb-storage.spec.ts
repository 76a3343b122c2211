import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderUnusable } from '../errors.js';
import type { Entry, Storage } from '../log/storage.js';
import { copyLog, lastPositionIn } from './copy-log.js';
import { lmdbStorage } from './lmdb-storage.js';
import { release } from './owner.js';
import { openTables } from './tables.js';

const BLOCK = 4096;
const HALF = 2 * 1024 * 1024;
/** Nothing settles by itself while a test looks. */
const HELD = { settleAfterMs: 3_600_000 };

let parent: string;
let folder: string;
let storage: Storage;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'traguardo-ahead-'));
  folder = join(parent, 'events');
  storage = lmdbStorage(folder, HELD);
});
afterEach(async () => {
  await storage.close();
  rmSync(parent, { recursive: true });
});

/** What a disk has of the log at this moment, as if the machine had stopped; the mark of its owner is taken away. */
async function stopped(name = 'stopped'): Promise<string> {
  const copy = join(parent, name);
  cpSync(folder, copy, { recursive: true });
  rmSync(join(copy, 'lock.mdb'));
  const { meta } = openTables(copy, { noSync: false });
  release(meta);
  await meta.close();
  return copy;
}

async function positionsIn(copy: string): Promise<number[]> {
  const opened = lmdbStorage(copy);
  const positions: number[] = [];
  for (let page; (page = opened.page((positions.at(-1) ?? 0) + 1, 'forwards', 5000)).length > 0;) {
    expect(opened.streamPage('s', positions.length, 'forwards', 5000).map(({ position }) => position)).toEqual(
      page.map(({ position }) => position),
    );
    positions.push(...page.map(({ position }) => position));
  }
  await opened.close();
  return positions;
}

async function write(from: number, to: number, bytes = 100): Promise<void> {
  for (let position = from; position <= to; position += 1) await storage.write([entry(position, bytes)]);
}

function entry(position: number, bytes = 100): Entry {
  return { stream: 's', revision: position - 1, position, bytes: Buffer.alloc(bytes, position) };
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** Changes the write-ahead file of a folder. */
function change(copy: string, work: (bytes: Buffer) => void): void {
  const file = join(copy, 'write-ahead');
  const bytes = readFileSync(file);
  work(bytes);
  writeFileSync(file, bytes);
}

describe('a log in a folder whose machine stopped', () => {
  it('given batches that the tables do not have yet, when it is opened, then it has all, and goes on', async () => {
    await write(1, 5);
    const copy = await stopped();
    expect(await positionsIn(copy)).toEqual(upTo(5));
    expect(await positionsIn(copy)).toEqual(upTo(5)); // closed and opened again
  });

  it('given many more than the file can hold at once, of all sizes, when it stops anywhere, then it has all', async () => {
    for (let round = 0; round < 6; round += 1) {
      await write(round * 60 + 1, round * 60 + 50, 9000);
      await write(round * 60 + 51, round * 60 + 51, 3 * HALF); // to the tables at once
      await write(round * 60 + 52, round * 60 + 60);
      expect(await positionsIn(await stopped(`stopped-${round}`))).toEqual(upTo(round * 60 + 60));
    }
  });

  it('given that it stops again and again before anything settles, then nothing is lost', async () => {
    await write(1, 3);
    for (let round = 1; round <= 4; round += 1) {
      const copy = await stopped(`stopped-${round}`);
      await storage.close();
      folder = copy;
      storage = lmdbStorage(folder, HELD);
      expect(storage.lastPosition()).toBe(round * 3);
      await write(round * 3 + 1, round * 3 + 3);
    }
    expect(await positionsIn(await stopped())).toEqual(upTo(15));
  });

  it('given a last batch that is there in part, then everything before it is there, and it counts for nothing', async () => {
    await write(1, 2);
    const copy = await stopped();
    change(copy, (bytes) => bytes.fill(0, 2 * BLOCK + 40, 3 * BLOCK));
    expect(await positionsIn(copy)).toEqual([1]);
  });

  it.each<[string, (copy: string) => void, string]>([
    [
      'is damaged before what was acknowledged last',
      (copy) => change(copy, (b) => b.fill(1, BLOCK + 40, BLOCK + 60)),
      'damaged',
    ],
    ['is gone', (copy) => rmSync(join(copy, 'write-ahead')), 'gone'],
    [
      'is cut off',
      (copy) => writeFileSync(join(copy, 'write-ahead'), readFileSync(join(copy, 'write-ahead')).subarray(0, HALF)),
      'gone',
    ],
    ['was made blank', (copy) => change(copy, (bytes) => bytes.fill(0)), 'gone'],
  ])('given that its file %s, then it is not opened or copied, and says what to do', async (_, work, said) => {
    await write(1, 2);
    const copy = await stopped();
    work(copy);
    const sentence = new RegExp(`write-ahead is ${said}.*restore a backup`);
    expect(() => lmdbStorage(copy)).toThrow(DataFolderUnusable);
    expect(() => lmdbStorage(copy)).toThrow(sentence);
    await expect(copyLog(copy, join(parent, 'copy'))).rejects.toThrow(sentence);
    await expect(lastPositionIn(copy)).rejects.toThrow(sentence);
  });
});

describe('a log whose file was exchanged for an older copy of itself', () => {
  const put = (copy: string, older: Buffer): void => writeFileSync(join(copy, 'write-ahead'), older);

  it('given that the tables have something from the newer one, then it is not opened or copied', async () => {
    await write(1, 2);
    const older = readFileSync(join(folder, 'write-ahead'));
    await write(3, 3);
    await write(4, 4, HALF); // settles what came before it
    const copy = await stopped();
    put(copy, older);
    const sentence = /write-ahead is damaged or an older copy.*restore a backup/;
    expect(() => lmdbStorage(copy)).toThrow(sentence);
    await expect(copyLog(copy, join(parent, 'copy'))).rejects.toThrow(sentence);
    await expect(lastPositionIn(copy)).rejects.toThrow(sentence);
  });

  it('given that they have nothing from it, then nobody can know, and what the copy has is there', async () => {
    await write(1, 2);
    const older = readFileSync(join(folder, 'write-ahead'));
    await write(3, 3);
    const copy = await stopped();
    put(copy, older);
    expect(await positionsIn(copy)).toEqual(upTo(2));
  });

  it('given tables of a release that did not say what they have from it, then they are opened as before', async () => {
    await write(1, 2);
    await write(3, 3, HALF);
    const copy = await stopped();
    const { meta } = openTables(copy, { noSync: false });
    const row = meta.get(Buffer.from('write-ahead')) ?? Buffer.alloc(0);
    await meta.put(Buffer.from('write-ahead'), Buffer.from(row.subarray(0, 16)));
    await meta.close();
    expect(await positionsIn(copy)).toEqual(upTo(3));
  });
});

describe('a log that was closed', () => {
  it('needs its tables alone', async () => {
    await write(1, 3);
    await storage.close();
    const copy = await stopped();
    rmSync(join(copy, 'write-ahead'));
    expect(await positionsIn(copy)).toEqual(upTo(3));
    storage = lmdbStorage(folder);
  });
});

describe('a copy of a log that is written to', () => {
  it('has everything that was acknowledged before it was begun, in its tables alone', async () => {
    await write(1, 4);
    expect(await lastPositionIn(folder)).toBe(4);
    const copy = join(parent, 'copy');
    expect(await copyLog(folder, copy)).toBe(4);
    expect(await positionsIn(copy)).toEqual(upTo(4));
  });
});
