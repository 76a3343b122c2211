// The little of protobuf's encoding that appends and their answers need.
import { FRAME_HEAD } from './grpc-frames.js';

const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** A field of a message: its number, and where its content lies; of a number, the number itself. */
export interface Field {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Writes a message from its end to its beginning: what is inside a field is then known before its length is written. */
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

  text(field: number, text: string): void {
    const { end } = this;
    this.at -= Buffer.byteLength(text);
    this.buffer.write(text, this.at);
    this.around(field, end);
  }

  /** A number without a sign, exact up to 2^53. */
  number(field: number, value: number): void {
    this.varint(value);
    this.buffer[--this.at] = (field << 3) | VARINT;
  }

  /** Puts a field around everything written since `end`. */
  around(field: number, end: number): void {
    this.varint(end - this.at);
    this.buffer[--this.at] = (field << 3) | LENGTH_DELIMITED;
  }

  /** Puts before all that is written what gRPC puts before a message. */
  frame(): void {
    const length = this.buffer.length - this.at;
    this.at -= FRAME_HEAD;
    this.buffer[this.at] = 0;
    this.buffer.writeUInt32BE(length, this.at + 1);
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

/**
 * The fields of a message, one after the other.
 *
 * @throws RangeError at anything but numbers up to 2^53 and contents with their length
 */
export function* fieldsIn(message: Buffer, from = 0, to = message.length): Generator<Field> {
  let at = from;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; at < to; factor *= 128) {
      const byte = message[at++] ?? 0;
      value += (byte & 127) * factor;
      if (value > Number.MAX_SAFE_INTEGER) break;
      if (byte < 128) return value;
    }
    throw new RangeError('not a number that can be told exactly');
  };
  while (at < to) {
    const tag = varint();
    const number = tag >>> 3;
    if ((tag & 7) === VARINT) yield { number, from: at, to: at, value: varint() };
    else if ((tag & 7) === LENGTH_DELIMITED) {
      const length = varint();
      if (length > to - at) throw new RangeError('a field ends after its message');
      yield { number, from: at, to: at + length, value: 0 };
      at += length;
    } else throw new RangeError(`a field of another kind: ${tag & 7}`);
  }
}
