import { addDays } from '../calendar/civil.js';
import { compareText } from '../text.js';
import type { LocalDate } from '../values.js';
import { isHeld } from './places.js';
import type { Answering, Staff, Tenure } from './staff.js';

/** Their holders are paid on what the evaluation body certifies, with a share of their own or without: shares come and go. */
const PAID_ROLES: readonly string[] = ['responsabile', 'segretario'];

/** Those who held such an office on a day, or one that answers for a share, whatever the role. */
export function paidOn(tenures: readonly Tenure[], day: LocalDate, answering?: Answering): readonly string[] {
  const answers = new Set(answering?.offices);
  const paid = tenures.filter(
    (tenure) =>
      isHeld(tenure, day) && (answers.has(tenure.office) || tenure.roles.some((role) => PAID_ROLES.includes(role))),
  );
  return [...new Set(paid.map(({ person }) => person))];
}

/** Who held what on another day, as it is known today. Since when an office that an account alone tells was held, nobody says. */
export function staffAsOf(staff: Staff, day: LocalDate): Staff {
  const tenures = staff.tenures.map((tenure) =>
    tenure.byAccount === true && tenure.from > day ? { ...tenure, from: day } : tenure,
  );
  return { ...staff, day, tenures, beneficiaries: paidOn(tenures, day, staff.answering) };
}

/** Of which days the right to do something is asked: of today, and of the earlier one on which it is said to have happened. */
export function daysAsked(staff: Staff, told: LocalDate | undefined): readonly Staff[] {
  return told === undefined || told >= staff.day ? [staff] : [staff, staffAsOf(staff, told)];
}

/** The first day after an earlier one on which something held that holds today: it changes as offices and delegations begin and end. */
export function firstDayWhen(holds: (staff: Staff) => boolean, staff: Staff, after: LocalDate): LocalDate {
  const begin = [...staff.tenures, ...staff.delegations].map(({ from }) => from);
  const last = [...staff.tenures.map(({ to }) => to), ...staff.delegations.map(({ until }) => until)];
  const since = last.flatMap((day) => (day !== null && day >= after && day < staff.day ? [addDays(day, 1)] : []));
  const days = [...begin, ...since].filter((day) => day > after && day <= staff.day);
  return days.toSorted(compareText).find((day) => holds(staffAsOf(staff, day))) ?? staff.day;
}
