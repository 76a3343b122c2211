import { requireAct } from '../act.js';
import { isOfKind } from '../acts/act-key.js';
import { addDays, daysBetween, requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import { compareText, requireText } from '../text.js';
import type { ActReference, Instant, LocalDate } from '../values.js';
import { dayTold } from '../order/in-order.js';
import { requireBegun, yearOf } from './beginning.js';
import { answeredBy } from './answered-by.js';
import { requireShare } from './guards.js';
import { liftedByRatification, liftedByRest, missedBeforeRest } from './lifted-by-rest.js';
import type { ObjectiveCommandOf, ObjectiveEvent, ObjectiveEventOf } from './messages.js';
import { lastDayOf, unratifiedIn, type Rest, type Suspension } from './moves.js';
import { dueAsShifted, laterBy } from './rested-days.js';
import type { DeadlineStanding, ObjectiveState, ShareState } from './state.js';
import { requireNamed, requireTransition, transitionsOf, URGENT } from './transitions.js';
import { usualLifecycle } from './usual-lifecycle.js';

/**
 * Work on a share rests by an act, or urgently: then the act follows and ratifies. What was missed on a day on which work rested by an
 * act of then is lifted.
 */
export function suspend(command: ObjectiveCommandOf<'objective.suspend'>, state: ObjectiveState): ObjectiveEvent[] {
  const { shareId, reason, from, until, act, at } = command;
  const share = requireShare(state, shareId);
  const urgent = act === null;
  requireDate(from, 'from');
  requireNoneAfter(share, from);
  // what is told of a later day than the first is kept as of the first
  const on = command.on !== undefined && command.on < from ? command.on : undefined;
  requireTransition(state, share, 'suspend', { ...command, on, act: act ?? URGENT });
  requireText(reason, 'reason');
  requireDate(until, 'until');
  const today = romeDayOf(at);
  if (from > today) throw new Refused('objective/suspension-not-begun', { field: 'from', value: from, today });
  requireBegun(state, from, 'from');
  if (until < from) throw new Refused('value/out-of-range', { field: 'until', value: until, min: from });
  requireYearLasts(state, share, from);
  requireApart(share, { from, until });
  requireShortEnough(state, share, from, until);
  const left = urgent ? unratifiedLeft(state, share) : null;
  const unratified = left !== null && { unratifiedUntil: addDays(from, left - 1) };
  const isUndated = (act?.date ?? null) === null;
  const rest = { from, until, act, urgent, ...unratified, ...(isUndated && from < today && { recordedOn: today }) };
  return [
    ...missedBeforeRest(rest, share, at),
    { type: 'objective.suspended.v1', data: { shareId, reason, ...rest } },
    ...liftedByRest(rest, share),
  ];
}

/**
 * Once the plan's year is over a rest would move nothing, unless a deadline still lies ahead.
 *
 * @throws Refused `objective/suspension-after-year`
 */
function requireYearLasts({ planId, horizon }: ObjectiveState, { shareId, deadlines }: ShareState, from: LocalDate) {
  const year = yearOf(planId, horizon);
  if (year === undefined) return;
  const last: LocalDate = `${year}-12-31`;
  if (from <= last || deadlines.some(({ dueOn }) => dueOn >= from)) return;
  throw new Refused('objective/suspension-after-year', { field: 'from', share: shareId, value: from, until: last });
}

/**
 * An act of before may be recorded after another one that suspended later: the rest lies before that one, or between two.
 *
 * @throws Refused `objective/rest-stands`
 */
function requireApart({ shareId, rests }: ShareState, { from, until }: Pick<Suspension, 'from' | 'until'>): void {
  const there = rests.find((rest) => rest.days > 0 && from < rest.resumedOn && until >= rest.from);
  if (there === undefined) return;
  throw new Refused('objective/rest-stands', {
    field: from < there.from ? 'until' : 'from',
    share: shareId,
    value: from,
    to: until,
    from: there.from,
    resumedOn: there.resumedOn,
  });
}

/** @throws Refused `objective/rest-lasts`: what of a rest that lasts is known only once it is over moves what one of before it moves */
function requireNoneAfter({ shareId, suspension }: ShareState, from: LocalDate): void {
  if (suspension === null || from >= suspension.from) return;
  const until = lastDayOf(suspension);
  throw new Refused('objective/rest-lasts', {
    field: 'from',
    share: shareId,
    value: from,
    from: suspension.from,
    until,
  });
}

/**
 * The act that was missing. Of a rest that is over it is recorded late: the rest was ratified, and work that went on stays gone on. What
 * was missed on a day on which work rested by that act is lifted.
 *
 * @throws Refused `objective/not-suspended`, `objective/suspension-already-ratified`, `objective/ratified-too-late`,
 * `lifecycle/not-yours`, `lifecycle/act-of-another-kind`
 */
export function ratifySuspension(
  command: ObjectiveCommandOf<'objective.ratify-suspension'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, act, at } = command;
  const share = requireShare(state, shareId);
  const { suspension, rests } = share;
  const rest = unratifiedIn(share);
  if (suspension === null && rests.every(({ urgent }) => !urgent)) {
    throw new Refused('objective/not-suspended', { share: shareId });
  }
  // to ratify is to suspend by act, only later
  requireNamed('suspend', state, share, { ...command, from: rest?.from });
  if (rest === null) throw new Refused('objective/suspension-already-ratified', { share: shareId });
  requireAct(act, at, 'objective/occurred-in-future');
  requireRatifying(state, act);
  const ratified = (until = {}): ObjectiveEvent => ({
    type: 'objective.suspension-ratified.v1',
    data: { shareId, act, ...until },
  });
  if (rest === suspension) {
    const { unratifiedUntil: _, ...meant } = rest;
    return [ratified({ until: rest.until }), ...liftedByRest({ ...meant, act }, share)];
  }
  requireInTime(shareId, rest, act);
  return [ratified(), ...liftedByRatification(rest, act, share)];
}

/** An act of later does not make good that nobody ratified in time. */
function requireInTime(
  share: string,
  { unratifiedUntil: max, resumedOn }: Partial<Rest>,
  { date }: ActReference,
): void {
  if (max === undefined || date === null || date <= max) return;
  const told = { field: 'act.date', share, value: date, max, ...(resumedOn !== undefined && { from: resumedOn }) };
  throw new Refused('objective/ratified-too-late', told);
}

/** @throws Refused `objective/rest-over`, `objective/not-suspended`, or as the lifecycle refuses it */
export function resume(command: ObjectiveCommandOf<'objective.resume'>, state: ObjectiveState): ObjectiveEvent[] {
  const { shareId, reason, act, on, at } = command;
  const share = requireShare(state, shareId);
  requireNotOver(share, dayTold(command, on)?.on);
  requireTransition(state, share, 'resume', command);
  requireText(reason, 'reason');
  const { suspension } = share;
  if (suspension === null) throw new Refused('objective/not-suspended', { share: shareId });
  return [resumed(share, suspension, dayTold(command, on)?.on ?? romeDayOf(at), reason, act)];
}

/** Work that has gone on by itself is as it went on: what would have let it go on earlier comes too late to move its days. */
function requireNotOver({ shareId, suspension, rests }: ShareState, on: LocalDate | undefined): void {
  if (on === undefined || suspension !== null) return;
  const rest = rests.find(({ from, resumedOn }) => on >= from && on < resumedOn);
  if (rest === undefined) return;
  throw new Refused('objective/rest-over', { share: shareId, value: on, from: rest.from, resumedOn: rest.resumedOn });
}

/** Suspensions whose last day is over: work went on by itself, whoever notices it first. */
export function endedSuspensions({ shares, closed }: ObjectiveState, at: Instant): readonly ObjectiveEvent[] {
  if (closed || shares.every(({ suspension }) => suspension === null)) return [];
  const today = romeDayOf(at);
  return shares.flatMap((share) => {
    const { suspension } = share;
    if (suspension === null || lastDayOf(suspension) >= today) return [];
    return [resumed(share, suspension, addDays(lastDayOf(suspension), 1), '', null)];
  });
}

/** Whether the clock of a deadline stands still: those of before the suspension are as they were. */
export function isFrozen({ suspension }: Pick<ShareState, 'suspension'>, { dueOn }: { readonly dueOn: LocalDate }) {
  return suspension !== null && dueOn >= suspension.from;
}

/**
 * Deadlines that were open while work rested fall due as many days later, but for those of which it is told otherwise, and so does what
 * was done after its first day: only now it is known whether that was in time. What was missed stays missed.
 */
export function shifted(
  { shareId, deadlines, suspension }: ShareState,
  { days, shifted: otherwise }: ObjectiveEventOf<'objective.resumed.v1'>['data'],
): readonly DeadlineStanding[] {
  const dueAsTold = dueAsShifted(shareId, otherwise);
  return deadlines
    .map((standing) => {
      if (!waitsForRest(suspension, standing)) return standing;
      const { dueOn, fulfilledOn } = standing;
      const told = dueAsTold(standing);
      return answeredBy(told === standing ? { ...standing, dueOn: addDays(dueOn, days) } : told, fulfilledOn);
    })
    .toSorted((a, b) => compareText(a.dueOn, b.dueOn) || compareText(a.deadlineId, b.deadlineId));
}

/** Whether the end of a rest says when it falls due. */
function waitsForRest(suspension: Suspension | null, standing: DeadlineStanding): boolean {
  const { status, dueOn, fulfilledOn } = standing;
  const isOpen = status === 'open' || (status === 'answered' && fulfilledOn !== undefined && fulfilledOn > dueOn);
  return isOpen && isFrozen({ suspension }, standing);
}

function resumed(
  { shareId, deadlines, rests }: ShareState,
  suspension: Suspension,
  on: LocalDate,
  reason: string,
  act: ActReference | null,
): ObjectiveEvent {
  const rest = { ...suspension, resumedOn: on };
  const days = Math.max(0, daysBetween(suspension.from, on));
  const otherwise = deadlines.flatMap((standing) => {
    const { deadlineId, instance, dueOn } = standing;
    const later = waitsForRest(suspension, standing) ? laterBy(rest, rests, standing) : days;
    return later === days ? [] : [{ shareId, deadlineId, instance, dueOn: addDays(dueOn, later) }];
  });
  const data = { shareId, on, days, reason, act };
  return { type: 'objective.resumed.v1', data: otherwise.length === 0 ? data : { ...data, shifted: otherwise } };
}

/** All rests count together: one after the other they would have no limit. */
function requireShortEnough(
  state: ObjectiveState,
  { shareId, rests }: ShareState,
  from: LocalDate,
  until: LocalDate,
): void {
  const limit = termsOf(state)?.maximumDays;
  if (limit === undefined) return;
  const before = rests.reduce((sum, rest) => sum + rest.days, 0);
  const days = before + daysBetween(from, until) + 1;
  if (days > limit) throw new Refused('objective/suspension-too-long', { share: shareId, days, limit });
}

/**
 * For how many days more a share may rest without an act: all such rests count together, one that was ratified does not.
 *
 * @returns null where the body sets no limit
 * @throws Refused `objective/unratified-too-long` where none is left
 */
function unratifiedLeft(state: ObjectiveState, { shareId, rests }: ShareState): number | null {
  const limit = termsOf(state)?.unratifiedDays;
  if (limit === undefined) return null;
  const days = rests.reduce((sum, rest) => (rest.act === null ? sum + rest.days : sum), 0);
  if (days < limit) return limit - days;
  throw new Refused('objective/unratified-too-long', { share: shareId, days, limit, left: 0 });
}

function termsOf({ workflow }: ObjectiveState) {
  return (workflow ?? usualLifecycle).suspension;
}

function requireRatifying(state: ObjectiveState, act: ActReference): void {
  const kinds = transitionsOf(state).find(({ verb }) => verb === 'suspend')?.act?.kinds;
  if (kinds === undefined || isOfKind(act, kinds)) return;
  throw new Refused('lifecycle/act-of-another-kind', { verb: 'suspend', kind: act.kind, kinds: kinds.join(', ') });
}
