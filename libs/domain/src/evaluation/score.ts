import { DEGREE, formatHundredths, parseHundredths, POSITIVE } from '../decimal.js';
import { Refused } from '../refused.js';
import type { Decimal } from '../values.js';
import type { EvaluationTerms } from '../workflow/definition.js';
import type { CertifiedShare, EvaluationScore } from './messages.js';

type Certified = CertifiedShare & { readonly degree: Decimal };

/**
 * The shares, all of them certified. There are some, unless the definition gives the results no weight: then the behaviours
 * alone are judged, and those that are not certified yet are left out.
 *
 * @throws Refused `evaluation/no-results`, `evaluation/not-certified`
 */
export function requireCertified(
  shares: readonly CertifiedShare[],
  { results }: Pick<EvaluationTerms, 'results'>,
): readonly Certified[] {
  if (shares.length === 0 && results > 0) throw new Refused('evaluation/no-results');
  return shares.flatMap(({ degree, ...share }) => {
    if (degree !== null) return [{ ...share, degree }];
    if (results === 0) return [];
    throw new Refused('evaluation/not-certified', { share: share.shareId });
  });
}

/** The mean of the degrees by the weights of the shares; 0 of none. */
export function resultsOf(shares: readonly Certified[]): Decimal {
  let [weights, points] = [0n, 0n];
  for (const share of shares) {
    const weight = parseHundredths(share.weight, 'weight', POSITIVE);
    weights += weight;
    points += weight * parseHundredths(share.degree, 'degree', DEGREE);
  }
  return formatHundredths(weights === 0n ? 0n : halfUp(points, weights));
}

/** @throws Refused `value/not-a-decimal`, `value/out-of-range` for behaviours that are not 0 to 100 */
export function scoreOf(results: Decimal, behaviours: Decimal, { results: weight }: EvaluationTerms): EvaluationScore {
  const judged = parseHundredths(behaviours, 'behaviours', DEGREE);
  const sum = parseHundredths(results, 'results') * BigInt(weight) + judged * BigInt(100 - weight);
  return { results, behaviours: formatHundredths(judged), total: formatHundredths(halfUp(sum, 100n)) };
}

function halfUp(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
