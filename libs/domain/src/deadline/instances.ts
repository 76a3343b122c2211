import { addDays, lastDayOfMonth, weekdayOf } from '../calendar/civil.js';
import { romeMidnightAfter } from '../calendar/rome.js';
import type { Instant, LocalDate } from '../values.js';
import type { Deadline, DeadlineInstance } from './deadline.js';

/**
 * The occasions on which a deadline falls due, in order of time.
 * A start is due on its day, a window on its last; as-of, relative and after have none until their own event arrives.
 */
export function instancesOf(deadline: Deadline): readonly DeadlineInstance[] {
  switch (deadline.kind) {
    case 'fixed':
    case 'horizon':
      return [due(deadline.id, deadline.on, null)];
    case 'start':
      return [due(deadline.id, deadline.until ?? deadline.from, null)];
    case 'recurring': {
      const endOfPeriod = deadline.every === 'week' ? sundayOfWeek : lastDayOfMonth;
      return periodEnds(deadline.from, deadline.until, endOfPeriod).map((day) => due(deadline.id, day, deadline.every));
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

function sundayOfWeek(day: LocalDate): LocalDate {
  return addDays(day, 7 - weekdayOf(day));
}
