import { DEGREE, formatHundredths, formatMoney, parseHundredths, POSITIVE } from '../decimal.js';
import { allocate, type Portion } from './allocate.js';
import { creditsOf } from './credits.js';
import type { FundScope, HeldFor, PremiumClaim, PremiumEntry } from './messages.js';

export type Claim = PremiumClaim & {
  readonly holders?: readonly HeldFor[];
  /** Of an entry that is divided again: they say for how many days each held it. */
  readonly credits?: readonly HeldFor[];
};

/** What each share gets of a fund. */
export interface Divided {
  /** Cents; `total + savings` is the fund. */
  readonly total: bigint;
  readonly savings: bigint;
  readonly entries: readonly PremiumEntry[];
}

/**
 * @param fund  in cents, without what is set aside
 * @param setAside  claims whose part it lacks
 */
export function divided(
  scope: FundScope,
  claims: readonly Claim[],
  fund: bigint,
  setAside: readonly Claim[] = [],
): Divided {
  const portions = (some: readonly Claim[]) => some.map((claim) => portionOf(scope, claim));
  const { total, savings, amounts, fullAmounts } = allocate(fund, portions(claims), portions(setAside));
  const entries = claims.map((claim) => {
    const { shareId } = claim;
    return entryOf(claim, amounts.get(shareId) ?? 0n, fullAmounts.get(shareId));
  });
  return { total, savings, entries };
}

function portionOf(scope: FundScope, { shareId, weight, degree }: Claim): Portion {
  return {
    shareId,
    // A share alone with its money: its degree decides, whatever it weighs.
    weight: scope.kind === 'share' ? 1n : parseHundredths(weight ?? '', 'weight', POSITIVE),
    degree: degree === null ? 0n : parseHundredths(degree, 'degree', DEGREE),
  };
}

/**
 * @param cents  what the claim gets
 * @param full  what it would get by the full degree; absent: it was paid before, which says it
 */
export function entryOf(
  { objectiveId, shareId, areaId, weight, degree, ...held }: Claim,
  cents: bigint,
  full?: bigint,
): PremiumEntry {
  const credits = creditsOf(cents, areaId, held.holders ?? held.credits ?? []);
  return {
    objectiveId,
    shareId,
    areaId,
    weight: weight === null ? null : formatHundredths(parseHundredths(weight, 'weight', POSITIVE)),
    degree: degree === null ? null : formatHundredths(parseHundredths(degree, 'degree', DEGREE)),
    amount: formatMoney(cents),
    ...(full !== undefined && isNothing(degree) && { fullAmount: formatMoney(full) }),
    ...(credits.length > 0 && { credits }),
  };
}

/** What has no degree is paid nothing, and has no measure yet. */
function isNothing(degree: Claim['degree']): boolean {
  return degree !== null && parseHundredths(degree, 'degree', DEGREE) === 0n;
}
