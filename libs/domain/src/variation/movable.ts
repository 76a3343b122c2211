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
 * was decided before it was over and is only recorded now: then its new day counts from that day on. So does the new end of a
 * series that it ended earlier, whatever became meanwhile of what fell due after that. While work rests none passes, and those of a share that was removed bind nobody.
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
  const today = romeDayOf(at);
  const known = document.objectives.find(({ id }) => id === objectiveId);
  const recurring = known?.deadlines.some(({ id, kind }) => id === deadlineId && kind === 'recurring');
  const bound = sharesAt(objectives[objectiveId], at).flatMap((share) => {
    const own = share.deadlines.filter((standing) => standing.deadlineId === deadlineId);
    // of a series only its end moves, and with that what was missed after its new one
    const last = own.at(-1);
    const isMoved = (standing: DeadlineStanding) =>
      standing === last || (standing.instance > to && isMissed(share, standing, at));
    return (recurring === true ? own.filter(isMoved) : own).map((standing) => ({ share, standing }));
  });
  const isOver = bound.some(({ share, standing }) => isMissed(share, standing, at));
  const isEnded = recurring === true && bound.some(({ standing }) => standing.instance > to);
  if (to < (isOver || isEnded ? (actedOn ?? today) : today))
    throw new Refused('variation/day-passed', { value: to, today });
  for (const { share, standing } of bound) {
    const facts = toldDeadline(known, share.shareId, standing);
    if (standing.status === 'answered') throw new Refused('variation/deadline-answered', facts);
    if (!isMissed(share, standing, at) || (actedOn !== null && actedOn <= standing.dueOn)) continue;
    // a fact is a number so that the sentence can choose its words
    const answeredLate = standing.status === 'fulfilled-late' ? 1 : 0;
    throw new Refused('variation/deadline-missed', { ...facts, answeredLate });
  }
}

function isMissed(share: ShareState, standing: DeadlineStanding, at: Instant): boolean {
  const { status } = standing;
  if (status !== 'open') return status === 'missed' || status === 'fulfilled-late';
  return share.removal === null && !isFrozen(share, standing) && at >= missedAt(standing);
}
