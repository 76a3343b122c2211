import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lmdbStorage } from '../lmdb/lmdb-storage.js';
import { memoryStorage } from '../memory/memory-storage.js';
import type { Direction, Entry, Storage } from './storage.js';

const folder = mkdtempSync(join(tmpdir(), 'traguardo-storage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let opened = 0;
const kinds: [string, () => Storage][] = [
  ['in memory', memoryStorage],
  ['on LMDB', () => lmdbStorage(join(folder, String((opened += 1))))],
];

const TOMBSTONE = Number.MAX_SAFE_INTEGER;

/** One entry per stream name; `skip` leaves positions out before it. */
function entriesOf(steps: readonly { stream: string; skip: number }[]): Entry[] {
  const revisions = new Map<string, number>();
  let position = 0;
  return steps.map(({ stream, skip }) => {
    position += 1 + skip;
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return { stream, revision, position, bytes: Buffer.from(`${stream}${revision}`) };
  });
}

const steps = fc.array(
  fc.record({
    stream: fc.constantFrom('a', 'b', '$$a', 'è'.repeat(600)),
    skip: fc.nat({ max: 3 }),
    removed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

describe.each(kinds)('a storage %s', (_, open) => {
  it('for any events, of which any are removed, then pages go over the gaps both ways and the ends stay', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 7 }), async (drawn, limit) => {
        const storage = open();
        const entries = entriesOf(drawn);
        const newest = entries.at(-1);
        await storage.write(entries);
        await storage.remove(entries.filter((_entry, index) => drawn[index]?.removed));
        const left = entries.filter((entry, index) => entry === newest || !drawn[index]?.removed);

        expect(storage.lastPosition()).toBe(newest?.position);
        expect(allPages(storage, 'forwards', limit)).toEqual(left.map(({ position }) => position));
        expect(allPages(storage, 'backwards', limit)).toEqual(left.map(({ position }) => position).reverse());
        for (const stream of new Set(entries.map((entry) => entry.stream))) {
          const own = left.filter((entry) => entry.stream === stream).map(withoutStream);
          const written = entries.filter((entry) => entry.stream === stream);
          expect(storage.lastRevision(stream)).toBe(written.length - 1);
          for (const from of [0, 1, 2, written.length, written.length + 5]) {
            const [forwards, backwards] = [
              own.filter((e) => e.revision >= from),
              own.filter((e) => e.revision <= from),
            ];
            expect(storage.streamPage(stream, from, 'forwards', limit)).toEqual(forwards.slice(0, limit));
            expect(storage.streamPage(stream, from, 'backwards', limit)).toEqual(backwards.reverse().slice(0, limit));
            expect(storage.eventAt(stream, from)).toEqual(own.find((event) => event.revision === from));
          }
        }
        await storage.close();
      }),
      { numRuns: 40 },
    );
  });

  it('given a stream whose events are all removed, when written on, then it goes on with its revisions', async () => {
    const storage = open();
    const [first, second] = [entry('s', 0, 1), entry('s', 1, 2)];
    await storage.write([first, second, entry('other', 0, 3)]);
    await storage.remove([first, second]);
    await storage.write([entry('s', 2, 4)]);
    expect(storage.streamPage('s', 0, 'forwards', 10).map(({ revision }) => revision)).toEqual([2]);
    expect(storage.lastRevision('s')).toBe(2);
    await storage.close();
  });

  it('given a tombstone far beyond the stream, then it is read like any event', async () => {
    const storage = open();
    await storage.write([entry('s', 0, 1), entry('s', TOMBSTONE, 2)]);
    expect(storage.lastRevision('s')).toBe(TOMBSTONE);
    expect(storage.eventAt('s', TOMBSTONE)).toMatchObject({ position: 2 });
    expect(storage.streamPage('s', 1, 'forwards', 10)).toMatchObject([{ revision: TOMBSTONE }]);
    expect(storage.streamPage('s', TOMBSTONE, 'backwards', 10)).toMatchObject([{ position: 2 }, { position: 1 }]);
    await storage.close();
  });

  it('given a stream that does not exist, then there is nothing in it', async () => {
    const storage = open();
    expect(storage.lastPosition()).toBe(0);
    expect(storage.lastRevision('s')).toBe(-1);
    expect(storage.eventAt('s', 0)).toBeUndefined();
    expect(storage.streamPage('s', 0, 'forwards', 10)).toEqual([]);
    expect(storage.page(1, 'forwards', 10)).toEqual([]);
    expect(storage.page(1, 'backwards', 10)).toEqual([]);
    await storage.remove([entry('s', 0, 1)]);
    await storage.close();
  });
});

function entry(stream: string, revision: number, position: number): Entry {
  return { stream, revision, position, bytes: Buffer.from(`${stream}${revision}`) };
}

function withoutStream({ revision, position, bytes }: Entry) {
  return { revision, position, bytes };
}

function allPages(storage: Storage, direction: Direction, limit: number): number[] {
  const positions: number[] = [];
  let from = direction === 'forwards' ? 0 : storage.lastPosition() + 5;
  for (;;) {
    const page = storage.page(from, direction, limit);
    const end = page.at(-1);
    if (!end) return positions;
    positions.push(...page.map(({ position }) => position));
    from = end.position + (direction === 'forwards' ? 1 : -1);
  }
}
