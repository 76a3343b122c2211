import type { Answer } from '../../client/ask.js';

/** The one day on which a deadline of a plan falls due; null: it has none, or several. */
export function dueDayOf(deadline: Answer<'objective'>['deadlines'][number]): string | null {
  if ('on' in deadline) return deadline.on;
  return deadline.kind === 'as-of' ? (deadline.dueOn ?? null) : null;
}
