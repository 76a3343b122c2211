import type { Concern, Watch } from './growth.js';
import { Growth } from './growth.js';
import { encodeRecord } from './record.js';
import type { Entry } from './storage.js';

const bytes = Buffer.from('{}');
const ID = '00000000-0000-4000-8000-000000000001';

function entry(stream: string, position: number): Entry {
  const event = { id: ID, type: 'thing.happened.v1', json: true, data: bytes, metadata: bytes };
  const place = { stream, revision: 0, position, writtenAtMs: 0 };
  return { stream, revision: 0, position, bytes: encodeRecord(event, place) };
}

function filtered(prefix: string, atLeastEvery: number): Concern {
  return { filter: { on: 'stream', prefixes: [prefix] }, atLeastEvery };
}

/** Whether the follower is told, once everything that is due has run. */
async function told(watch: Watch): Promise<boolean> {
  let heard = false;
  void watch.next().then(() => (heard = true));
  await new Promise((resolve) => setImmediate(resolve));
  return heard;
}

/** The position that each has heard of, once these have been done one after the other; 0 for none. */
async function heardBy(watches: readonly Watch[], deeds: readonly (() => void)[]): Promise<number[]> {
  const heard = watches.map(() => 0);
  watches.forEach((watch, index) => void watch.next().then((position) => (heard[index] = position ?? -1)));
  for (const deed of deeds) {
    deed();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return heard;
}

describe('followers of the log', () => {
  it.each<[string, Concern, boolean]>([
    ['its stream was written', { stream: 'a' }, true],
    ['another stream was written', { stream: 'b' }, false],
    ['it follows the whole log', { atLeastEvery: Infinity }, true],
    ['something matches its filter', filtered('a', 32), true],
    ['nothing matches its filter', filtered('b', 32), false],
    ['nothing matches, but as much as it wants to hear of went by', filtered('b', 2), true],
  ])('when %s, then a follower is told only if that concerns it', async (_, concern, expected) => {
    const growth = new Growth();
    const watch = growth.watch(concern, new AbortController().signal);
    growth.grewBy([entry('a', 1), entry('a', 2)]);
    expect(await told(watch)).toBe(expected);
  });

  it('when something was written before it waits, then it does not wait; after that it does', async () => {
    const growth = new Growth();
    const watch = growth.watch({ stream: 'a' }, new AbortController().signal);
    growth.grewBy([entry('a', 1)]);
    expect(await told(watch)).toBe(true);
    expect(await told(watch)).toBe(false);
  });

  it('when what it waits for comes while it waits, then it is told', async () => {
    const growth = new Growth();
    const next = growth.watch(filtered('a', 32), new AbortController().signal).next();
    growth.grewBy([entry('b', 1)]);
    growth.grewBy([entry('a', 2)]);
    await expect(next).resolves.toBeUndefined();
  });

  it('given two patterns, then each is asked for itself', async () => {
    const growth = new Growth();
    const never = new AbortController().signal;
    const watches = ['^b', '^a'].map((source) =>
      growth.watch({ filter: { on: 'stream', pattern: new RegExp(source), prefixes: [] }, atLeastEvery: 32 }, never),
    );
    growth.grewBy([entry('a', 1)]);
    expect(await Promise.all(watches.map(told))).toEqual([false, true]);
  });

  it('when it is told that nothing matched, then it learns up to where', async () => {
    const growth = new Growth();
    const watch = growth.watch(filtered('b', 2), new AbortController().signal);
    growth.grewBy([entry('a', 1)]);
    growth.grewBy([entry('a', 2), entry('a', 3)]);
    expect(await watch.next()).toBe(3);
    growth.grewBy([entry('b', 4)]);
    expect(await watch.next()).toBeUndefined();
  });

  it.each([
    ['the same', (): string => 'b'],
    ['something else each', (index: number): string => `b${index}`],
  ])(
    'given many who ask %s, and none is concerned, then they are told how far the log has come in turns',
    async (_, prefixOf) => {
      let nowMs = 0;
      const growth = new Growth(() => nowMs);
      const heard = await heardBy(
        Array.from({ length: 250 }, (_, index) =>
          growth.watch(filtered(prefixOf(index), 1), new AbortController().signal),
        ),
        [1, 2, 3, 4].map((position) => () => {
          growth.grewBy([entry('a', position)]);
          nowMs += position === 1 ? 0 : 100;
        }),
      );
      expect([1, 2, 3, 4].map((at) => heard.filter((position) => position === at).length)).toEqual([100, 0, 100, 50]);
    },
  );

  it('given thousands whom it concerns, then all are told, and others have their turn between', async () => {
    const growth = new Growth();
    let turns = 0;
    const watches = Array.from({ length: 1000 }, () =>
      growth.watch({ atLeastEvery: Infinity }, new AbortController().signal),
    );
    const all = Promise.all(watches.map((watch) => watch.next().then(() => turns)));
    growth.grewBy([entry('a', 1)]);
    const turn = (): void => {
      turns += 1;
      if (turns < 1000) setImmediate(turn);
    };
    setImmediate(turn);
    expect(new Set(await all).size).toBeGreaterThan(10);
  });

  it('when its signal ends, or it itself, then it stops waiting', async () => {
    const growth = new Growth();
    const patience = new AbortController();
    const [first, second] = [
      growth.watch({ stream: 'a' }, patience.signal),
      growth.watch({ atLeastEvery: 1 }, patience.signal),
    ];
    const waits = [first.next(), second.next()];
    second.end();
    await waits[1];
    patience.abort();
    await waits[0];
    expect(await told(growth.watch({ stream: 'a' }, patience.signal))).toBe(true);
  });
});
