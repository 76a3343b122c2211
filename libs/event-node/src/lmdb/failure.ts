import type { RootDatabase } from 'lmdb';
import { NotWritten } from '../log/storage.js';

/**
 * What a failed transaction means.
 *
 * LMDB undoes a transaction whose pages cannot be written or flushed (on a full disk it says "input/output error" as
 * often as "no space left"). Only when the very last step fails, the page that makes it valid, is the outcome open;
 * LMDB then takes no transaction at all until the log is opened again, which a transaction of nothing finds out.
 */
export async function failureOf(meta: RootDatabase<Buffer, Buffer>, error: unknown): Promise<Error> {
  const cause = await causeOf(error);
  const said = cause instanceof Error ? cause.message : String(cause);
  try {
    meta.transactionSync(() => undefined);
    return new NotWritten(`The log cannot be written, the disk is full or refuses: ${said}.`, { cause });
  } catch {
    return new Error(`The log must be opened again, its last write failed half-way: ${said}.`, { cause });
  }
}

/** lmdb-js rejects with a general error and tells the cause in a second promise. */
async function causeOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !('commitError' in error)) return error;
  try {
    await error.commitError;
  } catch (cause) {
    return cause;
  }
  return error;
}
