import { daysAsked } from '../organisation/as-of.js';
import type { Staff } from '../organisation/staff.js';
import { seenAt } from '../separation/asked-areas.js';
import { requireRightThen } from '../separation/right-then.js';
import { barredActor } from '../separation/separation.js';
import type { Actor, LocalDate } from '../values.js';
import { refuseBy, type AtStep, type ByStaff } from './actor.js';
import type { Approval } from './approval.js';
import { panelOf } from './panel.js';

/**
 * Whoever takes a step with an earlier day could take it on that day, too: nothing barred them, they had the capacity in
 * which they act, and the step was theirs already, as it stands today. The day of an act is not that of the vote.
 *
 * @throws Refused `approval/own-report`, `value/before-its-fact`
 */
export function requireTheirsThen(
  approval: Approval,
  { step, as }: AtStep,
  { by, staff, on }: Pick<ByStaff, 'by' | 'staff' | 'on'>,
): void {
  const [, then] = daysAsked(staff, on);
  if (then === undefined) return;
  refuseBy(barredActor(by, as.onBehalfOf, seenAt(step, approval).parties, then), by, { day: on });
  const since = calledSince(approval, by);
  const isTheirs = (of: Staff) => {
    const seats = panelOf(asCalledBy(approval, of.day), step, of)?.seats ?? [];
    return seats.some(({ office, persons }) => office === by.office && persons.includes(by.id));
  };
  const { subject } = approval;
  requireRightThen({ by, staff, on }, { subject, place: as.onBehalfOf, isTheirs, ...(since && { since }) });
}

/** When a time-out called the office as which somebody acts; null: none did. */
function calledSince({ opening }: Approval, { office }: Actor) {
  const on = opening.called?.[office];
  if (on === undefined) return null;
  return { fact: opening.substitutes?.includes(office) === true ? 'substituted' : 'escalated', on } as const;
}

/** With those alone whom time-outs had called by a day. */
function asCalledBy(approval: Approval, day: LocalDate): Approval {
  const { opening } = approval;
  const isCalled = (office: string) => (opening.called?.[office] ?? day) <= day;
  const { substitutes, escalatedTo } = opening;
  return {
    ...approval,
    opening: {
      ...opening,
      escalatedTo: escalatedTo.filter(isCalled),
      substitutes: substitutes?.every(isCalled) === true ? substitutes : null,
    },
  };
}
