import { accessSync, constants, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderInUse } from '../errors.js';
import { makeFolder } from './make-folder.js';
import { claim } from './owner.js';
import type { Tables } from './tables.js';
import { openTables } from './tables.js';
import { mendWholeFile, unusable } from './whole-file.js';

const FORMAT = Buffer.from('format');
const FORMAT_VERSION = '3';

/** Their rows mean the same today; they would misread those of today, or overlook what is in the write-ahead file alone. */
const FORMATS_BEFORE = ['1', '2'];

/** Where a smaller copy of the file is made; whatever is found there when a log is opened was broken off. */
export const COMPACTING = 'compacting';

/**
 * Opens the log of a folder for this process alone.
 *
 * @throws DataFolderInUse | DataFolderUnusable
 */
export function openFolder(folder: string, options: { noSync: boolean }): Tables {
  let tables: Tables | undefined;
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    mendWholeFile(folder);
    tables = openTables(folder, options);
    claim(tables.meta, folder);
    const format = tables.meta.get(FORMAT)?.toString();
    if (format === undefined || FORMATS_BEFORE.includes(format))
      tables.meta.putSync(FORMAT, Buffer.from(FORMAT_VERSION));
    else if (format !== FORMAT_VERSION) throw new Error(`it was written by another version (format ${format})`);
    rmSync(join(folder, COMPACTING), { recursive: true, force: true });
    return tables;
  } catch (error) {
    void tables?.meta.close();
    throw error instanceof DataFolderInUse ? error : unusable(folder, error);
  }
}
