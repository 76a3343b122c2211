import { crc32 } from 'node:zlib';
import type { Entry } from '../log/storage.js';

/** What one flush keeps: the entries of a batch, and its place in the order of batches. */
export interface Batch {
  readonly sequence: number;
  readonly entries: readonly Entry[];
}

/** Records begin at multiples of it, so that none is written again with the next one. */
export const BLOCK = 4096;

/** The sequence of the record that an epoch begins with. */
export const FIRST = 1;

/** Tells the records of one log from those of a file that was put in its place. */
export const EPOCH_BYTES = 8;

const MAGIC = 0x54574131;

/** Head: magic, checksum of what follows, length, count of entries, epoch, sequence. Numbers are little-endian. */
const AT = { magic: 0, checksum: 4, length: 8, count: 12, epoch: 16, sequence: 24 } as const;
const HEAD = 32;

/** Before each entry: lengths of its stream's name and of its bytes, revision, position. */
const ENTRY_HEAD = 24;

/** Bytes that a record takes in the file. */
export function roomOf(entries: readonly Entry[]): number {
  const bytes = entries.reduce(
    (sum, entry) => sum + ENTRY_HEAD + Buffer.byteLength(entry.stream) + entry.bytes.length,
    HEAD,
  );
  return Math.ceil(bytes / BLOCK) * BLOCK;
}

/** @param into  as long as `roomOf` says */
export function encode({ sequence, entries }: Batch, epoch: Buffer, into: Buffer): void {
  let at = HEAD;
  for (const { stream, revision, position, bytes } of entries) {
    const nameBytes = into.write(stream, at + ENTRY_HEAD);
    into.writeUInt32LE(nameBytes, at);
    into.writeUInt32LE(bytes.length, at + 4);
    into.writeDoubleLE(revision, at + 8);
    into.writeDoubleLE(position, at + 16);
    at += ENTRY_HEAD + nameBytes;
    at += bytes.copy(into, at);
  }
  into.fill(0, at);
  into.writeUInt32LE(MAGIC, AT.magic);
  into.writeUInt32LE(at, AT.length);
  into.writeUInt32LE(entries.length, AT.count);
  epoch.copy(into, AT.epoch);
  into.writeDoubleLE(sequence, AT.sequence);
  into.writeUInt32LE(crc32(into.subarray(AT.length, at)), AT.checksum);
}

/** Reads the record that begins `bytes`; undefined when there is none of this epoch, or not a whole one. */
export function decode(bytes: Buffer, epoch: Buffer): (Batch & { readonly length: number }) | undefined {
  if (bytes.length < HEAD || bytes.readUInt32LE(AT.magic) !== MAGIC) return undefined;
  const length = bytes.readUInt32LE(AT.length);
  if (length < HEAD || length > bytes.length) return undefined;
  if (!bytes.subarray(AT.epoch, AT.epoch + EPOCH_BYTES).equals(epoch)) return undefined;
  if (crc32(bytes.subarray(AT.length, length)) !== bytes.readUInt32LE(AT.checksum)) return undefined;
  const entries: Entry[] = [];
  let at = HEAD;
  for (let count = bytes.readUInt32LE(AT.count); count > 0; count -= 1) {
    const name = at + ENTRY_HEAD;
    const content = name + bytes.readUInt32LE(at);
    const end = content + bytes.readUInt32LE(at + 4);
    entries.push({
      stream: bytes.toString('utf8', name, content),
      revision: bytes.readDoubleLE(at + 8),
      position: bytes.readDoubleLE(at + 16),
      bytes: bytes.subarray(content, end),
    });
    at = end;
  }
  return { sequence: bytes.readDoubleLE(AT.sequence), entries, length };
}
