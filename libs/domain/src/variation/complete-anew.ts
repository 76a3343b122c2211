import { lackingOf, type Lacking } from '../objective/complete.js';
import type { PlanDocument, PlannedObjective, PlannedShare } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { Varied } from './varied.js';

/**
 * What comes into the plan by a variation has what a proposal has, once the whole of it is done. Who joins an objective takes its
 * indicators as the plan words them, with a target or without; and no share loses the target that it had.
 *
 * @throws Refused `variation/share-incomplete`
 */
export function requireCompleteAnew({ objectives }: Pick<Varied, 'objectives'>, before: PlanDocument): void {
  for (const objective of objectives) {
    const known = before.objectives.find(({ id }) => id === objective.id);
    for (const share of objective.shares) {
      const [missing] = lackingAnew(share, objective, known);
      if (missing !== undefined) throw new Refused('variation/share-incomplete', { share: share.id, missing });
    }
  }
}

function lackingAnew(
  share: PlannedShare,
  objective: PlannedObjective,
  known: PlannedObjective | undefined,
): readonly Lacking[] {
  const lacking = lackingOf(share, objective);
  if (known === undefined) return lacking;
  const was = known.shares.find(({ id }) => id === share.id);
  if (was === undefined) return lacking.filter((one) => one !== 'target');
  return lacking.filter((one) => one === 'target' && !lackingOf(was, known).includes(one));
}
