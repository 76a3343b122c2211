import type { Instant, LocalDate } from '../values.js';
import { romeDayOf } from './rome.js';

/** Whether a fact was recorded after the day on which it happened: allowed, and told. */
export function recordedLate(occurredOn: LocalDate, recordedAt: Instant): boolean {
  return romeDayOf(recordedAt) > occurredOn;
}
