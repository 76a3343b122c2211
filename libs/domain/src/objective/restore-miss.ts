import { Refused } from '../refused.js';
import { compareText, requireText } from '../text.js';
import type { LocalDate } from '../values.js';
import { requireShare, requireUnsettled, standingOf, toldDeadline } from './guards.js';
import type { InstanceRef } from './late.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import type { DeadlineStanding, LiftedMiss, ObjectiveState, ShareState } from './state.js';
import { requireNamed } from './transitions.js';
import type { MissRestored } from './variation-messages.js';

/**
 * Gives back a miss that an act had lifted, once the register dates that act after the last day: whoever may suspend, but nobody
 * of their own share.
 *
 * @throws Refused `objective/miss-not-lifted`, `objective/act-in-time`, `lifecycle/not-yours`, `lifecycle/own-share`, or what a
 * settled share is refused for
 */
export function restoreMiss(
  command: ObjectiveCommandOf<'objective.restore-miss'>,
  state: ObjectiveState,
): readonly ObjectiveEvent[] {
  const { shareId, missed, reason, registered } = command;
  const share = requireShare(state, shareId);
  requireUnsettled(share);
  requireNamed('suspend', state, share, command);
  const found = liftedMissOf(share, missed);
  const facts = toldDeadline(state.objective, shareId, missed);
  if (found === undefined) throw new Refused('objective/miss-not-lifted', facts);
  const { act, standing } = found;
  const { dueOn } = standing;
  const date = registered ?? act.date;
  if (date === null || date <= dueOn) {
    throw new Refused('objective/act-in-time', {
      ...facts,
      dueOn,
      act: `${act.kind} ${act.number}`,
      ...(date && { value: date }),
    });
  }
  requireText(reason, 'reason');
  const { deadlineId, instance } = missed;
  const fulfilledOn = doneOn(share, standing);
  const data = { shareId, deadlineId, instance, dueOn, act: { ...act, date }, reason };
  return [{ type: 'objective.miss-restored.v1', data: fulfilledOn === undefined ? data : { ...data, fulfilledOn } }];
}

/** The miss that an act lifted last on that occasion; undefined: none did, or it was given back. */
export function liftedMissOf({ lifted = [] }: Pick<ShareState, 'lifted'>, ref: InstanceRef): LiftedMiss | undefined {
  return lifted.find(({ standing }) => isSame(standing, ref));
}

/** The share with what it missed, as it stood when an act lifted it. */
export function withLifted(share: ShareState, act: LiftedMiss['act'], ref: InstanceRef): ShareState {
  const standing = standingOf(share, ref);
  if (standing === undefined) return share;
  const others = (share.lifted ?? []).filter((one) => !isSame(one.standing, ref));
  return { ...share, lifted: [...others, { standing: { ...standing, justification: null }, act }] };
}

/** The share once a miss was given back: what was done since was done late. A day that the plan has put in its place stays due. */
export function restored(
  share: ShareState,
  { deadlineId, instance, dueOn, fulfilledOn }: MissRestored['data'],
): ShareState {
  const ref = { deadlineId, instance };
  const before = liftedMissOf(share, ref);
  const lifted = (share.lifted ?? []).filter((one) => one !== before);
  const again = (standing: DeadlineStanding): DeadlineStanding =>
    fulfilledOn === undefined
      ? { ...standing, dueOn, status: 'missed' }
      : { ...standing, dueOn, status: 'fulfilled-late', fulfilledOn };
  const stands = standingOf(share, ref) !== undefined;
  const deadlines = share.deadlines.map((standing) => (isSame(standing, ref) ? again(standing) : standing));
  const back = stands || before === undefined ? [] : [again(before.standing)];
  const all = [...deadlines, ...back].toSorted(
    (a, b) => compareText(a.dueOn, b.dueOn) || compareText(a.deadlineId, b.deadlineId),
  );
  return { ...share, deadlines: all, lifted };
}

/** When it was done: where it was missed, or since; undefined: it was not. */
function doneOn(share: ShareState, lifted: DeadlineStanding): LocalDate | undefined {
  const now = standingOf(share, lifted);
  if (now === undefined || now.status === 'missed' || now.status === 'open') return lifted.fulfilledOn;
  const report = share.progress.findLast(({ fulfils }) => fulfils !== null && isSame(fulfils, lifted));
  return now.fulfilledOn ?? report?.occurredOn;
}

function isSame(a: InstanceRef, b: InstanceRef): boolean {
  return a.deadlineId === b.deadlineId && a.instance === b.instance;
}
