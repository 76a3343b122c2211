import { DEGREE, parseHundredths } from '../decimal.js';
import { Refused } from '../refused.js';
import type { Decimal } from '../values.js';
import type { DegreesNow } from './messages.js';
import type { EvaluationState } from './state.js';

/**
 * Shares of the proposal that are judged anew since, or whose degree was taken back; none where the results weigh nothing, and of
 * what is over.
 *
 * @param degrees  of today, of each share of the proposal that the plan still has; absent: nobody asked
 */
export function otherDegrees(
  { opened, status, certified }: Pick<EvaluationState, 'opened' | 'status' | 'certified'>,
  degrees: DegreesNow = {},
): readonly string[] {
  if (status === 'definitive' || status === 'withdrawn' || opened?.route.terms.results === 0) return [];
  return certified
    .filter(({ shareId, degree }) => shareId in degrees && !isSame(degrees[shareId] ?? null, degree))
    .map(({ shareId }) => shareId);
}

/**
 * Nobody is judged by degrees that are no more.
 *
 * @throws Refused `evaluation/degrees-changed`
 */
export function requireSameDegrees(state: EvaluationState, degrees: DegreesNow | undefined): void {
  const [share] = otherDegrees(state, degrees);
  if (share !== undefined) throw new Refused('evaluation/degrees-changed', { share });
}

/** 90 and 90.00 are one degree. */
function isSame(a: Decimal | null, b: Decimal | null): boolean {
  if (a === null || b === null) return a === b;
  return parseHundredths(a, 'degree', DEGREE) === parseHundredths(b, 'degree', DEGREE);
}
