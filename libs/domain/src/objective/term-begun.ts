import { missedAt } from '../deadline/instances.js';
import { termFrom } from '../deadline/term.js';
import { Refused } from '../refused.js';
import type { Instant, LocalDate } from '../values.js';
import { requireUnanswered, toldDeadline } from './guards.js';
import { dueAfter } from './rested-days.js';
import type { DeadlineStanding, ObjectiveState, ShareState } from './state.js';
import type { Beginning, TermBegun } from './messages.js';

/**
 * The occasion on which a deadline falls due that is counted from a fact: each such fact makes one, and rests since move it on. One
 * that was told with a wrong day is put right while what it made is open.
 *
 * @throws Refused `objective/unknown-deadline`, `objective/term-unknown`, `objective/term-already-begun`,
 *   `objective/deadline-already-answered`, `objective/deadline-passed`
 */
export function termBegun(
  { deadlineId, insteadOf }: Beginning,
  { occurredOn, at }: { readonly occurredOn: LocalDate; readonly at: Instant },
  share: ShareState,
  state: ObjectiveState,
): TermBegun {
  const { shareId, deadlines, rests } = share;
  const { objective } = state;
  const deadline = objective?.deadlines.find(({ id, shareIds }) => id === deadlineId && shareIds.includes(shareId));
  if (deadline === undefined) throw new Refused('objective/unknown-deadline', { share: shareId, deadline: deadlineId });
  const { text } = deadline;
  const instance = deadline.kind === 'relative' ? termFrom(deadline.within, occurredOn) : null;
  if (instance === null) {
    throw new Refused('objective/term-unknown', { share: shareId, deadline: deadlineId, deadlineText: text });
  }
  if (insteadOf != null)
    requireStillOpen(requireUnanswered(state, share, { deadlineId, instance: insteadOf }), share, state, at);
  if (deadlines.some((one) => one.deadlineId === deadlineId && one.instance === instance)) {
    throw new Refused('objective/term-already-begun', toldDeadline(objective, shareId, { deadlineId, instance }));
  }
  const dueOn = dueAfter(rests, { instance, fixedOn: occurredOn });
  const begun = { deadlineId, instance, dueOn, text, title: objective?.title ?? '' };
  return insteadOf == null ? begun : { ...begun, insteadOf };
}

function requireStillOpen(
  standing: DeadlineStanding,
  { shareId }: ShareState,
  { objective }: ObjectiveState,
  at: Instant,
): void {
  if (standing.status === 'open' && at < missedAt(standing)) return;
  throw new Refused('objective/deadline-passed', {
    ...toldDeadline(objective, shareId, standing),
    insteadUse: 'objective.fulfil-late',
  });
}

/** The occasions of a share once a fact has made one, in the place of another where it says so. */
export function withBegun(
  deadlines: readonly DeadlineStanding[],
  begun: TermBegun,
  occurredOn: LocalDate,
): readonly DeadlineStanding[] {
  const { deadlineId, insteadOf } = begun;
  const others = deadlines.filter((one) => one.deadlineId !== deadlineId || one.instance !== insteadOf);
  return [...others, standingBegun(begun, occurredOn)];
}

/** @param fixedOn  the day of the fact: whatever rests after it moves its term */
function standingBegun({ deadlineId, instance, dueOn }: TermBegun, fixedOn: LocalDate): DeadlineStanding {
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
