import { daysBetween, type LocalDate } from '#domain';

/** Where the days of a year stand between two points, and the first days of its months. Days have no time zone. */
export function yearScale(year: number, left: number, right: number) {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const width = (right - left) / daysBetween(first, last);
  return {
    place: (day: LocalDate): number => left + daysBetween(first, day) * width,
    months: Array.from({ length: 12 }, (_, month): LocalDate => `${year}-${String(month + 1).padStart(2, '0')}-01`),
  };
}
