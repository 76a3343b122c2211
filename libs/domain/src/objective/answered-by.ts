import type { LocalDate } from '../values.js';
import type { DeadlineStanding } from './state.js';

/** A deadline that was answered after its first day, by the day to which an act has moved it. */
export function answeredBy(standing: DeadlineStanding, fulfilledOn: LocalDate | undefined): DeadlineStanding {
  if (fulfilledOn === undefined) return standing;
  return { ...standing, status: fulfilledOn <= standing.dueOn ? 'answered' : 'fulfilled-late', fulfilledOn };
}
