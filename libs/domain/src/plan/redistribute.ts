import { formatHundredths, parseHundredths } from '../decimal.js';
import { Refused } from '../refused.js';
import type { PlanDocument, PlannedShare } from './document.js';

/**
 * The plan once the weight of shares that were removed is borne by the others of their area, each in the proportion of
 * its own weight; hundredths that do not divide go to those with the largest remainder, then in the order of the plan.
 * What the weights of an area add up to with the removed ones is what they add up to without them.
 *
 * @param document  the removed ones are marked in it
 * @param removed  ids of the shares whose weight is to be borne
 * @param settled  ids of shares that bear no more: they were reported, scored or paid
 * @throws Refused `variation/nobody-bears-weight` where an area has no other share with a weight
 */
export function redistributed(
  document: PlanDocument,
  removed: readonly string[],
  settled: ReadonlySet<string>,
): PlanDocument {
  const gone = sharesOf(document).filter(({ id, weight }) => removed.includes(id) && weight !== null);
  const weights = new Map<string, bigint>();
  for (const areaId of new Set(gone.map((share) => share.areaId))) {
    const freed = gone.filter((share) => share.areaId === areaId).reduce((sum, share) => sum + weightOf(share), 0n);
    const bearers = bearersIn(document, areaId).filter(({ id }) => !removed.includes(id) && !settled.has(id));
    if (bearers.length === 0)
      throw new Refused('variation/nobody-bears-weight', { area: areaId, weight: formatHundredths(freed) });
    for (const [id, weight] of borne(freed, bearers)) weights.set(id, weight);
  }
  return reweighed(document, weights);
}

/** Those that weigh something in an area. */
function bearersIn(document: PlanDocument, areaId: string): readonly PlannedShare[] {
  return weighingShares(document).filter((share) => share.areaId === areaId && share.weight !== null);
}

/** All shares that were not removed, by themselves or with their objective. */
export function weighingShares({
  objectives,
  removed = [],
  removedShares = [],
}: Pick<PlanDocument, 'objectives' | 'removed' | 'removedShares'>) {
  return objectives
    .filter(({ id }) => !removed.includes(id))
    .flatMap(({ shares }) => shares)
    .filter(({ id }) => !removedShares.includes(id));
}

function borne(freed: bigint, bearers: readonly PlannedShare[]): readonly (readonly [string, bigint])[] {
  const whole = bearers.reduce((sum, share) => sum + weightOf(share), 0n);
  const parts = bearers.map((share) => {
    const product = freed * weightOf(share);
    return { id: share.id, own: weightOf(share), part: product / whole, remainder: product % whole };
  });
  const left = freed - parts.reduce((sum, { part }) => sum + part, 0n);
  // sorting is stable: equal remainders stay in the order of the plan
  const first = parts.toSorted((a, b) => Number(b.remainder - a.remainder)).slice(0, Number(left));
  return parts.map((one) => [one.id, one.own + one.part + (first.includes(one) ? 1n : 0n)]);
}

/** @param weights  in hundredths, by share */
function reweighed(document: PlanDocument, weights: ReadonlyMap<string, bigint>): PlanDocument {
  const objectives = document.objectives.map((objective) =>
    objective.shares.some(({ id }) => weights.has(id))
      ? {
          ...objective,
          shares: objective.shares.map((share) => {
            const weight = weights.get(share.id);
            return weight === undefined ? share : { ...share, weight: formatHundredths(weight) };
          }),
        }
      : objective,
  );
  return { ...document, objectives };
}

function sharesOf({ objectives }: PlanDocument): readonly PlannedShare[] {
  return objectives.flatMap(({ shares }) => shares);
}

function weightOf({ weight }: PlannedShare): bigint {
  return weight === null ? 0n : parseHundredths(weight, 'weight');
}
