import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { LogMissing } from '../errors.js';
import { numberIn } from './keys.js';
import { makeFolder } from './make-folder.js';
import { release } from './owner.js';
import { FILE, requireWholeFile } from './whole-file.js';

/**
 * Copies the log of a folder as it stands at one moment, also while a node writes to it; the copy belongs to nobody.
 *
 * @param to  a folder that does not exist yet
 * @returns the position of the copy's last event, 0 when there is none
 */
export async function copyLog(from: string, to: string): Promise<number> {
  const source = openLogOf(from, { readOnly: true });
  try {
    makeFolder(to);
    await source.backup(to, true);
  } finally {
    await source.close();
  }
  const copy = openLogOf(to, { readOnly: false });
  release(copy); // it was copied with its owner's mark
  const last = lastIn(copy);
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
    return lastIn(meta);
  } finally {
    await meta.close();
  }
}

function lastIn(meta: RootDatabase<Buffer, Buffer>): number {
  const log = meta.openDB<Buffer, Buffer>('log', { encoding: 'binary', keyEncoding: 'binary' });
  for (const key of log.getKeys({ reverse: true, limit: 1 })) return numberIn(key);
  return 0;
}

/** Opens the file of a log besides its owner, who may be writing to it. */
export function openLogOf(path: string, { readOnly }: { readOnly: boolean }): RootDatabase<Buffer, Buffer> {
  if (!existsSync(join(path, FILE))) throw new LogMissing(path);
  requireWholeFile(path);
  const options = { path, readOnly, noSubdir: false, maxDbs: 8, encoding: 'binary', keyEncoding: 'binary' } as const;
  return open<Buffer, Buffer>(options);
}
