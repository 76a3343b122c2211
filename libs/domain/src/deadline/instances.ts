import { addDays, lastDayOfMonth, weekdayOf } from '../calendar/civil.js';
import { romeMidnightAfter } from '../calendar/rome.js';
import type { Instant, LocalDate } from '../values.js';
import type { Deadline, DeadlineInstance } from './deadline.js';

/**
 * The occasions on which a deadline falls due, in order of time.
 * A start is due on its day, a window on its last; relative and after have none by themselves, nor has an as-of of an older log.
 */
export function instancesOf(deadline: Deadline): readonly DeadlineInstance[] {
  switch (deadline.kind) {
    case 'fixed':
    case 'horizon':
      return [due(deadline.id, deadline.on, null)];
    case 'as-of':
      return deadline.dueOn === undefined ? [] : [due(deadline.id, deadline.dueOn, null)];
    case 'start':
      return [due(deadline.id, deadline.until ?? deadline.from, null)];
    case 'recurring': {
      const { every, from, until, day } = deadline;
      if (day !== undefined) return daysOn(day, every, from, until).map((one) => due(deadline.id, one, every));
      const endOfPeriod = every === 'week' ? sundayOfWeek : lastDayOfMonth;
      return periodEnds(from, until, endOfPeriod).map((end) => due(deadline.id, end, every));
    }
    default:
      return [];
  }
}

/** The instant from which an instance that nobody answered is missed. */
export function missedAt(instance: Pick<DeadlineInstance, 'dueOn'>): Instant {
  return romeMidnightAfter(instance.dueOn);
}

function due(deadlineId: string, day: LocalDate, every: DeadlineInstance['every']): DeadlineInstance {
  return { deadlineId, instance: day, dueOn: day, every };
}

/** The end of each period from the one of `from`, the last clipped to `until`. */
function periodEnds(from: LocalDate, until: LocalDate, endOfPeriod: (day: LocalDate) => LocalDate): LocalDate[] {
  const ends: LocalDate[] = [];
  let start = from;
  while (start <= until) {
    const end = endOfPeriod(start);
    ends.push(end < until ? end : until);
    start = addDays(end, 1);
  }
  return ends;
}

type Every = Extract<Deadline, { readonly kind: 'recurring' }>['every'];

function daysOn(day: number, every: Every, from: LocalDate, until: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  // beyond the year 9999 a day no longer sorts after those before it
  for (let next = firstOn(day, every, from); next >= from && next <= until;) {
    days.push(next);
    next = firstOn(day, every, addDays(next, 1));
  }
  return days;
}

/** The first such day of a week or a month on `from` or later. */
export function firstOn(day: number, every: Every, from: LocalDate): LocalDate {
  if (every === 'week') return addDays(from, (day - weekdayOf(from) + 7) % 7);
  const last = lastDayOfMonth(from);
  const own = `${from.slice(0, 8)}${String(day).padStart(2, '0')}`;
  const found = own < last ? own : last;
  return found >= from ? found : firstOn(day, every, addDays(last, 1));
}

function sundayOfWeek(day: LocalDate): LocalDate {
  return addDays(day, 7 - weekdayOf(day));
}
