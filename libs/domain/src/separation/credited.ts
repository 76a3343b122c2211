import type { Credited, Parties, Staff } from '../organisation/staff.js';

/** Whether one of these offices has the credit of some days of what is judged. */
export function isCredited(sides: readonly string[], { credited = [] }: Parties): boolean {
  return credited.some(({ office }) => sides.includes(office));
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
