import {
  closeSync,
  constants,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  rmSync,
  write,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { flush } from '../lmdb/flush.js';
import type { Batch } from './record.js';
import { BLOCK, decode, encode, FIRST, roomOf } from './record.js';

/** In the folder of a log. */
export const WRITE_AHEAD = 'write-ahead';

/**
 * Two halves that are written in turn: one is written over once everything in it is in the tables. Large enough for
 * what is appended between two transactions of the tables many times over, small enough to be read in a moment.
 */
const HALF = 2 * 1024 * 1024;

/** Larger ones are written to the tables at once: writing them twice would take longer than flushing twice. */
export const LARGEST_RECORD = HALF / 8;

/** Where the kernel flushes with the write itself, one call does both. Elsewhere this flag promises less than a flush. */
const FLUSHED_BY_WRITE = process.platform === 'linux' ? constants.O_DSYNC : 0;

/** A flush that takes less milliseconds than these, of so few events, is waited for on the spot: a thread's help costs more. */
const SOON_MS = 0.5;
const FEW_EVENTS = 16;

const writeAt = promisify(write);
const flushData = promisify(fdatasync);

/** The file that makes batches durable before LMDB does: one write, one flush, in place. */
export class WriteAheadFile {
  private half = 0;
  private offset = 0;
  /** The last batch that each half holds. */
  private readonly lastIn: [number, number] = [0, 0];
  private scratch = Buffer.alloc(BLOCK);
  /** What writes took of late, in milliseconds: a moving average, so that one slow write sends the next ones to a thread. */
  private lately = SOON_MS;

  private constructor(
    private readonly file: number,
    private readonly neverFlush: boolean,
  ) {}

  /**
   * Opens the file, made at its full size when absent: a flush that finds the file longer waits for the file system.
   *
   * @returns undefined where there is no room for it
   */
  static open(path: string, { neverFlush }: { neverFlush: boolean }): WriteAheadFile | undefined {
    const flags = constants.O_RDWR | constants.O_CREAT | (neverFlush ? 0 : FLUSHED_BY_WRITE);
    const file = openSync(path, flags, 0o600);
    try {
      const { size } = fstatSync(file);
      if (size < 2 * HALF) {
        writeWhole(file, Buffer.alloc(2 * HALF));
        if (!neverFlush) {
          fsyncSync(file);
          flush(dirname(path));
        }
      }
      return new WriteAheadFile(file, neverFlush);
    } catch (error) {
      closeSync(file);
      if (!isFull(error)) throw error;
      rmSync(path); // a part of it would take the room that the tables are left with
      return undefined;
    }
  }

  /** Writes the first record of an epoch, which holds nothing: by it the file is known to be the one of its tables. */
  begin(epoch: Buffer): void {
    const record = Buffer.alloc(BLOCK);
    encode({ sequence: FIRST, entries: [] }, epoch, record);
    writeWhole(this.file, record);
    if (!this.neverFlush && FLUSHED_BY_WRITE === 0) fdatasyncSync(this.file);
    this.offset = BLOCK;
    this.lastIn[this.half] = FIRST;
  }

  /** Takes up where the last of these batches ends; they are what `batchesIn` found, of the same file. */
  goOnAfter(found: readonly Found[]): void {
    for (const { sequence, end } of found) {
      const half = end > HALF ? 1 : 0;
      if (sequence < this.lastIn[half]) continue;
      this.lastIn[half] = sequence;
      if (sequence < this.lastIn[half === 0 ? 1 : 0]) continue;
      this.half = half;
      this.offset = end - half * HALF;
    }
  }

  /** @returns whether there is room for a batch, given that the tables have all up to `settled` */
  hasRoomFor(bytes: number, settled: number): boolean {
    return this.offset + bytes <= HALF || this.lastIn[this.half === 0 ? 1 : 0] <= settled;
  }

  /** Resolves when it is on the disk. To be called one after the other, and only where there is room. */
  async write(batch: Batch, epoch: Buffer): Promise<void> {
    const bytes = roomOf(batch.entries);
    if (this.offset + bytes > HALF) {
      this.half = this.half === 0 ? 1 : 0;
      this.offset = 0;
    }
    if (this.scratch.length < bytes) this.scratch = Buffer.alloc(bytes);
    const record = this.scratch.subarray(0, bytes);
    encode(batch, epoch, record);
    const place = this.half * HALF + this.offset;
    const began = performance.now();
    const isSoonDone = batch.entries.length <= FEW_EVENTS && this.lately < SOON_MS && FLUSHED_BY_WRITE !== 0;
    if (isSoonDone) writeWhole(this.file, record, place);
    else await this.writeAside(record, place);
    this.lately += (performance.now() - began - this.lately) / 8;
    this.offset += bytes;
    this.lastIn[this.half] = batch.sequence;
  }

  /** On a thread, with others served meanwhile. */
  private async writeAside(record: Buffer, place: number): Promise<void> {
    for (let done = 0; done < record.length;)
      done += (await writeAt(this.file, record, done, record.length - done, place + done)).bytesWritten;
    if (!this.neverFlush && FLUSHED_BY_WRITE === 0) await flushData(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** A batch, and where its record ends in the file. */
export interface Found extends Batch {
  readonly end: number;
}

/** The whole batches of an epoch in a file, also while it is being written; undefined when it is not the file of that epoch. */
export function batchesIn(path: string, epoch: Buffer): readonly Found[] | undefined {
  const bytes = contentsOf(path);
  if (!bytes) return undefined;
  const found: Found[] = [];
  for (const half of [0, HALF])
    for (let at = half; at < half + HALF;) {
      const batch = decode(bytes.subarray(at, half + HALF), epoch);
      // what is not whole may be followed by what is: each block is looked at
      at += batch ? Math.ceil(batch.length / BLOCK) * BLOCK : BLOCK;
      if (batch) found.push({ sequence: batch.sequence, entries: batch.entries, end: at });
    }
  return found.length > 0 ? found : undefined;
}

function contentsOf(path: string): Buffer | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const bytes = Buffer.alloc(2 * HALF);
    for (let at = 0; at < bytes.length;) {
      const read = readSync(file, bytes, at, bytes.length - at, at);
      if (read === 0) return undefined;
      at += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

function writeWhole(file: number, bytes: Buffer, place = 0): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, place + at);
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String((error as NodeJS.ErrnoException).code));
}
