import type { Instant, LocalDate } from '../values.js';
import { addDays, isLocalDate, lastDayOfMonth, weekdayOf } from './civil.js';

const SHAPE = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** How much of an instant tells its day, and its hour. */
const [DAY, HOUR] = ['2022-05-16'.length, '2022-05-16T08'.length];

/**
 * The instant at which the day begins in Europe/Rome, by the European rule in force since 1996:
 * summer time from 01:00 UTC of March's last Sunday to 01:00 UTC of October's.
 */
export function romeMidnightOf(day: LocalDate): Instant {
  // The clocks change in the small hours, so a Sunday of change still begins with the old offset.
  const { begins, ends } = summerOf(day);
  const summer = day > begins && day <= ends;
  return `${addDays(day, -1)}T${summer ? '22' : '23'}:00:00.000Z`;
}

/** The next 00:00 in Europe/Rome after the day. */
export function romeMidnightAfter(day: LocalDate): Instant {
  return romeMidnightOf(addDays(day, 1));
}

/** Every command asks for the day of its instant several times, and it is the same for an hour. */
let asked = { hour: '', day: '' };

/**
 * The day that is shown by a calendar in Rome at that instant.
 *
 * @throws RangeError when the text is not an instant in UTC with milliseconds: a fault of the caller, not of a person
 */
export function romeDayOf(instant: Instant): LocalDate {
  if (!SHAPE.test(instant)) throw notAnInstant(instant);
  const hour = instant.slice(0, HOUR);
  if (hour !== asked.hour) asked = { hour, day: dayInRome(instant) };
  return asked.day;
}

function dayInRome(instant: Instant): LocalDate {
  const [day, hours] = [instant.slice(0, DAY), instant.slice(DAY + 1, HOUR)];
  if (!isLocalDate(day)) throw notAnInstant(instant);
  // Only the evening can be tomorrow already, and by then a Sunday of change has its new offset.
  const { begins, ends } = summerOf(day);
  const summer = day >= begins && day < ends;
  return Number(hours) + (summer ? 2 : 1) >= 24 ? addDays(day, 1) : day;
}

function notAnInstant(instant: string): RangeError {
  return new RangeError(`Not an instant in UTC with milliseconds: ${instant}`);
}

/** Every deadline asks for the summer of its year. */
const summers = new Map<string, { readonly begins: LocalDate; readonly ends: LocalDate }>();

function summerOf(day: LocalDate) {
  const year = day.slice(0, 4);
  const known = summers.get(year);
  if (known !== undefined) return known;
  const summer = { begins: lastSunday(day, '03'), ends: lastSunday(day, '10') };
  summers.set(year, summer);
  return summer;
}

function lastSunday(sameYear: LocalDate, month: '03' | '10'): LocalDate {
  const last = lastDayOfMonth(`${sameYear.slice(0, 4)}-${month}-01`);
  return addDays(last, -(weekdayOf(last) % 7));
}
