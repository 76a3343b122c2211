import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';

const SHAPE = /^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether the day exists, years 1000 to 2999: `2022-02-29` does not. */
export function isLocalDate(text: string): boolean {
  return SHAPE.test(text) && fromDayNumber(toDayNumber(text)) === text;
}

/** @throws Refused `value/not-a-date` */
export function requireDate(text: string, field: string): void {
  if (!isLocalDate(text)) throw new Refused('value/not-a-date', { field, value: text.slice(0, 40) });
}

/** Days are counted from 1 March of the year 0, so that a leap day is the last of its year. */
function toDayNumber(date: LocalDate): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const monthsFromMarch = (month + 9) % 12;
  return firstDayOf(month <= 2 ? year - 1 : year) + daysBeforeMonth(monthsFromMarch) + day - 1;
}

function fromDayNumber(dayNumber: number): LocalDate {
  // 400 years are 146,097 days; the estimate is at most one year off.
  let year = Math.floor((dayNumber * 400) / 146_097);
  if (firstDayOf(year + 1) <= dayNumber) year += 1;
  if (firstDayOf(year) > dayNumber) year -= 1;
  const dayOfYear = dayNumber - firstDayOf(year);
  const monthsFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthsFromMarch + 2) % 12) + 1;
  return joined(month <= 2 ? year + 1 : year, month, dayOfYear - daysBeforeMonth(monthsFromMarch) + 1);
}

function firstDayOf(yearFromMarch: number): number {
  const leapDays = Math.floor(yearFromMarch / 4) - Math.floor(yearFromMarch / 100) + Math.floor(yearFromMarch / 400);
  return 365 * yearFromMarch + leapDays;
}

/** Months from March alternate 31, 30, 31, 30, 31: 153 days in five. */
function daysBeforeMonth(monthsFromMarch: number): number {
  return Math.floor((153 * monthsFromMarch + 2) / 5);
}

function joined(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** @returns how many days `to` lies after `from`; negative when it lies before */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** @returns 1 for Monday to 7 for Sunday */
export function weekdayOf(date: LocalDate): number {
  return ((toDayNumber(date) + 2) % 7) + 1;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

export function lastDayOfMonth(date: LocalDate): LocalDate {
  const firstOfNext = addDays(`${date.slice(0, 7)}-28`, 4);
  return addDays(`${firstOfNext.slice(0, 7)}-01`, -1);
}
