import { addDays, romeDayOf, romeMidnightOf, type Instant } from '#domain';

const HOUR_MS = 3_600_000;

/**
 * The same hour of the next day in Rome, also where that day has 23 hours or 25. Clocks change between 02:00 and 03:00:
 * before that hours are counted from midnight, afterwards back from the next one.
 */
export function nextDay(now: Instant): Instant {
  const today = romeDayOf(now);
  const midnight = (days: number) => Date.parse(romeMidnightOf(addDays(today, days)));
  const at = Date.parse(now);
  const passed = at - midnight(0);
  const left = midnight(1) - at;
  return new Date(passed < 2 * HOUR_MS ? midnight(1) + passed : midnight(2) - left).toISOString();
}
