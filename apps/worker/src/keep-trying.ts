import { setTimeout as pause } from 'node:timers/promises';
import { withoutValues, type Logger } from '#logging';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 3000;

/** What lasted this long was well: the next trouble is a new one. */
const WELL_AFTER_MS = 10_000;

/**
 * Does something until it succeeds, waiting a little longer after each failure: PostgreSQL or the event store may be
 * away for a while, and come back.
 *
 * @returns undefined when the signal came first
 */
export async function keepTrying<Result>(
  what: string,
  attempt: () => Promise<Result>,
  log: Logger,
  signal: AbortSignal,
): Promise<Result | undefined> {
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    const began = performance.now();
    try {
      return await attempt();
    } catch (error) {
      if (signal.aborted) break;
      if (performance.now() - began > WELL_AFTER_MS) wait = FIRST_WAIT_MS;
      log.warn({ what, error: reasonOf(error), againInMs: wait }, 'failed, will try again');
      await pause(wait, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
    }
  }
  return undefined;
}

/** The name and message of an error, without the values that a database driver hangs on it or quotes. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${withoutValues(error.message)}` : typeof error;
}
