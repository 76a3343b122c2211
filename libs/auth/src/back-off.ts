/** How waits grow with failures in a row. */
export interface BackOff {
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  /** After them one second, then twice as long each time, so long at most. */
  readonly longestMs: number;
  /** After this long without a failure all is forgotten. */
  readonly forgetMs: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** NIST SP 800-63B-4: no more than a hundred in a row. From there on one try a day, unless a link ends it. */
const TOO_MANY = 100;

/** For one user name, whether or not anybody has it. */
export const ofUser: BackOff = { free: 3, longestMs: 15 * MINUTE_MS, forgetMs: DAY_MS };

/** For one address, behind which a whole town hall may sit. */
export const ofAddress: BackOff = { free: 30, longestMs: 5 * MINUTE_MS, forgetMs: 60 * MINUTE_MS };

export interface Failures {
  readonly count: number;
  /** Of the last one. */
  readonly at: number;
}

/** @returns the instant before which the next try is not looked at; in the past when it may come now */
export function waitsUntil({ free, longestMs, forgetMs }: BackOff, { count, at }: Failures): number {
  if (count < free) return at;
  if (count >= TOO_MANY) return at + forgetMs;
  return at + Math.min(1000 * 2 ** (count - free), longestMs);
}

/** The count after one more. */
export function oneMore({ forgetMs }: BackOff, { count, at }: Failures, now: number): number {
  return now - at > forgetMs ? 1 : count + 1;
}
