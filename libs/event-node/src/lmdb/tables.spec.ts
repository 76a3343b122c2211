import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameKey } from './keys.js';
import type { Tables } from './tables.js';
import { openTables, put, remove, tailOf } from './tables.js';

const TOMBSTONE = Number.MAX_SAFE_INTEGER;

let folder: string;
let tables: Tables;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
  tables = openTables(folder, { noSync: true });
});
afterEach(async () => {
  await tables.meta.close();
  rmSync(folder, { recursive: true });
});

const event = (position: number, stream: string, revision: number) => ({
  position,
  stream,
  revision,
  bytes: Buffer.from(stream),
});
const write = (...entries: ReturnType<typeof event>[]) => tables.meta.batch(() => void put(tables, entries));
const forget = (...entries: ReturnType<typeof event>[]) => tables.meta.batch(() => remove(tables, entries));

describe('what is known of a stream', () => {
  it('is nothing before its first event', () => {
    expect(tailOf(tables, 'a')).toBeUndefined();
  });

  it('is its number and last revision, whatever its neighbours hold', async () => {
    await write(event(1, 'a', 0), event(2, 'b', 0), event(3, 'a', 1));
    await write(event(4, 'a', 2), event(5, 'c', 0), event(6, 'c', TOMBSTONE));
    expect(['a', 'b', 'c'].map((stream) => tailOf(tables, stream))).toEqual([
      { number: 1, revision: 2 },
      { number: 2, revision: 0 },
      { number: 5, revision: TOMBSTONE },
    ]);
  });

  it('is written with its first event alone', async () => {
    await write(event(1, 'a', 0));
    const row = Buffer.from(tables.streams.get(nameKey('a')) ?? []);
    await write(event(2, 'a', 1));
    expect(tables.streams.get(nameKey('a'))).toEqual(row);
  });

  it('stays when its last events are removed, or all of them', async () => {
    await write(event(1, 'a', 0), event(2, 'a', 1), event(3, 'a', 2), event(4, 'b', 0));
    await forget(event(3, 'a', 2), event(2, 'a', 1), event(4, 'b', 0));
    await forget(event(1, 'a', 0));
    expect(tailOf(tables, 'a')).toEqual({ number: 1, revision: 2 });
    expect(tailOf(tables, 'b')).toEqual({ number: 4, revision: 0 });
    await write(event(5, 'a', 3));
    expect(tailOf(tables, 'a')).toEqual({ number: 1, revision: 3 });
  });
});
