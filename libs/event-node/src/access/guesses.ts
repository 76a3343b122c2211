import { createHmac, randomBytes } from 'node:crypto';

/** Wrong passwords in a row that a login name may take from one place, and how soon it may take one more. */
const AT_ONCE = 20;
const ONE_MORE_AFTER_MS = 2_000;

/** Names and places kept in mind; beyond, the one that was quiet longest is forgotten. */
const MOST_KEPT = 10_000;

interface Bucket {
  readonly left: number;
  readonly asOfMs: number;
}

/**
 * Bounds how fast passwords can be guessed, by the name and the place from which: guessing elsewhere keeps nobody out.
 * Names of accounts and those of nobody are alike, so that nothing is learnt about which exist.
 */
export class Guesses {
  private readonly key = randomBytes(32);
  /** The one that was quiet longest first. */
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly nowMs: () => number) {}

  mayGuess(login: string, from: string): boolean {
    return this.leftOf(this.keyOf(login, from)) >= 1;
  }

  wrong(login: string, from: string): void {
    this.add(login, from, -1);
  }

  /** What was taken for wrong was right. */
  right(login: string, from: string): void {
    this.add(login, from, 1);
  }

  private add(login: string, from: string, guesses: number): void {
    const key = this.keyOf(login, from);
    const left = this.leftOf(key) + guesses;
    this.buckets.delete(key);
    if (left < AT_ONCE) this.buckets.set(key, { left, asOfMs: this.nowMs() });
    const [quietest] = this.buckets.keys();
    if (this.buckets.size > MOST_KEPT && quietest !== undefined) this.buckets.delete(quietest);
  }

  private leftOf(key: string): number {
    const bucket = this.buckets.get(key);
    if (!bucket) return AT_ONCE;
    const gained = Math.max(0, this.nowMs() - bucket.asOfMs) / ONE_MORE_AFTER_MS;
    return Math.min(AT_ONCE, bucket.left + gained);
  }

  private keyOf(login: string, from: string): string {
    return createHmac('sha256', this.key).update(`${from} ${login}`).digest('base64');
  }
}
