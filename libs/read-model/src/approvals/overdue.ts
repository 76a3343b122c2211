import type { ExpressionBuilder, Kysely } from 'kysely';
import { addDays, addWorkingDays, type LocalDate, type WorkingCalendar } from '#domain';
import type { ReadTables } from '#postgres';

/** A term, and the last day on which a step may have opened whose term of that length is over. */
export interface Cutoff {
  readonly term: number;
  readonly openedOn: LocalDate;
}

/** For each length of term there is: working days are counted here, so that the table can be asked for days alone. */
export async function cutoffsOf(
  db: Kysely<ReadTables>,
  day: LocalDate,
  calendar: WorkingCalendar,
): Promise<readonly Cutoff[]> {
  const rows = await db
    .selectFrom('read.approval')
    .select('term')
    .distinct()
    .where('status', '=', 'open')
    .where('term', 'is not', null)
    .execute();
  return rows.flatMap(({ term }) => (term === null ? [] : [{ term, openedOn: cutoffOf(term, day, calendar) }]));
}

export function cutoffOf(term: number, day: LocalDate, { patronDay }: WorkingCalendar): LocalDate {
  let openedOn = addDays(day, -term); // that many working days are at least that many days
  while (addWorkingDays(openedOn, term, patronDay) >= day) openedOn = addDays(openedOn, -1);
  return openedOn;
}

/** A step whose term is over, or an integration that did not come in time. */
export function isOverdue(cutoffs: readonly Cutoff[], day: LocalDate) {
  return (eb: ExpressionBuilder<ReadTables, 'read.approval'>) =>
    eb.or([
      ...cutoffs.map(({ term, openedOn }) => eb.and([eb('term', '=', term), eb('opened_on', '<=', openedOn)])),
      eb.and([eb('status', '=', 'returned'), eb('return_by', '<', day)]),
    ]);
}
