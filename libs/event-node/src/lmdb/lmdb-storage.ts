import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Database, RootDatabase } from 'lmdb';
import { open } from 'lmdb';
import { DataFolderInUse, DataFolderUnusable } from '../errors.js';
import type { Entry, Storage, Stored, StreamEvent } from '../log/storage.js';
import { PAGE_BYTES } from '../log/storage.js';
import { failureOf } from './failure.js';
import { nameKey, numberIn, numberKey } from './keys.js';
import { claim, release } from './owner.js';
import { requireWholeFile } from './whole-file.js';

type Table = Database<Buffer, Buffer>;

/** Address space, not memory or disk: what the log can grow to without being opened again. */
const MAP_SIZE = 2 ** 40;

const FORMAT = Buffer.from('format');
const FORMAT_VERSION = '1';

/** Ends of key ranges. */
const LOWEST = numberKey(0);

/** What is known of a stream: its number (the position of its first event) and its last revision. */
interface Tail {
  readonly number: number;
  readonly revision: number;
}

/**
 * A log in a folder of its own.
 *
 * Tables: `log` position → record; `streams` name → number, last revision; `revisions` number, revision → position.
 * Transactions are flushed before they commit (`overlappingSync` off), so what is visible is durable, and a folder
 * whose process was killed opens as it is.
 *
 * @throws DataFolderInUse | DataFolderUnusable
 */
export function lmdbStorage(folder: string, { neverFlush = false }: { neverFlush?: boolean } = {}): Storage {
  const meta = openFolder(folder, neverFlush);
  const log: Table = meta.openDB('log', { encoding: 'binary', keyEncoding: 'binary' });
  const streams: Table = meta.openDB('streams', { encoding: 'binary', keyEncoding: 'binary' });
  const revisions: Table = meta.openDB('revisions', { encoding: 'binary', keyEncoding: 'binary' });
  let last = lastKeyOf(log);

  function tailOf(stream: string): Tail | undefined {
    const value = streams.get(nameKey(stream));
    return value && { number: numberIn(value, 0), revision: numberIn(value, 1) };
  }

  function stored(position: number): Stored | undefined {
    const bytes = log.get(numberKey(position));
    return bytes && { position, bytes };
  }

  function ofStream(revision: number, position: Buffer): StreamEvent | undefined {
    const event = stored(numberIn(position));
    return event && { revision, ...event };
  }

  async function commit(work: () => void): Promise<void> {
    await meta.batch(work).catch(async (error: unknown) => {
      throw await failureOf(meta, error);
    });
  }

  return {
    lastPosition: () => last,
    lastRevision: (stream) => tailOf(stream)?.revision ?? -1,
    eventAt: (stream, revision) => {
      const tail = tailOf(stream);
      const position = tail && revision >= 0 ? revisions.get(numberKey(tail.number, revision)) : undefined;
      return position && ofStream(revision, position);
    },
    page: (from, direction, limit) =>
      pageOf(
        direction === 'forwards'
          ? log.getRange({ start: numberKey(Math.max(from, 0)), limit })
          : log.getRange({ start: numberKey(Math.min(from, last)), end: LOWEST, limit, reverse: true }),
        ({ key, value }) => ({ position: numberIn(key), bytes: value }),
      ),
    streamPage: (stream, from, direction, limit) => {
      const tail = tailOf(stream);
      if (!tail || from < 0) return [];
      const first = numberKey(tail.number, 0);
      const start = numberKey(tail.number, Math.min(from, tail.revision + 1));
      const end = numberKey(tail.number, tail.revision + 1);
      return pageOf(
        direction === 'forwards'
          ? revisions.getRange({ start, end, limit })
          : revisions.getRange({ start, end: first, limit, reverse: true, inclusiveEnd: true }),
        ({ key, value }) => ofStream(numberIn(key, 1), value),
      );
    },
    write: async (entries) => {
      await commit(() => put(entries));
      last = entries.at(-1)?.position ?? last;
    },
    remove: (events) =>
      commit(() => {
        for (const { stream, revision, position } of events) {
          const tail = tailOf(stream);
          if (!tail || position === last) continue;
          void log.remove(numberKey(position));
          void revisions.remove(numberKey(tail.number, revision));
        }
      }),
    close: async () => {
      release(meta);
      await meta.close();
    },
  };

  function put(entries: readonly Entry[]): void {
    const tails = new Map<string, Tail>();
    for (const { stream, revision, position, bytes } of entries) {
      const number = (tails.get(stream) ?? tailOf(stream))?.number ?? position;
      tails.set(stream, { number, revision });
      void log.put(numberKey(position), bytes);
      void revisions.put(numberKey(number, revision), numberKey(position));
    }
    for (const [stream, { number, revision }] of tails) void streams.put(nameKey(stream), numberKey(number, revision));
  }
}

function openFolder(folder: string, noSync: boolean): RootDatabase<Buffer, Buffer> {
  let meta: RootDatabase<Buffer, Buffer> | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    requireWholeFile(folder);
    meta = open<Buffer, Buffer>({
      path: folder,
      noSubdir: false, // also when the folder's name has a dot
      mapSize: MAP_SIZE,
      maxDbs: 8,
      overlappingSync: false,
      noSync,
      eventTurnBatching: false, // it would leave a failed commit as a rejection that nobody can handle
      encoding: 'binary',
      keyEncoding: 'binary',
    });
    claim(meta, folder);
    const format = meta.get(FORMAT)?.toString();
    if (format === undefined) meta.putSync(FORMAT, Buffer.from(FORMAT_VERSION));
    else if (format !== FORMAT_VERSION) throw new Error(`it was written by another version (format ${format})`);
    return meta;
  } catch (error) {
    void meta?.close();
    if (error instanceof DataFolderInUse || error instanceof DataFolderUnusable) throw error;
    throw new DataFolderUnusable(folder, error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function lastKeyOf(table: Table): number {
  for (const key of table.getKeys({ reverse: true, limit: 1 })) return numberIn(key);
  return 0;
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
