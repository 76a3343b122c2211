import { romeDayOf } from '../calendar/rome.js';
import type { Instant } from '../values.js';
import type { Approval } from './approval.js';

/**
 * An approval that goes on where it stood, after nobody could speak for a while: votes, claims and what time-outs did stay, the days of
 * the step that waits begin anew, since silence while nobody could speak says nothing.
 *
 * @param at  when it goes on; null: the log does not say, so that no silence is counted at that step
 */
export function resumed<A extends Approval>(approval: A, at: Instant | null): A {
  if (approval.status !== 'open') return approval;
  const { opening } = approval;
  // since when it waits stays as it was: a vote that is told with a day of before is no earlier for it
  const openedAt = opening.openedAt ?? opening.since;
  if (openedAt === null) return approval;
  return { ...approval, opening: { ...opening, since: at, openedAt, on: opening.on ?? romeDayOf(openedAt) } };
}
