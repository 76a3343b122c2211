import type { LocalDate } from '#domain';
import type { DueRow } from '#postgres';

/**
 * An occasion as it stood at the end of a day, of what is known now. A fact of that day may bring later ones with it: an act
 * of before a miss that lifts it tells when the work was done; a fulfilment told as late may be of before the day it was due.
 *
 * @param row  from the facts that had happened by then
 */
export function asOfDay<Row extends DueRow>(row: Row, on: LocalDate): Row {
  const { status, answered_on: answeredOn, due_on: dueOn, lifted } = row;
  if (answeredOn !== null && answeredOn > on)
    return { ...row, status: 'open', answered_on: null, late_reason: null, late_note: null };
  if (status === 'late' && on <= dueOn) return { ...row, status: 'met' };
  return lifted !== null && on <= lifted.dueOn ? { ...row, lifted: null } : row;
}
