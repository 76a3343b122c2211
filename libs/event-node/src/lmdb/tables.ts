import type { Database, RootDatabase } from 'lmdb';
import { open } from 'lmdb';
import type { Entry } from '../log/storage.js';
import { nameKey, numberIn, numberKey } from './keys.js';

export type Table = Database<Buffer, Buffer>;

/**
 * What a log's file holds: `log` position → record; `streams` name → number, a revision that the last one is not below;
 * `revisions` number, revision → position. The rest is in `meta`.
 *
 * An append to a stream that exists leaves its row in `streams` alone: the fewer pages a transaction touches, the sooner
 * it is flushed.
 */
export interface Tables {
  readonly meta: RootDatabase<Buffer, Buffer>;
  readonly log: Table;
  readonly streams: Table;
  readonly revisions: Table;
}

/** What is known of a stream: its number (the position of its first event) and its last revision. */
export interface Tail {
  readonly number: number;
  readonly revision: number;
}

/** Address space, not memory or disk: what the log can grow to without being opened again. */
const MAP_SIZE = 2 ** 40;

/**
 * Opens the file of a folder, made when absent.
 *
 * Transactions are flushed before they commit (`overlappingSync` off), so what is visible is durable.
 */
export function openTables(folder: string, { noSync }: { noSync: boolean }): Tables {
  const meta = open<Buffer, Buffer>({
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
  return tablesIn(meta);
}

export function tablesIn(meta: RootDatabase<Buffer, Buffer>): Tables {
  const table = (name: string): Table => meta.openDB(name, { encoding: 'binary', keyEncoding: 'binary' });
  return { meta, log: table('log'), streams: table('streams'), revisions: table('revisions') };
}

export function tailOf({ streams, revisions }: Tables, stream: string): Tail | undefined {
  const value = streams.get(nameKey(stream));
  if (!value) return undefined;
  const [number, revision] = [numberIn(value, 0), numberIn(value, 1)];
  const [start, end] = [numberKey(number, Number.MAX_SAFE_INTEGER), numberKey(number, revision)];
  for (const key of revisions.getKeys({ start, end, reverse: true, limit: 1 }))
    return { number, revision: numberIn(key, 1) };
  return { number, revision };
}

/** The position of the last event, 0 when there is none. */
export function lastPositionOf({ log }: Pick<Tables, 'log'>): number {
  for (const key of log.getKeys({ reverse: true, limit: 1 })) return numberIn(key);
  return 0;
}

/**
 * Within a transaction.
 *
 * @param tailBefore  the tail of a stream before it
 * @returns the tails of the streams that were written to
 */
export function put(
  tables: Tables,
  entries: readonly Entry[],
  tailBefore = (stream: string): Tail | undefined => tailOf(tables, stream),
): Map<string, Tail> {
  const tails = new Map<string, Tail>();
  for (const { stream, revision, position, bytes } of entries) {
    const before = tails.get(stream) ?? tailBefore(stream);
    const number = before?.number ?? position;
    if (!before) void tables.streams.put(nameKey(stream), numberKey(number, revision));
    tails.set(stream, { number, revision });
    void tables.log.put(numberKey(position), bytes);
    void tables.revisions.put(numberKey(number, revision), numberKey(position));
  }
  return tails;
}

/** Within a transaction. */
export function remove(tables: Tables, events: readonly Omit<Entry, 'bytes'>[]): void {
  for (const { stream, revision, position } of events) {
    const tail = tailOf(tables, stream);
    if (!tail) continue;
    void tables.log.remove(numberKey(position));
    void tables.revisions.remove(numberKey(tail.number, revision));
    if (revision === tail.revision) void tables.streams.put(nameKey(stream), numberKey(tail.number, revision));
  }
}
