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

/** Encodes a message from its end to its beginning: what is inside a field is then known before its length is written. */
export class BackwardWriter {
  private readonly buffer: Buffer;
  private at: number;

  /** @param atMost  bytes that the message may take */
  constructor(atMost: number) {
    this.buffer = Buffer.allocUnsafe(atMost);
    this.at = atMost;
  }

  /** Where what is written next will end. */
  get end(): number {
    return this.at;
  }

  get written(): Buffer {
    return this.buffer.subarray(this.at);
  }

  bytes(content: Uint8Array): void {
    this.at -= content.length;
    this.buffer.set(content, this.at);
  }

  text(content: string): void {
    this.at -= Buffer.byteLength(content);
    this.buffer.write(content, this.at);
  }

  number(field: number, value: number): void {
    this.varint(value);
    this.buffer[--this.at] = field << 3;
  }

  /** Puts a field around everything written since `end`. */
  around(field: number, end: number): void {
    this.varint(end - this.at);
    this.buffer[--this.at] = (field << 3) | LENGTH_DELIMITED;
  }

  private varint(value: number): void {
    let length = 1;
    for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) length += 1;
    this.at -= length;
    let [place, rest] = [this.at, value];
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.buffer[place++] = (rest % 128) + 128;
    this.buffer[place] = rest;
  }
}
