import { randomBytes } from 'node:crypto';
import type { RootDatabase } from 'lmdb';
import { EPOCH_BYTES, FIRST } from './record.js';

/**
 * How much of the write-ahead file the tables hold: a row of theirs, which each transaction that settles a batch
 * changes with it. Where there is none, they hold all.
 */
export interface Mark {
  readonly epoch: Buffer;
  /** The last batch that the tables hold. */
  readonly settled: number;
  /** The last of those that went by the file, which holds it still, or a later one. */
  readonly filed: number;
}

const MARK = Buffer.from('write-ahead');
const ROW_BYTES = EPOCH_BYTES + 16;

export function newMark(): Mark {
  return { epoch: randomBytes(EPOCH_BYTES), settled: FIRST, filed: FIRST };
}

export function markIn(meta: RootDatabase<Buffer, Buffer>): Mark | undefined {
  const row = meta.get(MARK);
  return (
    row && {
      epoch: Buffer.from(row.subarray(0, EPOCH_BYTES)),
      settled: row.readDoubleLE(EPOCH_BYTES),
      filed: row.length < ROW_BYTES ? 0 : row.readDoubleLE(EPOCH_BYTES + 8), // releases before did not say
    }
  );
}

/** Within a transaction, or as one. */
export function putMark(meta: RootDatabase<Buffer, Buffer>, { epoch, settled, filed }: Mark): void {
  const row = Buffer.alloc(ROW_BYTES);
  epoch.copy(row);
  row.writeDoubleLE(settled, EPOCH_BYTES);
  row.writeDoubleLE(filed, EPOCH_BYTES + 8);
  void meta.put(MARK, row);
}

/** Says that the tables hold all. */
export function removeMark(meta: RootDatabase<Buffer, Buffer>): void {
  meta.removeSync(MARK);
}
