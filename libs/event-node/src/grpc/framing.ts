/** One byte says whether a message is compressed, four how long it is. */
const HEAD_BYTES = 5;

/** Counts what has come of gRPC messages and was not taken: whole ones, and the part of the next. */
export class Framing {
  /** Bytes that came and were not taken. */
  held = 0;
  /** Sizes of the whole messages that were not taken. */
  private readonly whole: number[] = [];
  private headRead = 0;
  private length = 0;
  private left = 0;

  /** @returns bytes held */
  came(bytes: Uint8Array): number {
    this.held += bytes.length;
    for (let at = 0; at < bytes.length;) {
      if (this.headRead < HEAD_BYTES) {
        const byte = bytes[at++] ?? 0;
        if (this.headRead > 0) this.length = this.length * 256 + byte;
        this.headRead += 1;
        if (this.headRead < HEAD_BYTES) continue;
        this.left = this.length;
      } else {
        const taken = Math.min(this.left, bytes.length - at);
        at += taken;
        this.left -= taken;
      }
      if (this.left === 0) this.ended();
    }
    return this.held;
  }

  /** A message was taken. @returns bytes held */
  took(): number {
    return (this.held -= this.whole.shift() ?? 0);
  }

  private ended(): void {
    this.whole.push(HEAD_BYTES + this.length);
    this.headRead = 0;
    this.length = 0;
  }
}
