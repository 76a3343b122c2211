import { asProposed, formatHundredths, parseHundredths, type PlannedObjective, type VariationState } from '#domain';
import type { Engine } from '#engine';
import type { Answer } from '../http/call.js';

type Added = Answer<'variation'>['added'][number];

/**
 * The objectives that a variation would add, whole, as whoever decides reads them; of a proposal also whether the plan has it by now, and
 * where it was judged.
 */
export async function objectivesAdded(engine: Engine, planId: string, state: VariationState): Promise<Added[]> {
  const changes = state.asked?.changes ?? [];
  const added = changes.flatMap((change) => (change.kind === 'add-objective' ? [change.objective] : []));
  if (added.length === 0) return [];
  const horizon = (await engine.load('plan', planId))?.state.document?.horizon ?? '';
  return Promise.all(
    added.map(async (objective) => {
      const objectiveId = `${planId}-${objective.id}`;
      const there = (await engine.load('objective', objectiveId))?.state;
      const isProposal = state.proposals?.[objective.id] !== undefined;
      const judged = isProposal && there?.proposal?.approval != null;
      return {
        objectiveId,
        inPlan: there?.shares[0]?.stage === 'planned',
        isProposal,
        approvalId: judged ? `objective~${objectiveId}~objective` : null,
        proposed: asProposed(weighed(objective, changes), horizon),
      };
    }),
  );
}

type Changes = NonNullable<VariationState['asked']>['changes'];

/** With the points that the request moves to its shares, or away. */
function weighed(objective: PlannedObjective, changes: Changes): PlannedObjective {
  const shares = objective.shares.map((share) => {
    if (share.weight === null) return share;
    const points = changes.reduce((sum, change) => {
      if (change.kind !== 'move-weight') return sum;
      const moved = parseHundredths(change.points, 'points');
      return sum + (change.to === share.id ? moved : 0n) - (change.from === share.id ? moved : 0n);
    }, 0n);
    return points === 0n
      ? share
      : { ...share, weight: formatHundredths(parseHundredths(share.weight, 'weight') + points) };
  });
  return { ...objective, shares };
}
