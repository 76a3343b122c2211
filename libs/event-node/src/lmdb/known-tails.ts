import { Generations } from '../log/generations.js';
import type { Tail } from './tables.js';

const CAPACITY = 20_000;

/** The tails of the streams that were asked for or written to lately, also of those that do not exist. */
export class KnownTails {
  private readonly known = new Generations<Tail | undefined>(CAPACITY);

  constructor(private readonly read: (stream: string) => Tail | undefined) {}

  of(stream: string): Tail | undefined {
    const known = this.known.get(stream);
    if (known || this.known.has(stream)) return known;
    const tail = this.read(stream);
    this.set(stream, tail);
    return tail;
  }

  set(stream: string, tail: Tail | undefined): void {
    this.known.set(stream, tail);
  }
}
