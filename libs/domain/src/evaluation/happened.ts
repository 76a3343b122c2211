import { addDays } from '../calendar/civil.js';
import type { LocalDate } from '../values.js';
import type { EvaluationEvent } from './messages.js';

/**
 * A term ends as the day after its last one begins, however late somebody notices.
 *
 * @see `Decider.happened`
 */
export function happened(event: EvaluationEvent): LocalDate | null {
  return event.type === 'evaluation.term-ended.v1' ? addDays(event.data.until, 1) : null;
}
