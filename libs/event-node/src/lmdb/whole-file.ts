import { closeSync, fstatSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderUnusable } from '../errors.js';

/** The file that LMDB keeps everything in. */
export const FILE = 'data.mdb';

/** Where LMDB's first page says that it is one, how large pages are, and each of the first two what they hold (`MDB_meta` in mdb.c). */
const MAGIC = 24;
const IS_LMDB = 0xbeefc0de;
const PAGE_SIZE = 48;
const ROOTS = [88, 136] as const;
const LAST_PAGE = 144;
const TRANSACTION = 152;
const HEAD = 160;
const NONE = 2n ** 64n - 1n;

/** Pages at the end that a transaction took and gave back are not written, perhaps: far fewer than these. */
const UNWRITTEN = 64n;

/**
 * LMDB maps its file and believes it: reading what is no longer there kills the process without a word (SIGBUS). So
 * whether the newest roots and the last pages are within the file is looked at first. A file that is not there is no fault.
 *
 * @returns bytes up to the end of the last page, which may lie beyond the end of the file by a few that were never written
 * @throws DataFolderUnusable when it is cut off, or something else
 */
export function requireWholeFile(folder: string): number {
  const file = openIfThere(join(folder, FILE));
  if (file === undefined) return 0;
  try {
    const { size } = fstatSync(file);
    const first = headAt(file, 0);
    if (size > 0 && first.readUInt32LE(MAGIC) !== IS_LMDB)
      throw new DataFolderUnusable(folder, `${FILE} is no event log: give another folder, or restore a backup`);
    const pageBytes = first.readUInt32LE(PAGE_SIZE);
    const second = headAt(file, pageBytes);
    const newest = second.readBigUInt64LE(TRANSACTION) > first.readBigUInt64LE(TRANSACTION) ? second : first;
    const isThere = (root: bigint): boolean => root === NONE || (root + 1n) * BigInt(pageBytes) <= BigInt(size);
    const last = newest.readBigUInt64LE(LAST_PAGE) - UNWRITTEN;
    if (size > 0 && !(isThere(last) && ROOTS.every((place) => isThere(newest.readBigUInt64LE(place)))))
      throw new DataFolderUnusable(folder, `${FILE} is cut off, what it should end with is gone: restore a backup`);
    return size > 0 ? Number((newest.readBigUInt64LE(LAST_PAGE) + 1n) * BigInt(pageBytes)) : 0;
  } finally {
    closeSync(file);
  }
}

/**
 * As `requireWholeFile`, for who may write: what lies beyond the end of the file reads as zeros afterwards, which LMDB
 * refuses as no page of its own, where it would have been killed.
 */
export function mendWholeFile(folder: string): void {
  const used = requireWholeFile(folder);
  const file = join(folder, FILE);
  if (used > 0 && statSync(file).size < used) truncateSync(file, used);
}

/** What people are told where LMDB fails on a log, above all that it found pages which are none. */
export function unusable(folder: string, error: unknown): DataFolderUnusable {
  if (error instanceof DataFolderUnusable) return error;
  const said = (error instanceof Error ? error.message : String(error)).replace(/^Error: /, '');
  const isDamaged = /MDB_(?:CORRUPTED|PAGE_NOTFOUND|INVALID|BAD_TXN)/.test(said);
  const why = isDamaged ? `${FILE} is damaged or cut off (${said}): restore a backup` : said;
  return new DataFolderUnusable(folder, why, { cause: error });
}

/** Events that were acknowledged are in no file any more. */
export function lost(folder: string, what: string): DataFolderUnusable {
  return new DataFolderUnusable(
    folder,
    `${what}, and what was appended last is in it alone: put back the one that belongs to ${FILE}, or restore a backup`,
  );
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined; // whoever opens the log says why it cannot
  }
}

/** What is not there reads as zeros, of which LMDB makes a new file only where there is none at all. */
function headAt(file: number, position: number): Buffer {
  const head = Buffer.alloc(HEAD);
  readSync(file, head, 0, HEAD, position);
  return head;
}
