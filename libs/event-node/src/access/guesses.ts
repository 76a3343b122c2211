import { createHmac, randomBytes } from 'node:crypto';

const BUCKETS = 256;

/** Wrong passwords in a row that a login name may take, and how soon it may take one more. */
const AT_ONCE = 20;
const ONE_MORE_AFTER_MS = 2_000;

interface Bucket {
  left: number;
  asOfMs: number;
}

/**
 * Bounds how fast passwords can be guessed. Names share a fixed number of buckets, those of accounts and those of
 * nobody alike: memory is bounded, and nothing is learnt about which names exist.
 */
export class Guesses {
  private readonly key = randomBytes(32);
  private readonly buckets: Bucket[] = Array.from({ length: BUCKETS }, () => ({ left: AT_ONCE, asOfMs: 0 }));

  constructor(private readonly nowMs: () => number) {}

  mayGuess(login: string): boolean {
    return this.bucketOf(login).left >= 1;
  }

  wrong(login: string): void {
    this.bucketOf(login).left -= 1;
  }

  /** What was taken for wrong was right. */
  right(login: string): void {
    this.bucketOf(login).left += 1;
  }

  private bucketOf(login: string): Bucket {
    const index = createHmac('sha256', this.key).update(login).digest()[0] ?? 0;
    const bucket = this.buckets[index] ?? { left: 0, asOfMs: 0 };
    const now = this.nowMs();
    const gained = Math.max(0, now - bucket.asOfMs) / ONE_MORE_AFTER_MS;
    bucket.left = Math.min(AT_ONCE, bucket.left + gained);
    bucket.asOfMs = now;
    return bucket;
  }
}
