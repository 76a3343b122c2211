import type { Credited, Parties, Staff } from '../organisation/staff.js';
import { hasFunction } from './qualified.js';

/**
 * The offices that have the credit of some days of what is judged. Not the political body's: nobody may decide in its place, so who was
 * of it in those days is paid and barred (`heldCredited`), and whoever is of it otherwise decides.
 */
export function creditedOffices({ credited = [] }: Parties, staff: Staff): readonly string[] {
  return credited.map(({ office }) => office).filter((office) => !hasFunction(office, 'political-body', staff));
}

/** Whether one of these offices has the credit of some days of what is judged. */
export function isCredited(sides: readonly string[], parties: Parties, staff: Staff): boolean {
  return creditedOffices(parties, staff).some((office) => sides.includes(office));
}

/** Whether a person has held, by today, an office that has the credit of some days, in those days: they are paid for them. */
export function heldCredited(person: string, { credited = [] }: Parties, { tenures, day }: Staff): boolean {
  return tenures.some(
    (tenure) =>
      tenure.person === person &&
      tenure.from <= day &&
      credited.some((one) => one.office === tenure.office && overlaps(one, tenure)),
  );
}

function overlaps({ from, to }: Credited, tenure: Staff['tenures'][number]): boolean {
  return tenure.from <= to && (tenure.to === null || from <= tenure.to);
}
