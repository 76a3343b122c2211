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
  const { total, savings, amounts } = allocate(fund, portions(claims), portions(setAside));
  return { total, savings, entries: claims.map((claim) => entryOf(claim, amounts.get(claim.shareId) ?? 0n)) };
}

function portionOf(scope: FundScope, { shareId, weight, degree }: Claim): Portion {
  return {
    shareId,
    // A share alone with its money: its degree decides, whatever it weighs.
    weight: scope.kind === 'share' ? 1n : parseHundredths(weight ?? '', 'weight', POSITIVE),
    degree: degree === null ? 0n : parseHundredths(degree, 'degree', DEGREE),
  };
}

/** @param cents  what the claim gets */
export function entryOf({ objectiveId, shareId, areaId, weight, degree, ...held }: Claim, cents: bigint): PremiumEntry {
  const credits = creditsOf(cents, held.holders ?? held.credits ?? []);
  return {
    objectiveId,
    shareId,
    areaId,
    weight: weight === null ? null : formatHundredths(parseHundredths(weight, 'weight', POSITIVE)),
    degree: degree === null ? null : formatHundredths(parseHundredths(degree, 'degree', DEGREE)),
    amount: formatMoney(cents),
    ...(credits.length > 0 && { credits }),
  };
}
