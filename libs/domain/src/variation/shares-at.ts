import { evolve } from '../objective/evolve.js';
import { initial, type ObjectiveState, type ShareState } from '../objective/state.js';
import { endedSuspensions } from '../objective/suspension.js';
import type { ObjectiveStanding } from '../objective/transitions.js';
import type { Instant } from '../values.js';

/** The shares as they are by now: a rest may be over and nobody have noticed it. */
export function sharesAt(standing: ObjectiveStanding | undefined, at: Instant): readonly ShareState[] {
  if (standing === undefined) return [];
  const known: ObjectiveState = { ...initial, ...standing };
  return endedSuspensions(known, at).reduce(evolve, known).shares;
}
