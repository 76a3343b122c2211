import type { Instant, LocalDate } from '#domain';
import type { DueRow } from '#postgres';
import { shareKey } from '../due/due-item.js';

/** How many deadlines of an area fall due on a day, and what became of them. */
export interface CalendarEntry {
  readonly dueOn: LocalDate;
  readonly areaId: string;
  readonly open: number;
  readonly met: number;
  /** Past and not answered, whether or not an alarm has rung yet. */
  readonly missed: number;
  /** Answered after the day. */
  readonly late: number;
}

/**
 * The picture of a year: in order of days, then of areas. Days that nobody has to answer are left out.
 *
 * @param areaOf  the area of each share, by `shareKey`
 */
export function calendarOf(
  due: readonly DueRow[],
  areaOf: ReadonlyMap<string, string>,
  now: Instant,
): readonly CalendarEntry[] {
  const entries = new Map<string, CalendarEntry>();
  for (const row of due) {
    if (row.status === 'void' || row.status === 'moved') continue;
    const status = row.status === 'open' && row.missed_at <= now ? 'missed' : row.status;
    const areaId = areaOf.get(shareKey(row)) ?? '';
    const key = `${row.due_on} ${areaId}`;
    const before = entries.get(key) ?? { dueOn: row.due_on, areaId, open: 0, met: 0, missed: 0, late: 0 };
    entries.set(key, { ...before, [status]: before[status] + 1 });
  }
  return [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
