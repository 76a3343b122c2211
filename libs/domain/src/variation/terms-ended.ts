import { missedAt } from '../deadline/instances.js';
import type { DeadlineStanding } from '../objective/state.js';
import { isFrozen } from '../objective/suspension.js';
import type { Instant, LocalDate } from '../values.js';
import type { PlanChange } from './changes.js';
import { sharesAt } from './shares-at.js';
import type { Surroundings } from './standing.js';

/** A term that is counted from facts until a day takes its place: no fact begins it any more. */
export interface TermEnded {
  /** As numbered in the plan. */
  readonly objectiveId: string;
  readonly deadlineId: string;
  readonly deadlineText: string;
  readonly to: LocalDate;
  /** Days of open occasions, whose place the new one takes. */
  readonly open: readonly LocalDate[];
  /** Days of occasions that were answered or missed, which stay as they are. */
  readonly settled: readonly LocalDate[];
}

/** What becomes of each term that changes give a day. */
export function termsEnded(
  changes: readonly PlanChange[],
  { document, objectives }: Pick<Surroundings, 'document' | 'objectives'>,
  at: Instant,
): readonly TermEnded[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'move-deadline') return [];
    const { objectiveId, deadlineId, to } = change;
    const planned = document.objectives.find(({ id }) => id === objectiveId);
    const deadline = planned?.deadlines.find(({ id }) => id === deadlineId);
    if (deadline?.kind !== 'relative') return [];
    const bound = sharesAt(objectives[objectiveId], at).filter(({ removal }) => removal === null);
    const occasions = bound.flatMap((share) =>
      share.deadlines
        .filter((standing) => standing.deadlineId === deadlineId)
        .map((standing) => ({ day: standing.dueOn, isOpen: isOpen(standing) && !isOver(share, standing, at) })),
    );
    const days = (isOpen: boolean) =>
      [...new Set(occasions.filter((one) => one.isOpen === isOpen).map(({ day }) => day))].toSorted();
    return [{ objectiveId, deadlineId, deadlineText: deadline.text, to, open: days(true), settled: days(false) }];
  });
}

function isOpen({ status }: DeadlineStanding): boolean {
  return status === 'open';
}

/** Missed, whether an alarm has rung or not. */
function isOver(share: Parameters<typeof isFrozen>[0], standing: DeadlineStanding, at: Instant): boolean {
  return !isFrozen(share, standing) && at >= missedAt(standing);
}
