import { setImmediate as others } from 'node:timers/promises';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lmdbStorage } from '../lmdb/lmdb-storage.js';
import { Log } from '../log/log.js';
import { encodeRecord } from '../log/record.js';
import { TOMBSTONE } from '../log/revision.js';
import type { Entry, Storage } from '../log/storage.js';
import { memoryStorage } from '../memory/memory-storage.js';
import { Scavenger } from './scavenger.js';

const NOW = Date.parse('2022-06-20T08:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'traguardo-scavenge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let opened = 0;
const kinds: [string, () => Storage][] = [
  ['in memory', memoryStorage],
  ['on LMDB', () => lmdbStorage(join(folder, String((opened += 1))))],
];

const ID = '00000000-0000-4000-8000-000000000000';

/** Writes events to streams, revisions and positions following the ones before. */
function writer(storage: Storage) {
  return async (
    stream: string,
    texts: readonly string[],
    writtenAtMs = NOW,
    first = storage.lastRevision(stream) + 1,
  ) => {
    const entries = texts.map((text, index): Entry => {
      const place = { stream, revision: first + index, position: storage.lastPosition() + 1 + index, writtenAtMs };
      const event = { id: ID, type: 't', json: true, data: Buffer.from(text), metadata: Buffer.alloc(0) };
      return { ...place, bytes: encodeRecord(event, place) };
    });
    await storage.write(entries);
  };
}

async function scavenged(storage: Storage) {
  const scavenger = new Scavenger(storage, () => NOW);
  scavenger.start();
  return scavenger.finished();
}

const numbers = (count: number): string[] => Array.from({ length: count }, (_, n) => String(n));

function revisionsIn(storage: Storage, stream: string): number[] {
  return storage.streamPage(stream, 0, 'forwards', 1000).map(({ revision }) => revision);
}

function eventsIn(storage: Storage): number {
  let [count, seen] = [0, 0];
  for (;;) {
    const page = storage.page(seen + 1, 'forwards', 512);
    const end = page.at(-1);
    if (!end) return count;
    count += page.length;
    seen = end.position;
  }
}

describe.each(kinds)('a scavenge of a log %s', (_, open) => {
  it('given truncated, expired and deleted events, then they are gone, and nothing else is', async () => {
    const storage = open();
    const write = writer(storage);
    for (const stream of ['whole', 'counted', 'truncated', 'aged', 'deleted'])
      await write(stream, numbers(6), NOW - 100_000);
    await write('aged', ['new']);
    await write('$$counted', ['{"$maxCount":4}', '{"$maxCount":2}']);
    await write('$$truncated', ['{"$tb":5}']);
    await write('$$aged', ['{"$maxAge":60}']);
    await write('$$deleted', ['{"$tb":9223372036854775807}']);
    const last = storage.lastPosition();

    expect(await scavenged(storage)).toMatchObject({ state: 'completed', removed: 4 + 5 + 6 + 6 + 1, looked: last });

    expect(revisionsIn(storage, 'whole')).toEqual([0, 1, 2, 3, 4, 5]);
    expect(revisionsIn(storage, 'counted')).toEqual([4, 5]);
    expect(revisionsIn(storage, 'truncated')).toEqual([5]);
    expect(revisionsIn(storage, 'aged')).toEqual([6]);
    expect(revisionsIn(storage, 'deleted')).toEqual([]);
    expect(revisionsIn(storage, '$$counted')).toEqual([1]);
    expect([storage.lastRevision('deleted'), storage.lastPosition()]).toEqual([5, last]);
    await storage.close();
  });

  it('given a tombstone, then it is all that stays of its stream', async () => {
    const storage = open();
    const write = writer(storage);
    await write('s', numbers(3));
    await write('s', [''], NOW, TOMBSTONE);
    await write('other', ['']);
    expect(await scavenged(storage)).toMatchObject({ removed: 3 });
    expect(revisionsIn(storage, 's')).toEqual([TOMBSTONE]);
    await storage.close();
  });

  it('given one that runs, then another is not started, and it can be stopped by its id only', async () => {
    const storage = open();
    await writer(storage)('s', numbers(1000));
    const scavenger = new Scavenger(storage, () => NOW);
    const { id, outcome } = scavenger.start();
    expect(outcome).toBe('started');
    expect(scavenger.start()).toEqual({ id, outcome: 'in-progress' });
    expect(await scavenger.stop('another')).toBe(false);
    expect(await scavenger.stop(id)).toBe(true);
    expect(scavenger.scavenge).toMatchObject({ id, state: 'stopped' });
    expect(await scavenger.stop(id)).toBe(false);
    expect(scavenger.start().outcome).toBe('started');
    expect(await scavenger.finished()).toMatchObject({ state: 'completed', looked: 1000 });
    await storage.close();
  });
});

describe('a scavenge on a disk', () => {
  const LARGE = 'x'.repeat(2000);

  it('when appends and reads go on, then the file gets smaller and nothing of theirs is missing', async () => {
    const data = join(folder, 'busy');
    const storage = lmdbStorage(data);
    const write = writer(storage);
    for (let n = 0; n < 40; n += 1) {
      await write('old', Array<string>(200).fill(LARGE));
      await write(`kept-${n}`, numbers(10));
    }
    await write('$$old', ['{"$maxCount":10}']);

    const log = new Log(storage, () => NOW);
    const scavenger = new Scavenger(storage, () => NOW);
    scavenger.start();
    let appended = 0;
    const doing = { removing: 0, compacting: 0 };
    for (let state; (state = scavenger.scavenge?.state) === 'removing' || state === 'compacting';) {
      if ((doing[state] += 1) > 300) {
        await others(); // what is appended stays small, however long the rest takes
        continue;
      }
      const id = ID.slice(0, 24) + String(appended).padStart(12, '0');
      const event = { id, type: 't', json: true, data: Buffer.from('{}'), metadata: Buffer.alloc(0) };
      await log.append({ stream: `new-${appended % 3}`, expected: 'any', events: [event], deadlineMs: Infinity });
      appended += 1;
      expect(storage.streamPage('kept-7', 0, 'forwards', 20)).toHaveLength(10);
    }

    const { state, removed, bytesBefore = 0, bytesAfter = 0 } = scavenger.scavenge ?? {};
    expect({ state, removed }).toEqual({ state: 'completed', removed: 40 * 200 - 10 });
    expect(bytesBefore).toBeGreaterThan(16_000_000);
    expect(bytesAfter).toBeLessThan(2_000_000);
    expect(statSync(join(data, 'data.mdb')).size).toBeLessThan(2_000_000);
    expect(appended).toBeGreaterThan(3);
    // nobody holds the old file any more, so the file system has its room
    expect(readFileSync('/proc/self/maps', 'utf8')).not.toMatch(/busy.*data\.mdb \(deleted\)/);

    await writer(storage)('after', ['']);
    await storage.close();
    const again = lmdbStorage(data);
    expect(revisionsIn(again, 'old')).toEqual(Array.from({ length: 10 }, (_, n) => 7990 + n));
    const events = Array.from({ length: 3 }, (_, n) => revisionsIn(again, `new-${n}`).length);
    expect(events.reduce((sum, count) => sum + count)).toBe(appended);
    expect(revisionsIn(again, 'after')).toEqual([0]);
    expect(eventsIn(again)).toBe(10 + 400 + 1 + appended + 1);
    await again.close();
  });
});
