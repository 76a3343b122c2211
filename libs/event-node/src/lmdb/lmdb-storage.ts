import { join } from 'node:path';
import type { Storage } from '../log/storage.js';
import type { Mark } from '../write-ahead/mark.js';
import { markIn, newMark, putMark } from '../write-ahead/mark.js';
import { unsettled } from '../write-ahead/unsettled.js';
import { batchesIn, WRITE_AHEAD, WriteAheadFile } from '../write-ahead/write-ahead-file.js';
import { writeAheadStorage } from '../write-ahead/write-ahead-storage.js';
import { openFolder } from './open-folder.js';
import { release } from './owner.js';
import { tableStorage } from './table-storage.js';
import type { Tables } from './tables.js';
import { lost, unusable } from './whole-file.js';

export interface Settling {
  /** Answers before the disk has anything: to measure, never to keep events. */
  readonly neverFlush?: boolean;
  /** How long what is in the write-ahead file alone may wait there. */
  readonly settleAfterMs?: number;
}

/**
 * A log in a folder of its own. What is visible is durable, and a folder whose process was killed opens as it is.
 *
 * @throws DataFolderInUse | DataFolderUnusable
 */
export function lmdbStorage(folder: string, settling: Settling = {}): Storage {
  const tables = openFolder(folder, { noSync: settling.neverFlush ?? false });
  try {
    return storageOf(folder, tables, settling);
  } catch (error) {
    release(tables.meta);
    void tables.meta.close();
    throw unusable(folder, error);
  }
}

function storageOf(folder: string, tables: Tables, { neverFlush = false, settleAfterMs }: Settling): Storage {
  const path = join(folder, WRITE_AHEAD);
  const before = markIn(tables.meta);
  const found = before && batchesIn(path, before.epoch);
  if (before && !found) throw lost(folder, `${WRITE_AHEAD} is gone or another log's`);
  const file = WriteAheadFile.open(path, { neverFlush });
  const inTables = tableStorage(folder, tables, { neverFlush });
  // no room for the file: everything goes to the tables at once
  if (!file) return { ...inTables, close: () => inTables.close(false) };
  if (!before || !found) return writeAheadStorage(inTables, file, begun(tables, file), [], settleAfterMs);
  const { batches, isWhole } = unsettled(found, before);
  if (!isWhole) throw lost(folder, `${WRITE_AHEAD} is damaged or an older copy`);
  file.goOnAfter(found);
  return writeAheadStorage(inTables, file, before, batches, settleAfterMs);
}

function begun({ meta }: Tables, file: WriteAheadFile): Mark {
  const mark = newMark();
  file.begin(mark.epoch);
  meta.transactionSync(() => putMark(meta, mark));
  return mark;
}
