import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { RootDatabase } from 'lmdb';
import { FILE } from './whole-file.js';

/** Room that is made at once: an eighth of what is used, within these. */
const LEAST = 256 * 1024;
const MOST = 4 * 1024 * 1024;

/** Bytes written between two looks. */
const LOOK_EVERY = 64 * 1024;

/**
 * Keeps the log's file longer than what is used of it.
 *
 * A flush that only finds other contents in a file is quick; one that finds the file longer waits for the file
 * system's journal, and so for whatever other programs have in it.
 */
export class RoomAhead {
  private readonly file: string;
  private unseen = LOOK_EVERY;

  constructor(folder: string) {
    this.file = join(folder, FILE);
  }

  /** @returns whether `make` should be called, when no transaction is under way */
  isShort(meta: RootDatabase<Buffer, Buffer>, written: number): boolean {
    this.unseen += written;
    if (this.unseen < LOOK_EVERY) return false;
    this.unseen = 0;
    const used = usedBytes(meta);
    return statSync(this.file).size - used < roomFor(used) / 2;
  }

  /** Must not run beside a transaction, which may write beyond the end of the file just as well. */
  async make(meta: RootDatabase<Buffer, Buffer>): Promise<void> {
    const file = await open(this.file, 'r+');
    try {
      const zeros = Buffer.alloc(roomFor(usedBytes(meta)));
      await file.write(zeros, 0, zeros.length, (await file.stat()).size);
      await file.datasync();
    } catch {
      // no room on the disk: a transaction finds that out by itself
    } finally {
      await file.close();
    }
  }
}

function roomFor(used: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.floor(used / 8)));
}

function usedBytes(meta: RootDatabase<Buffer, Buffer>): number {
  const { lastPageNumber, pageSize } = meta.getStats() as { lastPageNumber: number; pageSize: number };
  return (lastPageNumber + 1) * pageSize;
}
