import type { Compacted, Stored, StreamEvent } from '../log/storage.js';
import { PAGE_BYTES } from '../log/storage.js';
import { putMark, removeMark } from '../write-ahead/mark.js';
import type { TableStorage } from '../write-ahead/write-ahead-storage.js';
import { compact } from './compact.js';
import { failureOf } from './failure.js';
import { numberIn, numberKey } from './keys.js';
import { KnownTails } from './known-tails.js';
import { release } from './owner.js';
import { RoomAhead } from './room-ahead.js';
import type { Tables, Tail } from './tables.js';
import { lastPositionOf, put, remove, tailOf } from './tables.js';

/** Ends of key ranges. */
const LOWEST = numberKey(0);

/**
 * A log in the tables of a folder. What is visible is durable.
 *
 * @param opened  its tables, which from now on belong to the storage
 * @param options.neverFlush  to measure, never to keep events
 */
export function tableStorage(folder: string, opened: Tables, { neverFlush }: { neverFlush: boolean }): TableStorage {
  let tables = opened;
  let last = lastPositionOf(tables);
  const tails = new KnownTails((stream) => tailOf(tables, stream));
  const committing = new Set<Promise<unknown>>();
  /** Set while something is done to the file that transactions must wait for. */
  let exchanging: Promise<void> | undefined;
  let compacting: Promise<Compacted> | undefined;
  const closing = new AbortController();
  const room = neverFlush ? undefined : new RoomAhead(folder);
  let makingRoom: Promise<void> | undefined;

  function stored(position: number): Stored | undefined {
    const bytes = tables.log.get(numberKey(position));
    return bytes && { position, bytes };
  }

  function ofStream(revision: number, position: Buffer): StreamEvent | undefined {
    const event = stored(numberIn(position));
    return event && { revision, ...event };
  }

  async function commit(work: () => void): Promise<void> {
    while (exchanging) await exchanging;
    const { meta } = tables;
    const committed = meta.batch(work);
    committing.add(committed);
    try {
      await committed;
    } catch (error) {
      throw await failureOf(meta, error);
    } finally {
      committing.delete(committed);
    }
  }

  /** Runs `work` when no transaction is under way, and lets none begin before it has ended. */
  async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    while (exchanging) await exchanging;
    let reopen = (): void => undefined;
    exchanging = new Promise((resolve) => (reopen = resolve));
    try {
      await Promise.allSettled(committing);
      return await work();
    } finally {
      exchanging = undefined;
      reopen();
    }
  }

  return {
    lastPosition: () => last,
    lastRevision: (stream) => tails.of(stream)?.revision ?? -1,
    eventAt: (stream, revision) => {
      const tail = tails.of(stream);
      const position = tail && revision >= 0 ? tables.revisions.get(numberKey(tail.number, revision)) : undefined;
      return position && ofStream(revision, position);
    },
    page: (from, direction, limit) =>
      pageOf(
        direction === 'forwards'
          ? tables.log.getRange({ start: numberKey(Math.max(from, 0)), limit })
          : tables.log.getRange({ start: numberKey(Math.min(from, last)), end: LOWEST, limit, reverse: true }),
        ({ key, value }) => ({ position: numberIn(key), bytes: value }),
      ),
    streamPage: (stream, from, direction, limit) => {
      const tail = tails.of(stream);
      if (!tail || from < 0) return [];
      const first = numberKey(tail.number, 0);
      const start = numberKey(tail.number, Math.min(from, tail.revision + 1));
      const end = numberKey(tail.number, tail.revision + 1);
      return pageOf(
        direction === 'forwards'
          ? tables.revisions.getRange({ start, end, limit })
          : tables.revisions.getRange({ start, end: first, limit, reverse: true, inclusiveEnd: true }),
        ({ key, value }) => ofStream(numberIn(key, 1), value),
      );
    },
    write: async (entries, mark) => {
      let after: ReadonlyMap<string, Tail> = new Map();
      await commit(() => {
        after = put(tables, entries, (stream) => tails.of(stream));
        if (mark) putMark(tables.meta, mark);
      });
      for (const [stream, tail] of after) tails.set(stream, tail);
      last = entries.at(-1)?.position ?? last;
      const written = entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
      if (!makingRoom && room?.isShort(tables.meta, written))
        makingRoom = alone(() => room.make(tables.meta)).finally(() => (makingRoom = undefined));
    },
    remove: (events) =>
      commit(() =>
        remove(
          tables,
          events.filter(({ position }) => position !== last),
        ),
      ),
    compact: (asked): Promise<Compacted> => {
      const signal = AbortSignal.any([asked, closing.signal]);
      const compacted = compact(folder, tables, { signal, alone, replaceBy: (smaller) => (tables = smaller) });
      compacting = compacted;
      return compacted;
    },
    close: async (settled) => {
      closing.abort();
      await Promise.allSettled([compacting, makingRoom]);
      try {
        if (settled) removeMark(tables.meta);
        release(tables.meta);
      } catch {
        // such as a full disk: the mark stays, and counts for nothing once this process has ended
      }
      await tables.meta.close();
    },
  };
}

function pageOf<Row, Event extends Stored>(rows: Iterable<Row>, toEvent: (row: Row) => Event | undefined): Event[] {
  const page: Event[] = [];
  let bytes = 0;
  for (const row of rows) {
    const event = toEvent(row);
    if (!event) continue;
    page.push(event);
    bytes += event.bytes.length;
    if (bytes >= PAGE_BYTES) break;
  }
  return page;
}
