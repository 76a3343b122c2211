import type { Credited, Parties, Staff } from '../organisation/staff.js';
import { stretchesOf } from '../organisation/who-held.js';

/**
 * Whether a person has held, by today, an office that has the credit of some days of what is judged, in those days: they are paid for
 * them, wherever they are now. Whoever came to the office since is paid nothing, and is as free as anybody. Of `coming` days it
 * counts as well who is known to hold it in them.
 */
export function heldCredited(person: string, { credited = [] }: Parties, { tenures, day }: Staff): boolean {
  if (credited.length === 0) return false;
  const theirs = tenures.filter((tenure) => tenure.person === person);
  return credited.some((one) => {
    const own = theirs.filter(({ office, from }) => office === one.office && (one.coming === true || from <= day));
    if (own.some((tenure) => overlaps(one, tenure))) return true;
    const isOfBefore = own.some(({ byAccount, from }) => byAccount === true && from > one.from);
    return isOfBefore && stretchesOf(one, tenures).some(({ persons }) => persons.includes(person));
  });
}

/** Whether they have the credit of days of any share of the plan of what is judged: one fund pays them all. */
export function heldInItsPlan(person: string, { credited = [] }: Parties, staff: Staff): boolean {
  const years = new Set(credited.map(({ from }) => from.slice(0, 4)));
  const together = staff.answering?.credited.filter(({ from }) => years.has(from.slice(0, 4))) ?? [];
  return heldCredited(person, { ...NOBODY, credited: together }, staff);
}

const NOBODY: Parties = { authors: [], offices: [], scored: [], beneficiaries: [] };

/** Those of some credits of which a party does not have all the days already. */
export function notYetCredited(
  { credited = [] }: Pick<Parties, 'credited'>,
  some: readonly Credited[],
): readonly Credited[] {
  return some.filter(
    ({ office, from, to }) =>
      !credited.some((known) => known.office === office && known.from <= from && to <= known.to),
  );
}

function overlaps({ from, to }: Credited, tenure: Staff['tenures'][number]): boolean {
  return tenure.from <= to && (tenure.to === null || from <= tenure.to);
}
