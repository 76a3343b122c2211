// The little of protobuf's encoding that records need: they are written once and sent as they are.

const LENGTH_DELIMITED = 2;

export interface Cursor {
  at: number;
}

/** Steps over a tag and its length, into the field's content. @returns the length */
export function enter(message: Buffer, cursor: Cursor): number {
  cursor.at += 1;
  return readVarint(message, cursor);
}

/** Exact up to 2^53. */
export function readVarint(message: Uint8Array, cursor: Cursor): number {
  let value = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = message[cursor.at++] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
}

export function readText(message: Buffer, cursor: Cursor): string {
  const length = enter(message, cursor);
  cursor.at += length;
  return message.toString('utf8', cursor.at - length, cursor.at);
}

export function bytesField(field: number, content: Uint8Array): Buffer {
  return Buffer.concat(nested(field, [content]));
}

/** A length-delimited field around parts that are already encoded. */
export function nested(field: number, parts: readonly Uint8Array[]): Uint8Array[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [Buffer.from([(field << 3) | LENGTH_DELIMITED, ...varint(length)]), ...parts];
}

export function numberField(field: number, value: number): Buffer {
  return Buffer.from([field << 3, ...varint(value)]);
}

/** Also right above 2^31, where bit operators are not. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}
