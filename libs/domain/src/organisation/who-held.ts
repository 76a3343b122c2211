import { addDays } from '../calendar/civil.js';
import type { LocalDate } from '../values.js';
import { holdersOn } from './places.js';
import type { Credited, Tenure } from './staff.js';

/** A time in which the same persons held an office; null: nobody did. */
export interface Stretch extends Credited {
  readonly persons: readonly (string | null)[];
}

/** Who held an office in a time of it, cut wherever somebody came or went. */
export function stretchesOf({ office, from, to }: Credited, tenures: readonly Tenure[]): readonly Stretch[] {
  const own = tenures.filter((tenure) => tenure.office === office);
  const changes = own.flatMap((tenure) => [tenure.from, ...(tenure.to === null ? [] : [addDays(tenure.to, 1)])]);
  const begins = [...new Set([from, ...changes.filter((day) => day > from && day <= to)])].toSorted();
  return begins.map((begin, at) => {
    const next = begins[at + 1];
    const end = next === undefined ? to : addDays(next, -1);
    return { office, from: begin, to: end, persons: personsOn(own, office, begin) };
  });
}

/** Of the days before it was made an account alone says nothing: they are its person's where they are nobody else's. */
function personsOn(tenures: readonly Tenure[], office: string, day: LocalDate): readonly (string | null)[] {
  const holders = holdersOn(tenures, office, day);
  if (holders.length > 0) return holders;
  const later = tenures.filter(({ byAccount, from }) => byAccount === true && from > day);
  const first = later.map(({ from }) => from).toSorted()[0];
  const persons = later.filter(({ from }) => from === first).map(({ person }) => person);
  return persons.length > 0 ? persons : [null];
}
