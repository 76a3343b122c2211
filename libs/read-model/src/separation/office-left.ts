import { addDays, romeDayOf } from '#domain';
import type { SeparationCheckRow, TenureRow } from '#postgres';
import { isOfAccount } from './held.js';
import type { Known } from './known.js';

/**
 * True where who took a step in their own right had left the office by then, as it is known today: the end of a tenure may
 * be recorded after a vote of its holder. The day on which it happened or that of its recording: an office held on either is
 * enough. False where the log knows of no tenure.
 */
export function hadLeftOffice(taken: SeparationCheckRow, known: Known): boolean {
  if (taken.on_behalf_of !== null) return false;
  const theirs = known.byPerson.get(taken.person) ?? [];
  const left = [taken.occurred_on, romeDayOf(taken.recorded_at)].flatMap((day) =>
    theirs
      .filter(({ office, from_day }) => office === taken.office && from_day <= day)
      .map((tenure) => isLeft(tenure, theirs, day)),
  );
  return left.length > 0 && left.every(Boolean);
}

/** An account's own office lasts for the whole day on which something else is said of its person. */
function isLeft(tenure: TenureRow, theirs: readonly TenureRow[], day: string): boolean {
  if (!isOfAccount(tenure)) return tenure.to_day !== null && tenure.to_day < day;
  if (tenure.to_day !== null && addDays(tenure.to_day, 1) < day) return true;
  return theirs.some((told) => !isOfAccount(told) && told.from_day < day);
}
