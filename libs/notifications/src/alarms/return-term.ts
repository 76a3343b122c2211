import { addWorkingDays, romeDayOf, type LocalDate, type MonthDay } from '#domain';
import type { DueNotice } from './due-notice.js';

/** Working days before the last one of the term of a return. */
const BEFORE = 2;

/** The day from which a notice is told: of the term of a return, by the calendar of the body. */
export function toldFrom({ says, until, day }: DueNotice, patronDay: MonthDay | null): LocalDate {
  if (until === undefined) return day;
  if (says === 'integration-due') return addWorkingDays(until, -BEFORE, patronDay);
  return says === 'integration-overdue' ? addWorkingDays(until, 1, patronDay) : day;
}

/** That a term is about to end is no news on the day it began, nor once it is over. */
export function isWorthTelling(notice: DueNotice, patronDay: MonthDay | null, today: LocalDate): boolean {
  const { says, until, since } = notice;
  if (says !== 'integration-due' || until === undefined) return true;
  return until >= today && toldFrom(notice, patronDay) > romeDayOf(since);
}
