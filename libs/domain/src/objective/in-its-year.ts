import type { Deadline } from '../deadline/deadline.js';
import type { PlannedObjective } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import { yearOf } from './beginning.js';

/**
 * What is proposed to a plan falls due in its year, and ends with it. What begins before and is due in the year may, and so may
 * a report on the state at the year's end that is due some days later.
 *
 * @throws Refused `value/out-of-range`
 */
export function requireInItsYear(planId: string, horizon: LocalDate, { deadlines }: PlannedObjective): void {
  const year = yearOf(planId, horizon) ?? '';
  const [min, max] = [`${year}-01-01`, `${year}-12-31`];
  const within = (field: string, value: LocalDate) => {
    if (value < min || value > max) throw new Refused('value/out-of-range', { field, value, min, max });
  };
  within('horizon', horizon);
  for (const deadline of deadlines) for (const [field, day] of daysOf(deadline)) within(`deadline.${field}`, day);
}

function daysOf(deadline: Deadline): readonly (readonly [field: string, day: LocalDate])[] {
  switch (deadline.kind) {
    case 'fixed':
    case 'horizon':
      return [['on', deadline.on]];
    case 'as-of':
      return [['asOf', deadline.asOf]];
    case 'start':
      return deadline.until === null ? [['from', deadline.from]] : [['until', deadline.until]];
    case 'recurring':
      return [
        ['from', deadline.from],
        ['until', deadline.until],
      ];
    case 'relative':
    case 'after':
      return [];
  }
}
