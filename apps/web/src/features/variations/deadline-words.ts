import type { Answer } from '../../client/ask.js';
import { dueDayOf } from '../objectives/due-day.js';

/** How a deadline is told from the others of its objective. */
export function deadlineWords(
  deadline: Answer<'objective'>['deadlines'][number],
  day: (date: string) => string,
): string {
  const dueOn = dueDayOf(deadline);
  const when = dueOn === null ? '' : day(dueOn);
  return [when, deadline.text].filter(Boolean).join(': ').slice(0, 120) || deadline.id;
}
