import type { Instant } from '../values.js';
import type { PlanChange } from './changes.js';
import { sharesAt } from './shares-at.js';
import type { Surroundings } from './standing.js';
import { termsEnded } from './terms-ended.js';

/**
 * The day on which a deadline that a change moves falls due by now: while work rested it moved without the plan. Null for any
 * other change, and where the shares that it binds have it on several days: the plan's own day stands for them.
 * Of a term that is counted from facts all days of open occasions: `2022-02-27; 2022-03-01`.
 */
export function dueNow(
  change: PlanChange | undefined,
  { document, objectives }: Pick<Surroundings, 'document' | 'objectives'>,
  at: Instant,
): string | null {
  if (change?.kind !== 'move-deadline') return null;
  const [term] = termsEnded([change], { document, objectives }, at);
  if (term !== undefined) return term.open.length === 0 ? null : term.open.join('; ');
  const bound = sharesAt(objectives[change.objectiveId], at).filter(({ removal }) => removal === null);
  // of a series its last day moves
  const last = bound.flatMap(
    ({ deadlines }) => deadlines.findLast(({ deadlineId }) => deadlineId === change.deadlineId)?.dueOn ?? [],
  );
  const [day = null, ...others] = new Set(last);
  return others.length === 0 ? day : null;
}
