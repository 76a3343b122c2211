import { addDays, daysBetween } from '../calendar/civil.js';
import { compareText } from '../text.js';
import type { LocalDate } from '../values.js';
import type { InstanceRef } from './late.js';
import { lastDayOf, type Rest, type Suspension } from './moves.js';
import type { DeadlineStanding } from './state.js';
import type { Shifted } from './variation-messages.js';

/** As much of a rest as moves a deadline. */
export type Resting = Pick<Rest, 'from' | 'resumedOn' | 'act'> & Partial<Pick<Rest, 'urgent' | 'recordedOn'>>;

/** As much of an occasion as says on which day it falls due: `instance` is the day that the plan gave it. */
type Fixed = Pick<DeadlineStanding, 'instance' | 'fixedOn'>;

/** A rest that lasts, as long as it is meant to. */
export function asMeant(suspension: Pick<Suspension, 'from' | 'act' | 'until'> & Partial<Suspension>): Resting {
  return { ...suspension, resumedOn: addDays(lastDayOf(suspension), 1) };
}

/**
 * The day on which an occasion falls due: as many days after its own as work rested since that was fixed. A rest moves what was not
 * over yet when it was decided, whichever was recorded first.
 */
export function dueAfter(rests: readonly Resting[], fixed: Fixed): LocalDate {
  const decided = rests.toSorted((a, b) => compareText(decidedOn(a), decidedOn(b)));
  const moving = decided.reduce<readonly Resting[]>(
    (known, rest) => (movedBy(known, fixed) >= decidedOn(rest) ? [...known, rest] : known),
    [],
  );
  return movedBy(moving, fixed);
}

/**
 * How many days later one rest more lets an occasion fall due. Where an older log has counted otherwise, its day stands as it was told
 * and this rest alone is counted.
 */
export function laterBy(rest: Resting, others: readonly Resting[], standing: Fixed & { readonly dueOn: LocalDate }) {
  const { dueOn, fixedOn } = standing;
  const before = dueAfter(others, standing);
  if (before === dueOn) return daysBetween(before, dueAfter([...others, rest], standing));
  return dueOn >= rest.from && dueOn >= decidedOn(rest) ? countedOf(rest, fixedOn) : 0;
}

/** On the day to which rests have moved it, as far as that is told. */
export function dueAsShifted(shareId: string, shifted: readonly Shifted[] = []) {
  return <Due extends InstanceRef & { readonly dueOn: LocalDate }>(due: Due): Due => {
    const later = shifted.find(
      (one) => one.shareId === shareId && one.deadlineId === due.deadlineId && one.instance === due.instance,
    );
    return later === undefined ? due : { ...due, dueOn: later.dueOn };
  };
}

function movedBy(rests: readonly Resting[], { instance, fixedOn }: Fixed): LocalDate {
  return rests
    .toSorted((a, b) => compareText(a.from, b.from))
    .reduce((day, rest) => (day >= rest.from ? addDays(day, countedOf(rest, fixedOn)) : day), instance);
}

/** Of the days of a rest those since the act that fixed the day: whoever fixed it knew of those before. */
function countedOf({ from, resumedOn }: Resting, fixedOn: LocalDate | undefined): number {
  return Math.max(0, daysBetween(fixedOn !== undefined && fixedOn > from ? fixedOn : from, resumedOn));
}

/** What was over by that day was missed: without an act a rest is of the day on which it is recorded. */
function decidedOn({ act, urgent = act === null, recordedOn, from }: Resting): LocalDate {
  const noted = recordedOn ?? from;
  const acted = act?.date ?? noted;
  return urgent && noted < acted ? noted : acted;
}
