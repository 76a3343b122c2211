import { parseHundredths } from '../decimal.js';
import { Refused } from '../refused.js';
import type { ComputedRun, RunStanding } from './messages.js';

type Divided = Pick<ComputedRun, 'entries' | 'awaited' | 'reserve' | 'settles' | 'adjusts'>;
type Weighing = NonNullable<RunStanding['weighing']>;

/**
 * A fund is divided among all that weigh in its scope: a weight that was moved, a share that was removed or added since makes
 * every amount another one.
 *
 * @throws Refused `premium/weights-changed`
 */
export function requireSameWeights(
  run: Divided & Pick<ComputedRun, 'runId'>,
  { weighing }: Pick<RunStanding, 'weighing'>,
): void {
  const [share] = weighing === undefined ? [] : otherWeights(run, weighing);
  if (share !== undefined) throw new Refused('premium/weights-changed', { run: run.runId, share });
}

/**
 * Shares that weigh something else than at the computation, weigh no more, or did not weigh yet, by id. None of a run that
 * divides no fund: what a reserve has for a share, and what a payment was, no weight of today moves.
 *
 * @param weighing  what the fund would be divided among today
 */
export function otherWeights({ entries, awaited = [], ...run }: Divided, weighing: Weighing): readonly string[] {
  if (run.settles !== undefined || run.adjusts !== undefined) return [];
  // without a reserve those who are awaited are among the entries
  const before = weightsOf(run.reserve === undefined ? entries : [...entries, ...awaited]);
  const now = weightsOf(weighing);
  const all = new Set([...before.keys(), ...now.keys()]);
  return [...all].filter((share) => before.get(share) !== now.get(share)).toSorted();
}

/** In hundredths, so that 5 and 5.00 are one weight. */
function weightsOf(shares: Weighing): ReadonlyMap<string, bigint | null> {
  return new Map(
    shares.map((one) => [one.shareId, one.weight === null ? null : parseHundredths(one.weight, 'weight')]),
  );
}
