import type { LocalDate } from '../values.js';
import { addDays, weekdayOf, yearOf } from './civil.js';

/** A day that comes every year, `MM-DD`. */
export type MonthDay = string;

/** Law 260/1949 as it stands since 2001; Easter Monday moves and is reckoned apart. */
const NATIONAL_HOLIDAYS: readonly MonthDay[] = [
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '08-15',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
];

/** Saint Francis, a holiday from 2026 by law 151/2025. */
const SAINT_FRANCIS = { day: '10-04', firstYear: 2026 };

/** Easter Sunday of the Gregorian calendar. */
export function easterOf(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moonShift = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + moonShift + 15) % 30;
  // Two dates that the lunar table leaves out fall one day earlier.
  const daysToFullMoon = epact === 29 || (epact === 28 && golden > 10) ? epact - 1 : epact;
  const fullMoon = addDays(`${year}-03-21`, daysToFullMoon);
  return addDays(fullMoon, 7 - (weekdayOf(fullMoon) % 7));
}

/** @param patronDay  the municipality's own holiday, `MM-DD` */
export function isHoliday(date: LocalDate, patronDay: MonthDay | null = null): boolean {
  const year = yearOf(date);
  const monthDay = date.slice(5);
  return (
    NATIONAL_HOLIDAYS.includes(monthDay) ||
    monthDay === patronDay ||
    (monthDay === SAINT_FRANCIS.day && year >= SAINT_FRANCIS.firstYear) ||
    date === addDays(easterOf(year), 1)
  );
}

/** Monday to Friday without holidays. */
export function isWorkingDay(date: LocalDate, patronDay: MonthDay | null = null): boolean {
  return weekdayOf(date) <= 5 && !isHoliday(date, patronDay);
}

/**
 * The working day that many working days after the date, or before it when negative; with 0 the date itself, whatever it is.
 * From a Sunday, 1 is the Monday and -1 the Friday.
 */
export function addWorkingDays(date: LocalDate, count: number, patronDay: MonthDay | null = null): LocalDate {
  const step = Math.sign(count);
  let day = date;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    do day = addDays(day, step);
    while (!isWorkingDay(day, patronDay));
  }
  return day;
}
