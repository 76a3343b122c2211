/** Failures that cost nothing: people mistype. */
const FREE = 3;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** After this long without a failure all is forgotten. */
const FORGET_MS = 15 * 60_000;
const MOST_NAMES = 10_000;

interface Failures {
  readonly count: number;
  readonly last: number;
}

/** Makes guessing slow: after three failures a name waits 1 s, then twice as long each time, a minute at most. */
export class BackOff {
  private readonly failures = new Map<string, Failures>();

  /** @returns milliseconds until the name may try again; 0 when it may now */
  waitMs(name: string, now: number): number {
    const failed = this.failures.get(name);
    if (failed === undefined || failed.count < FREE) return 0;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (failed.count - FREE), LONGEST_WAIT_MS);
    return Math.max(0, failed.last + wait - now);
  }

  failed(name: string, now: number): void {
    const before = this.failures.get(name);
    const count = before === undefined || now - before.last > FORGET_MS ? 1 : before.count + 1;
    this.failures.delete(name);
    this.failures.set(name, { count, last: now });
    const oldest = this.failures.keys().next().value;
    if (this.failures.size > MOST_NAMES && oldest !== undefined) this.failures.delete(oldest);
  }

  succeeded(name: string): void {
    this.failures.delete(name);
  }
}
