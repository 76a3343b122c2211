import { formatMoney, parseHundredths } from '../decimal.js';
import { Refused } from '../refused.js';
import { compareText, requireText, requireUnique } from '../text.js';
import { requireCertified } from './certified.js';
import { divided, type Claim } from './divided.js';
import { awaitedOf, requireCovered, sumOf } from './evaluated.js';
import type { AwaitedEntry, ComputedRun, FundScope, PremiumCommandOf, PremiumEntry, PremiumEvent } from './messages.js';
import { paidOffices } from './paid.js';

/**
 * A fund, less what is set aside of it, divided among the shares of its scope. Shares that pay somebody whose evaluation is
 * missing are not paid where a reserve is set aside: it has to be what they would get of the whole fund, or more.
 *
 * @throws Refused `premium/no-claims`, `premium/nothing-certified`, `premium/reserve-too-small`, `premium/reserve-too-large`, `value/…`
 */
export function compute(command: PremiumCommandOf<'premium.compute'>): PremiumEvent {
  const { runId, planId, scope, route, evaluations } = command;
  requireText(runId, 'runId');
  requireText(planId, 'planId');
  const fund = parseHundredths(command.fund, 'fund');
  const reserve = parseHundredths(command.reserve ?? '0', 'reserve', { min: 0n, max: fund });
  requireUnique(
    command.claims.map(({ shareId }) => shareId),
    'claim.shareId',
  );
  const claims = claimsOf(scope, command.claims);
  const runs = command.paidBy?.join(', ') ?? '';
  const reservedBy = command.reservedBy?.join(', ') ?? '';
  if (claims.length === 0) {
    const elsewhere = { ...(runs !== '' && { runs }), ...(reservedBy !== '' && { reservedBy }) };
    throw new Refused('premium/no-claims', { scope: scope.kind, ...elsewhere });
  }

  const whole = divided(scope, claims, fund).entries;
  // of nothing no reserve can be said to be enough; without one it is a forecast
  if (reserve > 0n) requireCertified({ runId, entries: whole });
  const awaited = awaitedBy(command, whole);
  const isSetAside = ({ shareId }: Claim) => reserve > 0n && awaited.some((one) => one.shareId === shareId);
  const setAside = claims.filter(isSetAside);
  if (setAside.length > 0 && evaluations !== undefined) requireCovered(runId, reserve, awaited, evaluations);
  const paid = claims.filter((claim) => !isSetAside(claim));
  const { total, savings, entries } = divided(scope, paid, fund - reserve, setAside);
  if (total === 0n) requireSomethingLeft({ runId, reserve, whole, awaited });
  const data: ComputedRun = {
    runId,
    planId,
    scope,
    fund: formatMoney(fund),
    total: formatMoney(total),
    savings: formatMoney(savings),
    ...(reserve > 0n && { reserve: formatMoney(reserve) }),
    entries,
    ...(awaited.length > 0 && { awaited }),
    ...(evaluations && { period: evaluations.period }),
    ...(route && { route }),
  };
  return { type: 'premium.computed.v1', data };
}

/** What a run pays 0.00 no other pays: a reserve that leaves nothing is no larger than those need who wait. */
function requireSomethingLeft({
  runId,
  reserve,
  whole,
  awaited,
}: {
  readonly runId: string;
  readonly reserve: bigint;
  readonly whole: readonly PremiumEntry[];
  readonly awaited: readonly AwaitedEntry[];
}): void {
  const needed = sumOf(awaited);
  const offices = paidOffices(whole.filter(({ shareId }) => awaited.every((one) => one.shareId !== shareId)));
  if (reserve <= needed || offices.length === 0) return;
  const told = { offices: offices.join(', '), reserve: formatMoney(reserve), needed: formatMoney(needed) };
  throw new Refused('premium/reserve-too-large', { run: runId, ...told });
}

function awaitedBy(
  { route, evaluations }: PremiumCommandOf<'premium.compute'>,
  entries: readonly PremiumEntry[],
): readonly AwaitedEntry[] {
  return route?.evaluations === true && evaluations !== undefined
    ? awaitedOf(entries, evaluations, evaluations.staff)
    : [];
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
