import { Refused } from '../refused.js';
import type { ComputedRun, RunStanding } from './messages.js';

/**
 * A run pays what its shares are scored today: one that was judged anew since makes the computation another one.
 *
 * @throws Refused `premium/degrees-changed`
 */
export function requireSameDegrees(
  { runId, entries }: Pick<ComputedRun, 'runId' | 'entries'>,
  { degrees }: Pick<RunStanding, 'degrees'>,
): void {
  const other = entries.find(({ shareId, degree }) => (degrees[shareId] ?? null) !== degree);
  if (other === undefined) return;
  throw new Refused('premium/degrees-changed', { run: runId, share: other.shareId });
}
