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

  it('given many of whom none is concerned, then they are told how far the log has come in turns', async () => {
    const growth = new Growth();
    const watches = Array.from({ length: 250 }, () => growth.watch(filtered('b', 1), new AbortController().signal));
    const heard = watches.map(() => 0);
    watches.forEach((watch, index) => void watch.next().then((position) => (heard[index] = position ?? -1)));
    for (const position of [1, 2, 3]) {
      growth.grewBy([entry('a', position)]);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect([1, 2, 3].map((position) => heard.filter((at) => at === position).length)).toEqual([100, 100, 50]);
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
