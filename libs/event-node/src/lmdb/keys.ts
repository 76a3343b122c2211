import { createHash } from 'node:crypto';

const WORD = 2 ** 32;

/** LMDB takes keys up to 1978 bytes; names may be longer. */
const LONGEST_NAME = 512;

/** A key whose byte order is the order of the numbers (each from 0 up to 2^53). */
export function numberKey(...numbers: readonly number[]): Buffer {
  const key = Buffer.allocUnsafe(numbers.length * 8);
  numbers.forEach((number, index) => {
    key.writeUInt32BE(Math.floor(number / WORD), index * 8);
    key.writeUInt32BE(number % WORD, index * 8 + 4);
  });
  return key;
}

/** The number at `index` of a `numberKey`. */
export function numberIn(key: Buffer, index = 0): number {
  return key.readUInt32BE(index * 8) * WORD + key.readUInt32BE(index * 8 + 4);
}

/** Long names become their digest behind a byte that no UTF-8 text holds. */
export function nameKey(name: string): Buffer {
  const bytes = Buffer.from(name);
  if (bytes.length <= LONGEST_NAME) return bytes;
  return Buffer.concat([Buffer.from([0xff]), createHash('sha256').update(bytes).digest()]);
}
