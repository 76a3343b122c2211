import { DEGREE, formatHundredths, formatMoney, parseHundredths, POSITIVE } from '../decimal.js';
import { Refused } from '../refused.js';
import { compareText, requireText, requireUnique } from '../text.js';
import { allocate } from './allocate.js';
import { creditsOf } from './credits.js';
import type { ComputedRun, FundScope, PremiumCommandOf, PremiumEntry, PremiumEvent } from './messages.js';

type Claim = PremiumCommandOf<'premium.compute'>['claims'][number];

/** A fund, less what is set aside of it, divided among the shares of its scope. */
export function compute(command: PremiumCommandOf<'premium.compute'>): PremiumEvent {
  const { runId, planId, scope, route } = command;
  requireText(runId, 'runId');
  requireText(planId, 'planId');
  const fund = parseHundredths(command.fund, 'fund');
  const reserve = parseHundredths(command.reserve ?? '0', 'reserve', { min: 0n, max: fund });
  requireUnique(
    command.claims.map(({ shareId }) => shareId),
    'claim.shareId',
  );
  const claims = claimsOf(scope, command.claims);
  if (claims.length === 0) throw new Refused('premium/no-claims', { scope: scope.kind });

  const { total, savings, amounts } = allocate(
    fund - reserve,
    claims.map(({ shareId, weight, degree }) => ({
      shareId,
      // A share alone with its money: its degree decides, whatever it weighs.
      weight: scope.kind === 'share' ? 1n : parseHundredths(weight ?? '', 'weight', POSITIVE),
      degree: degree === null ? 0n : parseHundredths(degree, 'degree', DEGREE),
    })),
  );
  const data: ComputedRun = {
    runId,
    planId,
    scope,
    fund: formatMoney(fund),
    total: formatMoney(total),
    savings: formatMoney(savings),
    ...(reserve > 0n && { reserve: formatMoney(reserve) }),
    entries: claims.map((claim) => entryOf(claim, amounts.get(claim.shareId) ?? 0n)),
    ...(route && { route }),
  };
  return { type: 'premium.computed.v1', data };
}

/**
 * The claims a fund pays, by share id: the weighted ones of those given, or the one share that has money of its own.
 * A share without weight is outside the others' fund and would be barred from its own if it were paid nothing here.
 */
function claimsOf(scope: FundScope, claims: readonly Claim[]): readonly Claim[] {
  return claims
    .filter(({ shareId, weight }) => (scope.kind === 'share' ? shareId === scope.shareId : weight !== null))
    .toSorted((a, b) => compareText(a.shareId, b.shareId));
}

function entryOf({ objectiveId, shareId, areaId, weight, degree, holders }: Claim, cents: bigint): PremiumEntry {
  const credits = creditsOf(cents, holders ?? []);
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
