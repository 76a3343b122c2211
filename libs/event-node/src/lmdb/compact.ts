import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { headingOf } from '../log/record.js';
import { rested } from '../log/rested.js';
import type { Compacted } from '../log/storage.js';
import { NotWritten } from '../log/storage.js';
import { flush } from './flush.js';
import { numberIn, numberKey } from './keys.js';
import { COMPACTING } from './open-folder.js';
import type { Table, Tables } from './tables.js';
import { lastPositionOf, openTables, put } from './tables.js';
import { FILE } from './whole-file.js';

const LOCK = 'lock.mdb';

/** Rows of one step, and events that may be left for when appends have to wait. */
const STEP_ROWS = 512;
const STEP_BYTES = 256 * 1024;
const FEW_EVENTS = 128;

/** A file of which this much is in use is small enough. */
const WORTHWHILE = 0.9;

interface Exchange {
  readonly signal: AbortSignal;
  /** Runs its work while no transaction does. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly replaceBy: (smaller: Tables) => void;
}

/**
 * Gives room that removed events took back to the file system: LMDB keeps it for later, its file never shrinks.
 *
 * The rows are copied in small steps into a file of their own while appends go on, then what was appended meanwhile,
 * then the last few events while appends wait; then the new file takes the place of the old one. Broken off at any
 * moment, the old file is whole and in its place, or the new one is. Nobody else may remove events meanwhile.
 *
 * @throws NotWritten when the disk has no room for the copy
 */
export async function compact(
  folder: string,
  from: Tables,
  { signal, alone, replaceBy }: Exchange,
): Promise<Compacted> {
  const bytesBefore = statSync(join(folder, FILE)).size;
  const bytesInUse = inUse(from);
  if (bytesInUse >= bytesBefore * WORTHWHILE) return { bytesBefore, bytesAfter: bytesBefore, pauseMs: 0 };
  await requireRoom(folder, bytesInUse);

  const work = join(folder, COMPACTING);
  let copy: Tables | undefined;
  try {
    const until = lastPositionOf(from);
    await copyRows(from, work, until, signal);
    copy = openTables(work, { noSync: false });
    while (lastPositionOf(from) - lastPositionOf(copy) > FEW_EVENTS) await catchUp(from, copy, signal);
    const smaller = copy;
    const pauseMs = await alone(async () => {
      const began = performance.now();
      while (lastPositionOf(from) > lastPositionOf(smaller)) await catchUp(from, smaller, signal);
      signal.throwIfAborted();
      copyMeta(from, smaller);
      requireSame(from, smaller);
      takePlace(work, folder);
      replaceBy(smaller); // from here on the copy is the log: what fails now must not close it
      copy = undefined;
      flush(folder);
      return performance.now() - began;
    });
    await from.meta.close(); // only now the file system has the room
    return { bytesBefore, bytesAfter: statSync(join(folder, FILE)).size, pauseMs };
  } catch (error) {
    await copy?.meta.close();
    throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function requireRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes)
    throw new NotWritten(
      `The log's file cannot be made smaller: its copy needs ${megabytes(bytes)} MB, the disk has ${megabytes(bavail * bsize)} MB.`,
    );
}

/** Unflushed while it grows, flushed as a whole: nobody relies on it before. */
async function copyRows(from: Tables, work: string, until: number, signal: AbortSignal): Promise<void> {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { mode: 0o700 });
  const copy = openTables(work, { noSync: true });
  try {
    await copyTable(from.log, copy.log, numberKey(until), signal);
    // rows of events beyond `until` may come along: they are put again with their events
    await copyTable(from.streams, copy.streams, undefined, signal);
    await copyTable(from.revisions, copy.revisions, undefined, signal);
  } finally {
    await copy.meta.close();
  }
  flush(join(work, FILE));
}

/** Fills pages to the brim; lmdb-js takes it here, which its types do not say. */
const APPENDING = { append: true } as unknown as number;

/** LMDB lists the tables among the rows of `meta`. */
const TABLES = ['log', 'streams', 'revisions'];

/** What the log says of itself; it changes with each transaction. */
function copyMeta(from: Tables, to: Tables): void {
  to.meta.transactionSync(() => {
    for (const { key, value } of from.meta.getRange({}))
      if (!TABLES.includes(key.toString())) to.meta.putSync(key, Buffer.from(value));
  });
}

async function copyTable(from: Table, to: Table, until: Buffer | undefined, signal: AbortSignal): Promise<void> {
  let after: Buffer | undefined;
  for (;;) {
    const began = performance.now();
    const rows = after ? { start: after, exclusiveStart: true } : {};
    const step: { key: Buffer; value: Buffer }[] = [];
    let bytes = 0;
    for (const { key, value } of from.getRange({ ...rows, limit: STEP_ROWS })) {
      if (until && Buffer.compare(key, until) > 0) break;
      step.push({ key: Buffer.from(key), value });
      bytes += value.length;
      if (bytes > STEP_BYTES) break;
    }
    const end = step.at(-1);
    if (!end) return;
    await to.batch(() => {
      for (const { key, value } of step) void to.put(key, value, APPENDING);
    });
    after = end.key;
    await rested(performance.now() - began, signal);
  }
}

async function catchUp(from: Tables, to: Tables, signal: AbortSignal): Promise<void> {
  const start = numberKey(lastPositionOf(to) + 1);
  const entries = [...from.log.getRange({ start, limit: STEP_ROWS })].map(({ key, value }) => {
    const { stream, revision } = headingOf(value);
    return { position: numberIn(key), stream, revision, bytes: value };
  });
  await to.meta.batch(() => put(to, entries));
  signal.throwIfAborted();
}

function requireSame(from: Tables, to: Tables): void {
  for (const table of ['log', 'streams', 'revisions'] as const)
    if (rowsIn(from[table]) !== rowsIn(to[table]))
      throw new Error(`The smaller copy of the log has ${rowsIn(to[table])} ${table}, not ${rowsIn(from[table])}.`);
}

/**
 * The lock goes first: whoever comes between the two moves finds the old log, which nobody writes to any more, and
 * never the new one without the lock that its readers are listed in.
 */
function takePlace(work: string, folder: string): void {
  renameSync(join(work, LOCK), join(folder, LOCK));
  renameSync(join(work, FILE), join(folder, FILE));
}

interface Statistics {
  readonly pageSize: number;
  readonly entryCount: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

function rowsIn(table: Table): number {
  return (table.getStats() as Statistics).entryCount;
}

/** Bytes of the pages that hold rows. */
function inUse({ log, streams, revisions }: Tables): number {
  return [log, streams, revisions].reduce((sum, table) => {
    const statistics = table.getStats() as Statistics;
    const pages = statistics.treeBranchPageCount + statistics.treeLeafPageCount + statistics.overflowPages;
    return sum + pages * statistics.pageSize;
  }, 0);
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
