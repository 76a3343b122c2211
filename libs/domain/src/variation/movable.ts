import { romeDayOf } from '../calendar/rome.js';
import { missedAt } from '../deadline/instances.js';
import { toldDeadline } from '../objective/guards.js';
import type { DeadlineStanding, ShareState } from '../objective/state.js';
import { isFrozen } from '../objective/suspension.js';
import type { ObjectiveStanding } from '../objective/transitions.js';
import type { PlanDocument } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { Instant, LocalDate } from '../values.js';
import type { PlanChangeOf } from './changes.js';
import { sharesAt } from './shares-at.js';

/** The plan as it is now, and the objectives that the changes name, by their number in it. */
interface Around {
  readonly document: Pick<PlanDocument, 'objectives'>;
  readonly objectives: Readonly<Record<string, ObjectiveStanding>>;
}

/**
 * A deadline that has passed unanswered has been missed, whether an alarm has rung or not, and is not moved any more, unless that
 * was decided before it was over and is only recorded now. While work rests none passes, and those of a share that was removed bind nobody.
 *
 * @param actedOn  the day on which it was decided, or asked for; null: as it is recorded
 * @throws Refused `variation/day-passed`, `variation/deadline-answered`, `variation/deadline-missed`
 */
export function requireMovable(
  { objectiveId, deadlineId, to }: PlanChangeOf<'move-deadline'>,
  { document, objectives }: Around,
  at: Instant,
  actedOn: LocalDate | null,
): void {
  const known = document.objectives.find(({ id }) => id === objectiveId);
  const kind = known?.deadlines.find(({ id }) => id === deadlineId)?.kind;
  const bound = sharesAt(objectives[objectiveId], at).flatMap((share) => {
    const own = share.deadlines.filter((standing) => standing.deadlineId === deadlineId);
    // of a series only its end moves, and with that what was missed after its new one
    const last = own.at(-1);
    const isMoved = (standing: DeadlineStanding) =>
      standing === last || (standing.instance > to && isMissed(share, standing, at));
    if (kind === 'recurring') return own.filter(isMoved).map((standing) => ({ share, standing }));
    // of what is counted from facts the occasions that are open move; the others stay as they are
    const open = kind === 'relative' ? own.filter((one) => one.status === 'open' && !isMissed(share, one, at)) : own;
    return (open.length > 0 ? open : own).map((standing) => ({ share, standing }));
  });
  requireDayToCome(to, at, actedOn);
  for (const { share, standing } of bound) {
    const facts = toldDeadline(known, share.shareId, standing);
    if (standing.status === 'answered') throw new Refused('variation/deadline-answered', facts);
    if (!isMissed(share, standing, at) || (actedOn !== null && actedOn <= standing.dueOn)) continue;
    // a fact is a number so that the sentence can choose its words
    const answeredLate = standing.status === 'fulfilled-late' ? 1 : 0;
    throw new Refused('variation/deadline-missed', { ...facts, answeredLate });
  }
}

/**
 * Nobody is given a day that was over before it was decided; what is over by now is missed, whoever notices it.
 *
 * @param actedOn  the day on which it was decided, or asked for; null: as it is recorded
 * @throws Refused `variation/day-passed`
 */
export function requireDayToCome(day: LocalDate, at: Instant, actedOn: LocalDate | null): void {
  const today = romeDayOf(at);
  if (day >= (actedOn ?? today)) return;
  throw new Refused('variation/day-passed', { value: day, ...(actedOn === null ? { today } : { actedOn }) });
}

/** Whether an alarm has rung or not; also what was answered late. */
export function isMissed(share: ShareState, standing: DeadlineStanding, at: Instant): boolean {
  const { status } = standing;
  if (status !== 'open') return status === 'missed' || status === 'fulfilled-late';
  return share.removal === null && !isFrozen(share, standing) && at >= missedAt(standing);
}
