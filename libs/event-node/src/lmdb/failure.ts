import { StorageFull } from '../log/storage.js';

/** What the system and LMDB say when there is no room; the transaction is then undone. */
const NO_ROOM = /ENOSPC|EDQUOT|EFBIG|MDB_MAP_FULL|No space left|File too large|Disk quota|mapsize/i;

/** lmdb-js rejects with a general error and tells the cause in a second promise. */
export async function failureOf(error: unknown): Promise<Error> {
  const cause = await causeOf(error);
  const message = cause instanceof Error ? cause.message : String(cause);
  return NO_ROOM.test(message)
    ? new StorageFull(`There is no room left on the disk: ${message}`, { cause })
    : new Error(`The log could not be written: ${message}`, { cause });
}

async function causeOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !('commitError' in error)) return error;
  try {
    await error.commitError;
  } catch (cause) {
    return cause;
  }
  return error;
}
