import { addDays, daysBetween, weekdayOf } from '#domain';
import type { Answer } from '../../client/ask.js';

export type CalendarEntry = Answer<'dashboard'>['calendar'][number];

export interface Week {
  readonly areaId: string;
  /** Its Monday. */
  readonly from: string;
  readonly to: string;
  readonly open: number;
  readonly met: number;
  readonly missed: number;
  readonly late: number;
}

export type Standing = 'missed' | 'open' | 'late' | 'met';

/** The deadlines of each area week by week, by area in the order given, then by week. */
export function weeksOf(calendar: readonly CalendarEntry[], areas: readonly string[]): readonly Week[] {
  const weeks = new Map<string, Week>();
  for (const { dueOn, areaId, open, met, missed, late } of calendar) {
    const from = mondayOf(dueOn);
    const key = `${areaId} ${from}`;
    const before = weeks.get(key) ?? { areaId, from, to: addDays(from, 6), open: 0, met: 0, missed: 0, late: 0 };
    weeks.set(key, {
      ...before,
      open: before.open + open,
      met: before.met + met,
      missed: before.missed + missed,
      late: before.late + late,
    });
  }
  return [...weeks.values()]
    .filter(({ areaId }) => areas.includes(areaId))
    .toSorted((a, b) => areas.indexOf(a.areaId) - areas.indexOf(b.areaId) || daysBetween(b.from, a.from));
}

/** What of a week needs most attention. */
export function standingOf({ missed, open, late }: Week): Standing {
  if (missed > 0) return 'missed';
  if (open > 0) return 'open';
  return late > 0 ? 'late' : 'met';
}

export function countOf({ open, met, missed, late }: Week): number {
  return open + met + missed + late;
}

function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}
