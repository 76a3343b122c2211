import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { LogMissing } from '../errors.js';
import type { Entry } from '../log/storage.js';
import type { Mark } from '../write-ahead/mark.js';
import { markIn, removeMark } from '../write-ahead/mark.js';
import { unsettled } from '../write-ahead/unsettled.js';
import type { Found } from '../write-ahead/write-ahead-file.js';
import { batchesIn, WRITE_AHEAD } from '../write-ahead/write-ahead-file.js';
import { makeFolder } from './make-folder.js';
import { release } from './owner.js';
import { lastPositionOf, put, tablesIn } from './tables.js';
import { FILE, lost, requireWholeFile, unusable } from './whole-file.js';

/**
 * Copies the log of a folder as it stands at one moment, also while a node writes to it; the copy belongs to nobody,
 * and its tables hold all of it.
 *
 * @param to  a folder that does not exist yet
 * @returns the position of the copy's last event, 0 when there is none
 */
export async function copyLog(from: string, to: string): Promise<number> {
  const source = openLogOf(from, { readOnly: true });
  let ahead: Ahead;
  try {
    // before the tables: what leaves the file meanwhile is in them
    ahead = aheadOf(from, source);
    makeFolder(to);
    await source.backup(to, true);
  } finally {
    await source.close();
  }
  const copy = openLogOf(to, { readOnly: false });
  const tables = tablesIn(copy);
  const late = ahead(copy);
  if (late.length > 0) await copy.batch(() => put(tables, late));
  removeMark(copy);
  release(copy); // it was copied with its owner's mark
  const last = lastPositionOf(tables);
  await copy.close();
  rmSync(join(to, 'lock.mdb'), { force: true });
  return last;
}

/**
 * The position of the last event of a log, also while a node writes to it; 0 when it has none.
 *
 * @throws LogMissing | DataFolderUnusable
 */
export async function lastPositionIn(folder: string): Promise<number> {
  const meta = openLogOf(folder, { readOnly: true });
  try {
    return aheadOf(folder, meta)(meta).at(-1)?.position ?? lastPositionOf(tablesIn(meta));
  } catch (error) {
    throw unusable(folder, error);
  } finally {
    await meta.close();
  }
}

/** What was in a write-ahead file and tables of its log do not hold. */
type Ahead = (meta: RootDatabase<Buffer, Buffer>) => Entry[];

function aheadOf(folder: string, source: RootDatabase<Buffer, Buffer>): Ahead {
  const before = markIn(source);
  const found = before ? foundIn(folder, source, before) : [];
  return (meta) => {
    const mark = markIn(meta);
    if (!before || !mark?.epoch.equals(before.epoch)) return []; // begun anew meanwhile: the tables held all
    return unsettled(found, mark).batches.flatMap(({ entries }) => entries);
  };
}

/**
 * The batches of a write-ahead file, whose owner may be writing to it.
 *
 * @throws DataFolderUnusable when it has lost some
 */
function foundIn(folder: string, source: RootDatabase<Buffer, Buffer>, mark: Mark): readonly Found[] {
  const read = (): readonly Found[] | undefined => batchesIn(join(folder, WRITE_AHEAD), mark.epoch);
  const found = read();
  const { batches, isWhole } = unsettled(found ?? [], mark);
  if (isWhole && found) return found;
  // what was written while that was read is there now, or in the tables
  const again = read();
  source.resetReadTxn();
  const now = markIn(source);
  if (!now?.epoch.equals(mark.epoch)) return [];
  if (!again) throw lost(folder, `${WRITE_AHEAD} is gone or another log's`);
  const missing = mark.settled + 1 + batches.length;
  if (found && now.settled < missing && !again.some(({ sequence }) => sequence === missing))
    throw lost(folder, `${WRITE_AHEAD} is damaged or an older copy`);
  return again;
}

/** Opens the file of a log besides its owner, who may be writing to it. */
export function openLogOf(path: string, { readOnly }: { readOnly: boolean }): RootDatabase<Buffer, Buffer> {
  if (!existsSync(join(path, FILE))) throw new LogMissing(path);
  requireWholeFile(path);
  const options = { path, readOnly, noSubdir: false, maxDbs: 8, encoding: 'binary', keyEncoding: 'binary' } as const;
  try {
    return open<Buffer, Buffer>(options);
  } catch (error) {
    throw unusable(path, error);
  }
}
