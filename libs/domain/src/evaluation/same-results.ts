import { DEGREE, parseHundredths, POSITIVE } from '../decimal.js';
import { Refused } from '../refused.js';
import type { Decimal } from '../values.js';
import type { CertifiedShare } from './messages.js';
import { resultsOf } from './score.js';
import type { EvaluationState } from './state.js';

type Proposed = Pick<EvaluationState, 'opened' | 'status' | 'certified'>;
type Counting = readonly CertifiedShare[];

/**
 * Shares by which the results of an evaluation are others since its proposal: judged anew, with another weight, removed or handed on,
 * or come to the person's offices. None where the results weigh nothing, of what is over, and where no share counts any more:
 * there nothing could be proposed anew by.
 *
 * @param counting  as for a proposal today; absent: nobody asked
 */
export function changedSince(proposed: Proposed, counting: Counting = []): readonly string[] {
  return [...new Set([...otherDegrees(proposed, counting), ...otherShares(proposed, counting)])];
}

/** A share as the proposal counted it, and as it counts today; null: not. */
export interface ChangedShare {
  readonly objectiveId: string;
  readonly shareId: string;
  readonly before: CertifiedShare | null;
  readonly now: CertifiedShare | null;
}

/** The same, each with what it was and is. */
export function changesSince(proposed: Proposed, counting: Counting = []): readonly ChangedShare[] {
  return changedSince(proposed, counting).flatMap((id) => {
    const of = (shares: Counting) => shares.find(({ shareId }) => shareId === id) ?? null;
    const [before, now] = [of(proposed.certified), of(counting)];
    const share = now ?? before;
    return share === null ? [] : [{ objectiveId: share.objectiveId, shareId: id, before, now }];
  });
}

/**
 * The shares whose certification comes before its proposal, the first one or anew: none where no proposal is next, and where the
 * results weigh nothing.
 *
 * @param counting  as for a proposal today; absent: nobody asked
 */
export function awaitingCertification(proposed: Proposed, counting: Counting = []): readonly CertifiedShare[] {
  const { opened, status } = proposed;
  if (opened?.route.terms.results === 0) return [];
  if (status !== 'to-evaluate' && changedSince(proposed, counting).length === 0) return [];
  return counting.filter(({ degree }) => degree === null);
}

/**
 * Nobody is judged by degrees that are no more, nor by results that weights and shares of now do not make.
 *
 * @throws Refused `evaluation/degrees-changed`, `evaluation/shares-changed`
 */
export function requireSameResults(proposed: Proposed, counting: Counting = []): void {
  const awaited = awaitingCertification(proposed, counting).map(({ shareId }) => shareId);
  const first = awaited.length > 0 && { uncertified: awaited.join(', ') };
  const [judged] = otherDegrees(proposed, counting);
  if (judged !== undefined) throw new Refused('evaluation/degrees-changed', { share: judged, ...first });
  const [share] = otherShares(proposed, counting);
  if (share !== undefined) throw new Refused('evaluation/shares-changed', { share, ...first });
}

function isAsked({ opened, status, certified }: Proposed, counting: Counting): boolean {
  if (status === 'definitive' || status === 'withdrawn' || opened?.route.terms.results === 0) return false;
  return certified.length > 0 && counting.length > 0;
}

function otherDegrees(proposed: Proposed, counting: Counting): readonly string[] {
  if (!isAsked(proposed, counting)) return [];
  const now = new Map(counting.map((share) => [share.shareId, share]));
  return proposed.certified.flatMap(({ shareId, degree }) => {
    const today = now.get(shareId);
    return today === undefined || isSameDegree(today.degree, degree) ? [] : [shareId];
  });
}

/** Those whose weight is another one, that count no more or did not count then; none where that comes to the same results. */
function otherShares(proposed: Proposed, counting: Counting): readonly string[] {
  if (!isAsked(proposed, counting)) return [];
  const [then, now] = [weightsOf(proposed.certified), weightsOf(counting)];
  const others = [...new Set([...then.keys(), ...now.keys()])].filter((share) => then.get(share) !== now.get(share));
  return others.length > 0 && isSameResult(proposed.certified, counting) ? [] : others.toSorted();
}

function weightsOf(shares: Counting): ReadonlyMap<string, bigint> {
  return new Map(shares.map(({ shareId, weight }) => [shareId, parseHundredths(weight, 'weight', POSITIVE)]));
}

/** What is not certified yet has no result to be the same. */
function isSameResult(then: Counting, now: Counting): boolean {
  const certified = (shares: Counting) =>
    shares.flatMap(({ degree, ...share }) => (degree === null ? [] : [{ ...share, degree }]));
  if (certified(now).length < now.length) return false;
  return resultsOf(certified(then)) === resultsOf(certified(now));
}

/** 90 and 90.00 are one degree. */
function isSameDegree(a: Decimal | null, b: Decimal | null): boolean {
  if (a === null || b === null) return a === b;
  return parseHundredths(a, 'degree', DEGREE) === parseHundredths(b, 'degree', DEGREE);
}
