import { romeDayOf } from '../calendar/rome.js';
import { missedAt } from '../deadline/instances.js';
import type { LocalDate } from '../values.js';
import type { ObjectiveEvent } from './messages.js';

/**
 * What the passing of time does has a day of its own, however late it is noticed: a deadline is missed when its day is over,
 * work goes on by itself after the last day of a rest. A miss is lifted on the day of the act.
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
  // whatever day is told beside it, its act had decided so
  if (event.type === 'objective.miss-lifted.v1') return event.data.act.date;
  if (event.type !== 'objective.resumed.v1') return null;
  const { on, reason, act } = event.data;
  return reason === '' && act === null ? on : null;
}
