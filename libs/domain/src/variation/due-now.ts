import type { Instant, LocalDate } from '../values.js';
import type { PlanChange } from './changes.js';
import { sharesAt } from './shares-at.js';
import type { Surroundings } from './standing.js';

/**
 * The day on which a deadline that a change moves falls due by now: while work rested it moved without the plan. Null for any
 * other change, and where the shares that it binds have it on several days: the plan's own day stands for them.
 */
export function dueNow(
  change: PlanChange | undefined,
  objectives: Surroundings['objectives'],
  at: Instant,
): LocalDate | null {
  if (change?.kind !== 'move-deadline') return null;
  const bound = sharesAt(objectives[change.objectiveId], at).filter(({ removal }) => removal === null);
  // of a series its last day moves
  const last = bound.flatMap(
    ({ deadlines }) => deadlines.findLast(({ deadlineId }) => deadlineId === change.deadlineId)?.dueOn ?? [],
  );
  const [day = null, ...others] = new Set(last);
  return others.length === 0 ? day : null;
}
