import type { Unweighted } from './draft.js';
import { rowWithoutWeight } from './draft-problems.js';
import type { Problem } from './problem.js';
import type { Shortfall } from './shortfall.js';

/**
 * The rows whose weight is missing, as far as the rest of the plan tells it: where every area reaches its ceiling without
 * them they only go on with the row above, as in a table whose cells were joined.
 */
export function missingWeights(
  rows: readonly Unweighted[],
  weights: { readonly saturating: number; readonly shortfalls: readonly Shortfall[] },
): Problem[] {
  if (weights.saturating > 0) return [];
  const short = weights.shortfalls.length > 0;
  return rows
    .filter(({ ownArea, amongWeighted }) => short || ownArea || amongWeighted)
    .map(({ line, column }) => rowWithoutWeight(line, column));
}
