import type { Folded } from './fold.js';

/**
 * The folded streams that were used last, as a starting point for the next command.
 * Never the truth: a stale entry costs a longer tail, since every append names the revision it was decided at.
 */
export class Baselines {
  private readonly kept = new Map<string, Folded<unknown>>();

  constructor(private readonly limit: number) {}

  /** Whoever uses it ends by keeping it again, so asking is no use of its own. */
  get(stream: string): Folded<unknown> | undefined {
    return this.kept.get(stream);
  }

  set(stream: string, folded: Folded<unknown>): void {
    this.kept.delete(stream);
    this.kept.set(stream, folded);
    if (this.kept.size > this.limit) this.kept.delete(this.kept.keys().next().value ?? stream);
  }
}
