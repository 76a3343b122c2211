import { addDays, daysBetween } from '../calendar/civil.js';
import type { LocalDate } from '../values.js';
import type { Deadline } from './deadline.js';

/** A report that is due more than a year after the day whose state it tells is none of its plan. */
export const LONGEST_GRACE_DAYS = 366;

type AsOf = Extract<Deadline, { readonly kind: 'as-of' }>;

/** Of whatever has deadlines: those of a state as of a day fall due when their days of grace are over. */
export function withDueDays<Of extends { readonly deadlines: readonly Deadline[] }>(of: Of): Of {
  return { ...of, deadlines: of.deadlines.map((one) => (one.kind === 'as-of' ? dueAfterGrace(one) : one)) };
}

function dueAfterGrace(deadline: AsOf): AsOf {
  return { ...deadline, dueOn: addDays(deadline.asOf, deadline.graceDays) };
}

/** Due on another day: the state is told as of the same one, or of the new one where that comes before. */
export function dueLater(deadline: AsOf, dueOn: LocalDate): AsOf {
  const asOf = dueOn < deadline.asOf ? dueOn : deadline.asOf;
  return { ...deadline, asOf, graceDays: daysBetween(asOf, dueOn), dueOn };
}
