import { addDays } from '../calendar/civil.js';
import { compareText } from '../text.js';
import type { LocalDate } from '../values.js';
import { isHeld } from './acting.js';
import type { Staff, Tenure } from './staff.js';

/** An office that is needed and as which nobody can act in their own right. */
export interface Vacancy {
  readonly office: string;
  /** `disabled`: it is held, and none of its holders has an account in use. */
  readonly reason: 'vacant' | 'disabled';
  /** The first day without a holder who could act; null: nobody ever held it. */
  readonly since: LocalDate | null;
  /** Who holds it without an account in use. */
  readonly holders: readonly string[];
  /** Who acts for it all the same, by a delegation of today. */
  readonly standIns: readonly string[];
}

/** Persons whose account is not in use on the day, each with the first day of that. */
export type OutOfUse = ReadonlyMap<string, LocalDate>;

/** Which of the offices that are needed nobody holds on the staff's day, or nobody whose account is in use. */
export function vacanciesAmong(
  needed: readonly string[],
  { day, tenures, delegations }: Pick<Staff, 'day' | 'tenures' | 'delegations'>,
  outOfUse: OutOfUse,
): readonly Vacancy[] {
  const isOut = (person: string) => (outOfUse.get(person) ?? addDays(day, 1)) <= day;
  return [...new Set(needed)].toSorted().flatMap((office): readonly Vacancy[] => {
    const own = tenures.filter((tenure) => tenure.office === office && tenure.from <= day);
    const held = own.filter((tenure) => isHeld(tenure, day));
    if (held.some(({ person }) => !isOut(person))) return [];
    const standIns = delegations
      .filter((delegation) => delegation.office === office && delegation.from <= day && day <= delegation.until)
      .map(({ to }) => to.person)
      .filter((person) => !isOut(person));
    const told = { office, holders: personsOf(held), standIns: [...new Set(standIns)] };
    if (held.length > 0) return [{ ...told, reason: 'disabled', since: sinceNobodyCould(own, outOfUse) }];
    const ends = own.flatMap(({ to }) => (to === null ? [] : [to])).toSorted(compareText);
    const last = ends.at(-1);
    return [{ ...told, reason: 'vacant', since: last === undefined ? null : addDays(last, 1) }];
  });
}

/** The day after the last on which somebody held the office and had an account in use; where nobody had, its first. */
function sinceNobodyCould(own: readonly Tenure[], outOfUse: OutOfUse): LocalDate | null {
  const ends = own.flatMap(({ person, from, to }) => {
    const end = to === null ? null : addDays(to, 1);
    const out = outOfUse.get(person) ?? end;
    const first = end === null || (out !== null && out < end) ? out : end;
    return first === null || first <= from ? [] : [first];
  });
  const begins = own.map(({ from }) => from).toSorted(compareText);
  return ends.toSorted(compareText).at(-1) ?? begins.at(0) ?? null;
}

function personsOf(held: readonly Tenure[]): readonly string[] {
  return [...new Set(held.map(({ person }) => person))];
}
