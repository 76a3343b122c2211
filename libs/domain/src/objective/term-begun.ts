import { termFrom } from '../deadline/term.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import { toldDeadline } from './guards.js';
import { dueAfter } from './rested-days.js';
import type { DeadlineStanding, ObjectiveState, ShareState } from './state.js';
import type { TermBegun } from './messages.js';

/**
 * The occasion on which a deadline falls due that is counted from a fact: each such fact makes one, and rests since move it on.
 *
 * @throws Refused `objective/unknown-deadline`, `objective/term-unknown`, `objective/term-already-begun`
 */
export function termBegun(
  deadlineId: string,
  occurredOn: LocalDate,
  share: ShareState,
  { objective }: ObjectiveState,
): TermBegun {
  const { shareId } = share;
  const { deadlines = [], title = '' } = objective ?? {};
  const deadline = deadlines.find(({ id, shareIds }) => id === deadlineId && shareIds.includes(shareId));
  if (deadline === undefined) throw new Refused('objective/unknown-deadline', { share: shareId, deadline: deadlineId });
  const instance = deadline.kind === 'relative' ? termFrom(deadline.within, occurredOn) : null;
  if (instance === null) {
    throw new Refused('objective/term-unknown', { share: shareId, deadline: deadlineId, deadlineText: deadline.text });
  }
  if (share.deadlines.some((one) => one.deadlineId === deadlineId && one.instance === instance)) {
    throw new Refused('objective/term-already-begun', toldDeadline(objective, shareId, { deadlineId, instance }));
  }
  return {
    deadlineId,
    instance,
    dueOn: dueAfter(share.rests, { instance, fixedOn: occurredOn }),
    text: deadline.text,
    title,
  };
}

/** @param fixedOn  the day of the fact: whatever rests after it moves its term */
export function standingBegun({ deadlineId, instance, dueOn }: TermBegun, fixedOn: LocalDate): DeadlineStanding {
  return {
    deadlineId,
    instance,
    dueOn,
    every: null,
    nilReturn: false,
    status: 'open',
    justification: null,
    fixedOn,
  };
}
