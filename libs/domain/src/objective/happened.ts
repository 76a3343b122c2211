import { romeDayOf } from '../calendar/rome.js';
import { missedAt } from '../deadline/instances.js';
import type { LocalDate } from '../values.js';
import type { ObjectiveEvent } from './messages.js';

/**
 * What the passing of time does has a day of its own, however late it is noticed: a deadline is missed when its day is over,
 * work goes on by itself after the last day of a rest.
 *
 * @see `Decider.happened`
 */
export function happened(event: ObjectiveEvent): LocalDate | null {
  if (event.type === 'objective.deadline-missed.v1') return romeDayOf(missedAt(event.data));
  if (event.type === 'objective.justification-opened.v1') {
    // of work that is older than its deadline nobody had asked why it is late
    const { on, at } = event.data.approval;
    return on ?? romeDayOf(at);
  }
  if (event.type !== 'objective.resumed.v1') return null;
  const { on, reason, act } = event.data;
  return reason === '' && act === null ? on : null;
}
