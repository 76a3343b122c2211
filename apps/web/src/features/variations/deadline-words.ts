import type { Answer } from '../../client/ask.js';

/** How a deadline is told from the others of its objective. */
export function deadlineWords(
  deadline: Answer<'objective'>['deadlines'][number],
  day: (date: string) => string,
): string {
  const when = 'on' in deadline ? day(deadline.on) : '';
  return [when, deadline.text].filter(Boolean).join(': ').slice(0, 120) || deadline.id;
}
