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
