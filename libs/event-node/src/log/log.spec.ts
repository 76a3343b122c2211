import { memoryStorage } from '../memory/memory-storage.js';
import type { Append, ExpectedRevision } from './append.js';
import { Log, LogStopped } from './log.js';
import type { Entry, Storage } from './storage.js';
import { NotWritten } from './storage.js';

const NOW = Date.parse('2022-06-20T08:00:00Z');
const bytes = Buffer.from('{}');

function append(stream: string, expected: ExpectedRevision, ...numbers: number[]): Append {
  const events = numbers.map((n) => ({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    type: 't',
    json: true,
    data: bytes,
    metadata: bytes,
  }));
  return { stream, expected, events, deadlineMs: Infinity };
}

/** A storage whose writes are seen, and fail while `failing`. */
function watched(): { storage: Storage; writes: (readonly Entry[])[]; disk: { failing: boolean } } {
  const kept = memoryStorage();
  const writes: (readonly Entry[])[] = [];
  const disk = { failing: false };
  const write = async (entries: readonly Entry[]): Promise<void> => {
    writes.push(entries);
    await new Promise((resolve) => setImmediate(resolve));
    if (disk.failing) throw new NotWritten('full');
    await kept.write(entries);
  };
  return { storage: { ...kept, write }, writes, disk };
}

describe('the writer of the log', () => {
  it('when an append is larger than a flush should be, then none waits behind it that came with it', async () => {
    const { storage, writes } = watched();
    const log = new Log(storage, () => NOW);
    const large = append('large', 'no-stream', 1, 2);
    const events = large.events.map((event) => ({ ...event, data: Buffer.alloc(9 * 1024 * 1024) }));
    await Promise.all([
      log.append({ ...large, events }),
      log.append(append('s', 'no-stream', 3)),
      log.append(append('s', 0, 4)),
    ]);
    expect(writes.map((entries) => entries.map(({ stream }) => stream))).toEqual([
      ['large', 'large'],
      ['s', 's'],
    ]);
  });

  it('when appends arrive together, then they share a flush and are decided in the order in which they came', async () => {
    const { storage, writes } = watched();
    const log = new Log(storage, () => NOW);
    const outcomes = await Promise.all([
      log.append(append('s', 'no-stream', 1)),
      log.append(append('s', 'no-stream', 2)),
      log.append(append('s', 0, 3, 4)),
      log.append(append('t', 'any', 5)),
      log.append(append('s', 'no-stream', 1)),
    ]);
    expect(outcomes).toEqual([
      { kind: 'written', revision: 0, position: 1 },
      { kind: 'wrong-revision', current: 0 },
      { kind: 'written', revision: 2, position: 3 },
      { kind: 'written', revision: 0, position: 4 },
      { kind: 'written', revision: 0, position: 1 },
    ]);
    expect(writes).toHaveLength(1);
  });

  it('when a flush is under way, then an append that depends on it waits for it', async () => {
    const { storage, writes } = watched();
    const log = new Log(storage, () => NOW);
    const first = log.append(append('s', 'no-stream', 1));
    await new Promise((resolve) => setImmediate(resolve));
    expect(writes).toHaveLength(1);
    const second = log.append(append('s', 'no-stream', 2));
    expect(await Promise.all([first, second])).toEqual([
      { kind: 'written', revision: 0, position: 1 },
      { kind: 'wrong-revision', current: 0 },
    ]);
  });

  it('given a disk that refuses, then refusals that rest on what was not written fail too, and nothing remains', async () => {
    const { storage, disk } = watched();
    const log = new Log(storage, () => NOW);
    disk.failing = true;
    const outcomes = await Promise.allSettled([
      log.append(append('s', 'no-stream', 1)),
      log.append(append('s', 'no-stream', 2)),
    ]);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual([
      expect.any(NotWritten),
      expect.any(NotWritten),
    ]);
    disk.failing = false;
    expect(await log.append(append('s', 'no-stream', 2))).toEqual({ kind: 'written', revision: 0, position: 1 });
    expect(await log.append(append('s', 'any', 1))).toEqual({ kind: 'written', revision: 1, position: 2 });
  });

  it('given a deadline that has passed, then nothing is written', async () => {
    const { storage, writes } = watched();
    const log = new Log(storage, () => NOW);
    expect(await log.append({ ...append('s', 'any', 1), deadlineMs: NOW - 1 })).toEqual({ kind: 'expired' });
    expect(writes).toEqual([]);
  });

  it('when opened again, then the ids of the newest events are known', async () => {
    const storage = memoryStorage();
    await new Log(storage, () => NOW).append(append('s', 'any', 1, 2));
    const again = new Log(storage, () => NOW);
    expect(await again.append(append('s', 'any', 1, 2))).toEqual({ kind: 'written', revision: 1, position: 2 });
  });

  it('when opened again, then the ids of more than one page of the newest events are known', async () => {
    const storage = memoryStorage();
    const log = new Log(storage, () => NOW);
    const many = Array.from({ length: 3000 }, (_, n) => n + 1);
    await log.append(append('s', 'any', ...many));
    expect(storage.page(1, 'forwards', many.length).length).toBeLessThan(many.length);
    const again = new Log(storage, () => NOW);
    expect(await again.append(append('s', 'any', 1))).toMatchObject({ kind: 'written', revision: 0 });
    expect(storage.lastPosition()).toBe(many.length);
  });

  it('given large events, when opened again, then not all of those whose ids could be known are read', async () => {
    const storage = memoryStorage();
    const log = new Log(storage, () => NOW);
    const { events, ...rest } = append('s', 'any', 1);
    const large = events.map((event) => ({ ...event, data: Buffer.alloc(1024 * 1024) }));
    for (let n = 0; n < 50; n += 1) await log.append({ ...rest, expected: n - 1, events: large });
    let read = 0;
    const page: Storage['page'] = (...asked) => {
      const found = storage.page(...asked);
      read += found.length;
      return found;
    };
    expect(new Log({ ...storage, page }, () => NOW)).toBeDefined();
    expect(read).toBeLessThan(40);
  });

  it('when stopped, then what was accepted is written and the rest is refused', async () => {
    const log = new Log(memoryStorage(), () => NOW);
    const accepted = log.append(append('s', 'any', 1));
    const stopping = log.stop();
    await expect(log.append(append('s', 'any', 2))).rejects.toBeInstanceOf(LogStopped);
    await stopping;
    expect(await accepted).toMatchObject({ kind: 'written' });
  });

  it('when someone waits for growth, then the next event or the end of patience wakes them', async () => {
    const log = new Log(memoryStorage(), () => NOW);
    const patience = new AbortController();
    const waits = [log.grown(0, patience.signal), log.grown(1, patience.signal)];
    await log.append(append('s', 'any', 1));
    await waits[0];
    patience.abort();
    await waits[1];
    expect(log.storage.lastPosition()).toBe(1);
  });
});
