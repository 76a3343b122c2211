import { formatHundredths, parseHundredths, POSITIVE } from '../decimal.js';
import { Refused } from '../refused.js';
import type { Decimal } from '../values.js';
import type { PlanDocument } from './document.js';
import { weighingShares } from './redistribute.js';

type Weighed = Pick<PlanDocument, 'areas' | 'objectives' | 'removed' | 'removedShares'>;

/**
 * What the weights of each area add up to, by area id; `"0"` for an area without weighted shares.
 *
 * @throws Refused `value/not-a-decimal`, `value/out-of-range` for a weight that is not a positive decimal of two places
 */
export function weightByArea(document: Weighed): Readonly<Record<string, Decimal>> {
  const sums = new Map([...sumsByArea(document)].map(([area, sum]) => [area, formatHundredths(sum)]));
  return Object.fromEntries(sums);
}

/** @throws Refused `plan/weights-over-ceiling` with the first area whose weights exceed what it may have */
export function requireWithinCeilings(document: Weighed): void {
  const sums = sumsByArea(document);
  for (const { id, ceiling } of document.areas) {
    const sum = sums.get(id) ?? 0n;
    if (ceiling !== null && sum > parseHundredths(ceiling, 'ceiling')) {
      throw new Refused('plan/weights-over-ceiling', { area: id, sum: formatHundredths(sum), ceiling });
    }
  }
}

function sumsByArea(document: Weighed): ReadonlyMap<string, bigint> {
  const sums = new Map(document.areas.map(({ id }) => [id, 0n]));
  for (const { areaId, weight } of weighingShares(document)) {
    if (weight !== null) sums.set(areaId, (sums.get(areaId) ?? 0n) + parseHundredths(weight, 'weight', POSITIVE));
  }
  return sums;
}
