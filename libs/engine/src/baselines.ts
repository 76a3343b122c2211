import type { Folded } from './fold.js';

/**
 * The folded streams that were used last, as a starting point for the next command.
 * Never the truth: a stale entry costs a longer tail, since every append names the revision it was decided at.
 */
export class Baselines {
  private readonly kept = new Map<string, Folded<unknown>>();

  constructor(private readonly limit: number) {}

  has(stream: string): boolean {
    return this.kept.has(stream);
  }

  get(stream: string): Folded<unknown> | undefined {
    const folded = this.kept.get(stream);
    if (folded !== undefined) {
      this.kept.delete(stream);
      this.kept.set(stream, folded);
    }
    return folded;
  }

  set(stream: string, folded: Folded<unknown>): void {
    this.kept.delete(stream);
    this.kept.set(stream, folded);
    if (this.kept.size > this.limit) this.kept.delete(this.kept.keys().next().value ?? stream);
  }
}
