import { Queue } from './queue.js';

const MEBIBYTE = 1024 * 1024;

/** What the flushes of such appends carry, as numbers of appends, when each takes so long. */
function flushesOf(
  appends: readonly { events: number; bytes?: number }[],
  { flushMs = 0, before = 0 }: { flushMs?: number; before?: number } = {},
): number[] {
  const queue = new Queue();
  for (let n = 0; n < before; n++) queue.flushed(flushMs);
  for (const { events, bytes = 0 } of appends) queue.push({ decide: fail, events, bytes, resolve: fail, reject: fail });
  const flushes: number[] = [];
  while (queue.length > 0) {
    flushes.push(queue.take().length);
    queue.flushed(flushMs);
  }
  return flushes;
}

const fail = (): never => {
  throw new Error('nobody asked for it');
};
const times = (count: number, events: number, bytes = 0) => Array.from({ length: count }, () => ({ events, bytes }));

describe('what waits for a flush', () => {
  it.each([
    ['few appends share one', times(16, 1), {}, [16]],
    ['many go in several when it is quick', times(40, 1), {}, [16, 16, 8]],
    ['many share one when it is slow', times(300, 1), { flushMs: 10, before: 100 }, [300]],
    ['many share few when it becomes slow', times(100, 1), { flushMs: 10 }, [16, 40, 44]],
    ['an append of many events goes by itself', times(3, 100), {}, [1, 1, 1]],
    ['appends of nothing share one', times(40, 0), {}, [40]],
    ['no more than 1024 share one', times(1500, 1), { flushMs: 1000, before: 100 }, [1024, 476]],
    ['no more than 16 MiB share one', times(5, 1, 5 * MEBIBYTE), {}, [3, 2]],
    ['a larger append goes by itself', times(2, 1, 17 * MEBIBYTE), {}, [1, 1]],
  ])('%s', (_, appends, flush, expected) => {
    expect(flushesOf(appends, flush)).toEqual(expected);
  });
});
