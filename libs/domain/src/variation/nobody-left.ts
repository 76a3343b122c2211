import { nobodyLeftFrom, type NobodyLeft } from '../objective/somebody-left.js';
import type { Judging } from '../objective/watched.js';
import type { PlanDocument } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { PlanChange } from './changes.js';
import { variedBy } from './varied.js';

/** The shares that changes would add and nobody could judge; none where the changes are refused. */
export function nobodyLeftByChanges(
  changes: readonly PlanChange[],
  document: PlanDocument,
  judging: Judging,
): readonly NobodyLeft[] {
  const known = new Set(document.objectives.flatMap(({ shares }) => shares.map(({ id }) => id)));
  try {
    return variedBy(changes, document)
      .objectives.flatMap((objective) => nobodyLeftFrom(objective, document.horizon, judging))
      .filter(({ facts }) => !known.has(facts.share));
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}
