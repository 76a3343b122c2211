// gRPC over HTTP/2 puts five bytes before each message: whether it is compressed, and its length (PROTOCOL-HTTP2).

/** Bytes before a message. */
export const FRAME_HEAD = 5;

/** As the official client has it: servers keep events of up to 16 MB. */
const LONGEST_MESSAGE = 17 * 1024 * 1024;

/** Puts the messages of a call together again, wherever the connection has cut them. */
export class Frames {
  private rest: Buffer | undefined;

  /**
   * @returns the messages that are whole now, in their order
   * @throws RangeError at a compressed message, which nobody has asked for, and at one that is too long
   */
  take(bytes: Buffer): Buffer[] {
    const all = this.rest === undefined ? bytes : Buffer.concat([this.rest, bytes]);
    const messages: Buffer[] = [];
    let at = 0;
    while (all.length - at >= FRAME_HEAD) {
      const length = all.readUInt32BE(at + 1);
      if (all[at] !== 0) throw new RangeError('a compressed message');
      if (length > LONGEST_MESSAGE) throw new RangeError(`a message of ${length} bytes`);
      const from = at + FRAME_HEAD;
      if (all.length < from + length) break;
      messages.push(all.subarray(from, from + length));
      at = from + length;
    }
    this.rest = at === all.length ? undefined : all.subarray(at);
    return messages;
  }
}
