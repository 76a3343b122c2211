import type { Answer } from '../../client/ask.js';

type Status = Answer<'approval'>['status'];

/** In which box of its chain an approval stands: the step that waits, or the end that it came to; null: it was overtaken. */
export function boxOf(status: Status, step: string | null): string | null {
  if (status === 'open') return step;
  return status === 'withdrawn' ? null : status;
}
