import { randomUUID } from 'node:crypto';
import { Log } from '../log/log.js';
import type { ProposedEvent } from '../log/record.js';
import { contentOf } from '../log/record.js';
import type { Storage } from '../log/storage.js';
import { NotWritten } from '../log/storage.js';
import { memoryStorage } from '../memory/memory-storage.js';
import { Scavenger } from '../scavenge/scavenger.js';
import { ProjectionNotFound, Projections } from './projections.js';

const NOW = Date.parse('2022-06-20T08:00:00Z');

function logOver(storage: Storage): Log {
  return new Log(storage, () => NOW);
}

function eventOf(type: string): ProposedEvent {
  return { id: randomUUID(), type, json: true, data: Buffer.from('{}'), metadata: Buffer.of() };
}

async function write(log: Log, stream: string, count = 1, ...types: readonly string[]): Promise<void> {
  const events = Array.from({ length: count }, (_, index) => eventOf(types[index] ?? 'fatto.v1'));
  await log.append({ stream, expected: 'any', events, deadlineMs: Infinity });
}

/** What the events of a stream say. */
function texts(storage: Storage, stream: string): string[] {
  const found: string[] = [];
  for (let next = 0; ;) {
    const page = storage.streamPage(stream, next, 'forwards', 512);
    if (page.length === 0) return found;
    for (const { revision, bytes } of page) {
      found.push(contentOf(bytes).data.toString());
      next = revision + 1;
    }
  }
}

/** Settles when a stream has so many events. */
async function grown(log: Log, stream: string, count: number): Promise<void> {
  const watch = log.watch({ stream }, new AbortController().signal);
  while (log.storage.lastRevision(stream) < count - 1) await watch.next();
  watch.end();
}

describe('the standard projections', () => {
  it('when enabled, then what is there and what comes is linked, in the order of the log', async () => {
    const log = logOver(memoryStorage());
    const projections = new Projections(log);
    await write(log, 'piano-1', 2);
    await write(log, 'altro');
    await projections.enable('$by_category');
    await grown(log, '$ce-piano', 2);
    await write(log, 'piano-2');
    await grown(log, '$ce-piano', 3);
    expect(texts(log.storage, '$ce-piano')).toEqual(['0@piano-1', '1@piano-1', '0@piano-2']);
    expect(projections.statisticsOf('$by_category')).toMatchObject({ state: 'running', checkpoint: 0 });
    await projections.stop();
    expect(log.storage.lastRevision('$et-fatto.v1')).toBe(-1);
  });

  it('when stopped and started, then it goes on where it was, and whether it is enabled is remembered', async () => {
    const storage = memoryStorage();
    const first = logOver(storage);
    const before = new Projections(first);
    await before.start(true);
    await write(first, 'piano-1', 3);
    await grown(first, '$et-fatto.v1', 3);
    await before.disable('$streams', true);
    await before.stop();

    const second = logOver(storage);
    const after = new Projections(second);
    await after.start(false);
    await write(second, 'piano-1');
    await grown(second, '$et-fatto.v1', 4);
    expect(texts(storage, '$et-fatto.v1')).toEqual(['0@piano-1', '1@piano-1', '2@piano-1', '3@piano-1']);
    expect(after.statistics().map(({ name, state }) => `${name} ${state}`)).toEqual([
      '$by_category running',
      '$by_event_type running',
      '$by_correlation_id running',
      '$streams stopped',
      '$stream_by_category running',
    ]);
    await after.stop();
  });

  it('given a node that was gone before any checkpoint, then no link is written twice, none is missing', async () => {
    const storage = memoryStorage();
    const first = logOver(storage);
    const killed = new Projections(first);
    await killed.enable('$by_category');
    for (let n = 0; n < 30; n++) await write(first, `piano-${n % 3}`);
    await grown(first, '$ce-piano', 10);
    await killed.disable('$by_category', false); // as good as killed: it has kept no checkpoint

    const second = logOver(storage);
    const again = new Projections(second);
    await again.enable('$by_category');
    await grown(second, '$ce-piano', 30);
    await again.reset('$by_category');
    await write(second, 'piano-0');
    await grown(second, '$ce-piano', 31);
    await again.stop();
    const expected = Array.from({ length: 31 }, (_, n) => `${Math.floor(n / 3)}@piano-${n % 3}`);
    expect(texts(storage, '$ce-piano')).toEqual(expected);
  });

  it('given links that were truncated and removed, when the projection is reset, then they are not written again', async () => {
    const log = logOver(memoryStorage());
    const projections = new Projections(log);
    await projections.enable('$by_category');
    await write(log, 'piano-1', 3);
    await grown(log, '$ce-piano', 3);
    const truncation = { ...eventOf('$metadata'), data: Buffer.from('{"$tb":3}') };
    await log.append({ stream: '$$$ce-piano', expected: 'any', events: [truncation], deadlineMs: Infinity });
    const scavenger = new Scavenger(log.storage, () => NOW);
    scavenger.start();
    expect(await scavenger.finished()).toMatchObject({ state: 'completed', removed: 2 });
    await projections.reset('$by_category');
    await write(log, 'piano-1');
    await grown(log, '$ce-piano', 4);
    await projections.stop();
    expect(texts(log.storage, '$ce-piano')).toEqual(['2@piano-1', '3@piano-1']);
  });

  it('given events of others behind the links of an index, then links are not written twice after a crash', async () => {
    const storage = memoryStorage();
    const first = logOver(storage);
    const killed = new Projections(first);
    await killed.enable('$by_category');
    await write(first, 'piano-1', 3);
    await grown(first, '$ce-piano', 3);
    await killed.disable('$by_category', false);
    await write(first, '$ce-piano', 20, ...Array<string>(20).fill('foreign'));

    const second = logOver(storage);
    const again = new Projections(second);
    await again.enable('$by_category');
    await write(second, 'piano-1');
    await grown(second, '$ce-piano', 24);
    await again.stop();
    const links = texts(storage, '$ce-piano').filter((text) => text.includes('@'));
    expect(links).toEqual(['0@piano-1', '1@piano-1', '2@piano-1', '3@piano-1']);
  });

  it('given many events, then checkpoints are kept, two at a time', async () => {
    const log = logOver(memoryStorage());
    const projections = new Projections(log);
    await projections.enable('$by_event_type');
    for (let n = 1; n <= 4; n++) {
      await write(log, 'piano-1', 2000);
      await grown(log, '$et-fatto.v1', n * 2000);
    }
    await projections.stop();
    expect(new Set(texts(log.storage, '$et-fatto.v1')).size).toBe(8000);
    expect(log.storage.lastRevision('$projections-$by_event_type-checkpoint')).toBeGreaterThanOrEqual(2);
    expect(texts(log.storage, '$$$projections-$by_event_type-checkpoint')).toEqual(['{"$maxCount":2}']);
  });

  it('given a disk that fills up between the links of some events and those of others, then none is written twice', async () => {
    const storage = memoryStorage();
    let full = false;
    const failing: Storage = {
      ...storage,
      write: async (entries) => {
        const first = entries.some(({ stream }) => stream === 'piano');
        // so many others wait that the links, which come during their first flush, do not fit into the second
        if (first) for (let n = 0; n < 1624; n++) void write(log, 'altro');
        if (entries.length === 1024) await new Promise((resolve) => setImmediate(resolve));
        if (!full && entries.some(({ stream }) => stream === '$et-fatto.499')) {
          full = true;
          throw new NotWritten('The disk is full.');
        }
        await storage.write(entries);
      },
    };
    const log = logOver(failing);
    const projections = new Projections(log);
    await projections.enable('$by_event_type');
    const kinds = Array.from({ length: 500 }, (_, n) => `fatto.${n}`);
    await write(log, 'piano', 500, ...kinds);
    await grown(log, '$et-fatto.499', 1);
    await projections.stop();
    expect(full).toBe(true);
    expect(texts(storage, '$et-fatto.0')).toEqual(['0@piano']);
  });

  it('given something else than its definition in its stream, then it does not run', async () => {
    const log = logOver(memoryStorage());
    const projections = new Projections(log);
    for (const text of ['no JSON', 'null']) {
      const event = { id: randomUUID(), type: 't', json: false, data: Buffer.from(text), metadata: Buffer.of() };
      await log.append({ stream: '$projections-$streams', expected: 'any', events: [event], deadlineMs: Infinity });
      await projections.start(false);
      expect(projections.statisticsOf('$streams')).toMatchObject({ state: 'stopped' });
    }
  });

  it('when a name is unknown, then it is not found', async () => {
    const projections = new Projections(logOver(memoryStorage()));
    await expect(projections.enable('mine')).rejects.toBeInstanceOf(ProjectionNotFound);
    expect(() => projections.statisticsOf('toString')).toThrow(ProjectionNotFound);
  });
});
