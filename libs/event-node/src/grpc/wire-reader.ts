/** How a field is encoded, the lower bits of its tag. */
const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const GROUP = 3;
const END_OF_GROUP = 4;
const FIXED_32 = 5;

const LONGEST_VARINT = 10;

/** The tag of a field that holds a number. */
export function numberTag(field: number): number {
  return (field << 3) | VARINT;
}

/** The tag of a field that holds bytes, text or a message. */
export function bytesTag(field: number): number {
  return (field << 3) | LENGTH_DELIMITED;
}

/**
 * Reads a protobuf message that came from outside, without copying it.
 *
 * Every method is told where the message ends that is being read, and reads nothing beyond.
 *
 * @throws Error, all of them, when the message is malformed
 */
export class WireReader {
  at = 0;

  constructor(private readonly bytes: Buffer) {}

  /** Steps into a field of bytes, text or a message. @returns where it ends */
  enter(end: number): number {
    const length = this.number(end);
    if (length > end - this.at) throw malformed();
    return this.at + length;
  }

  /** Everything up to `end`, as a view. */
  slice(end: number): Buffer {
    const content = this.bytes.subarray(this.at, end);
    this.at = end;
    return content;
  }

  text(end: number): string {
    const text = this.bytes.toString('utf8', this.at, end);
    this.at = end;
    return text;
  }

  /** A tag, or another number without a sign; exact up to 2^53. */
  number(end: number): number {
    let value = 0;
    for (let factor = 1, last = this.lastOf(end); this.at < last; factor *= 128) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw malformed();
  }

  /** 64 bits without a sign. */
  unsigned(end: number): bigint {
    let value = 0n;
    for (let shift = 0n, last = this.lastOf(end); this.at < last; shift += 7n) {
      const byte = this.bytes[this.at++] ?? 0;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
    throw malformed();
  }

  /** 64 bits with a sign, as near as a number comes. */
  signed(end: number): number {
    return Number(BigInt.asIntN(64, this.unsigned(end)));
  }

  /** Steps over a field that nobody asked for; groups, which nobody uses any more, are fields as well. */
  skip(tag: number, end: number): void {
    let groups = 0;
    for (let next = tag; ; next = this.number(end)) {
      const kind = next % 8;
      if (next < 8) throw malformed();
      if (kind === VARINT) this.number(end);
      else if (kind === FIXED_64) this.at += 8;
      else if (kind === LENGTH_DELIMITED) this.at = this.enter(end);
      else if (kind === FIXED_32) this.at += 4;
      else if (kind === GROUP) groups += 1;
      else if (kind !== END_OF_GROUP || groups-- === 0) throw malformed();
      if (this.at > end) throw malformed();
      if (groups === 0) return;
    }
  }

  private lastOf(end: number): number {
    return Math.min(end, this.at + LONGEST_VARINT);
  }
}

function malformed(): Error {
  return new Error('The message is malformed.');
}
