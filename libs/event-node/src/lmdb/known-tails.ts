import type { Tail } from './tables.js';

/** Of each of two generations. */
const CAPACITY = 20_000;

/** The tails of the streams that were asked for or written to lately, also of those that do not exist. */
export class KnownTails {
  private newer = new Map<string, Tail | undefined>();
  private older = new Map<string, Tail | undefined>();

  constructor(private readonly read: (stream: string) => Tail | undefined) {}

  of(stream: string): Tail | undefined {
    const known = this.newer.get(stream);
    if (known || this.newer.has(stream)) return known;
    const tail = this.older.has(stream) ? this.older.get(stream) : this.read(stream);
    this.set(stream, tail);
    return tail;
  }

  set(stream: string, tail: Tail | undefined): void {
    if (this.newer.size >= CAPACITY) {
      this.older = this.newer;
      this.newer = new Map();
    }
    this.newer.set(stream, tail);
  }
}
