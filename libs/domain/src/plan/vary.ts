import { Refused } from '../refused.js';
import { requireLatest } from '../variation/last-varied.js';
import { requirePossible, settledIn } from '../variation/standing.js';
import { variedBy } from '../variation/varied.js';
import type { PlanDocument } from './document.js';
import type { PlanState } from './state.js';
import type { PlanVaried, VaryPlan } from './variation-messages.js';

/**
 * A decided variation becomes the next version of the plan. Another may have taken the points meanwhile, or a deadline have been
 * over before the act: then it is refused, and the variation says so.
 *
 * @throws Refused `variation/already-applied`, or what a variation is refused for
 */
export function vary(
  { variationId, changes, act, objectives, at }: VaryPlan & { readonly at: string },
  { planId, document, status, version, variations, lastVaried = {}, cameIn }: PlanState & { readonly planId: string },
): readonly PlanVaried[] {
  if (variations.includes(variationId)) throw new Refused('variation/already-applied', { variation: variationId });
  if (document === null || status === 'none') throw new Refused('plan/not-drafted', { plan: planId });
  const varied = variedBy(changes, document, settledIn(objectives));
  // Whether it came in time, and alone, was asked when it was decided.
  const decided = { underWay: {}, cutOff: '9999-12-31' };
  const around = { document, planStatus: status, objectives, cameIn, ...decided };
  requirePossible(changes, varied, around, at, undefined, act?.date);
  requireLatest(changes, document, lastVaried, act?.date);
  const known = new Set(document.objectives.map(({ id }) => id));
  const shares = new Set(document.objectives.flatMap((objective) => objective.shares.map(({ id }) => id)));
  return [
    {
      type: 'plan.varied.v1',
      data: {
        planId,
        variationId,
        version: version + 1,
        act,
        objectives: varied.objectives,
        added: varied.objectives.map(({ id }) => id).filter((id) => !known.has(id)),
        addedShares: varied.objectives
          .flatMap((objective) => objective.shares)
          .filter(({ id }) => !shares.has(id))
          .map(({ id }) => id),
        removed: varied.removed.map(({ objectiveId, cause, note, weight }) => ({ objectiveId, cause, note, weight })),
      },
    },
  ];
}

/** The document after a variation. Nothing leaves it: what was removed is only marked. */
export function withVaried(
  document: PlanDocument,
  { objectives, removed }: Pick<PlanVaried['data'], 'objectives' | 'removed'>,
): PlanDocument {
  const after = new Map(objectives.map((objective) => [objective.id, objective]));
  const known = document.objectives.map(({ id }) => id);
  const gone = removed.map(({ objectiveId }) => objectiveId);
  return {
    ...document,
    objectives: [
      ...document.objectives.map((objective) => after.get(objective.id) ?? objective),
      ...objectives.filter(({ id }) => !known.includes(id)),
    ],
    ...(gone.length > 0 && { removed: [...(document.removed ?? []), ...gone] }),
  };
}
