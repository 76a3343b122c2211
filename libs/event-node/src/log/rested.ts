import { setTimeout } from 'node:timers/promises';

/**
 * Lets others go on: waits as long as the step before took, so that work in the background takes half of the time.
 *
 * @throws AbortError when there is no next step
 */
export async function rested(tookMs: number, signal: AbortSignal): Promise<void> {
  await setTimeout(Math.ceil(tookMs), undefined, { signal });
}
