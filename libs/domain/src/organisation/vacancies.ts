import { addDays } from '../calendar/civil.js';
import type { LocalDate } from '../values.js';
import { isHeld } from './acting.js';
import type { Staff } from './staff.js';

/** An office that is needed and that nobody holds. */
export interface Vacancy {
  readonly office: string;
  /** The first day without a holder; null: nobody ever held it. */
  readonly since: LocalDate | null;
  /** Who acts for it all the same, by a delegation of today. */
  readonly standIns: readonly string[];
}

/** Which of the offices that are needed nobody holds on the staff's day. */
export function vacanciesAmong(needed: readonly string[], { day, tenures, delegations }: Staff): readonly Vacancy[] {
  return [...new Set(needed)].toSorted().flatMap((office) => {
    const own = tenures.filter((tenure) => tenure.office === office);
    if (own.some((tenure) => isHeld(tenure, day))) return [];
    const ends = own.flatMap(({ to }) => (to !== null && to < day ? [to] : [])).toSorted();
    const last = ends.at(-1);
    const standIns = delegations
      .filter((delegation) => delegation.office === office && delegation.from <= day && day <= delegation.until)
      .map(({ to }) => to.person);
    return [{ office, since: last === undefined ? null : addDays(last, 1), standIns: [...new Set(standIns)] }];
  });
}
