import { actingAs } from '../organisation/acting.js';
import { daysAsked, firstDayWhen } from '../organisation/as-of.js';
import type { Staff } from '../organisation/staff.js';
import type { Ground } from '../order/needed.js';
import { Refused } from '../refused.js';
import type { Actor, LocalDate } from '../values.js';
import type { ApprovalSubject } from '../workflow/definition.js';

/** Something that somebody may do today, said to have happened on an earlier day. */
export interface DoneThen {
  readonly by: Actor;
  readonly staff: Staff;
  /** Absent: it happens as it is recorded. */
  readonly on?: LocalDate | undefined;
}

/** What more it takes than the office. */
export interface Right {
  /** In whose place; null: in their own right; absent: as whoever acts may today. */
  readonly place?: string | null;
  readonly subject?: ApprovalSubject | null;
  /** Whether somebody who acts as the office could do it on a day. */
  readonly isTheirs?: (of: Staff) => boolean;
  /** When a right that they have beside their office began, and what gave it. */
  readonly since?: { readonly fact: Ground; readonly on: LocalDate };
}

/**
 * Nobody does with an earlier day what they could not do on it: as today, in the same capacity. Whoever acts by no office that
 * is known has no first day.
 *
 * @throws Refused `value/before-its-fact`
 */
export function requireRightThen({ by, staff, on }: DoneThen, { isTheirs = () => true, ...right }: Right = {}): void {
  const [, then] = daysAsked(staff, on);
  if (then === undefined || on === undefined || by.id === 'system') return;
  const capacity = capacityToday(by, staff, right);
  if (capacity === null) return;
  const isLate = (needs: Ground, min: LocalDate) =>
    new Refused('value/before-its-fact', { field: 'occurredOn', needs, value: on, min });
  if (!capacity.on(then)) throw isLate(capacity.by, firstDayWhen(capacity.on, staff, on));
  const { since } = right;
  if (since !== undefined && since.on > on) throw isLate(since.fact, since.on);
  if (!isTheirs(then))
    throw isLate(
      'rerouted',
      firstDayWhen((of) => capacity.on(of) && isTheirs(of), staff, on),
    );
}

/** In what capacity they act today, and whether they had it on another day; null: by no office that is known. */
function capacityToday(
  { id, office }: Actor,
  staff: Staff,
  { place, subject = null }: Right,
): { readonly by: Ground; readonly on: (of: Staff) => boolean } | null {
  const actingOn = (of: Staff) => actingAs(of, office, subject).find(({ person }) => person === id);
  const today = actingOn(staff);
  if (today === undefined) return null;
  const inPlaceOf = place === undefined ? today.onBehalfOf : place;
  if (inPlaceOf === null) return { by: 'tenure', on: (of) => actingOn(of)?.onBehalfOf === null };
  return { by: 'delegated', on: (of) => actingOn(of)?.places.includes(inPlaceOf) === true };
}
