import { requireAct } from '../act.js';
import type { Decider } from '../decider.js';
import { DEGREE, formatHundredths, formatMoney, parseHundredths, POSITIVE } from '../decimal.js';
import { Refused } from '../refused.js';
import { separationRules } from '../separation/rules.js';
import { barredActor } from '../separation/separation.js';
import { compareText, requireText, requireUnique } from '../text.js';
import { allocate } from './allocate.js';
import type { FundScope, PremiumClaim, PremiumCommand, PremiumEntry, PremiumEvent } from './messages.js';

export interface PremiumState {
  /** Null until computed. */
  readonly run: { readonly runId: string; readonly planId: string; readonly entries: readonly PremiumEntry[] } | null;
  readonly liquidated: boolean;
}

/** One run of premiums: a fund divided among the shares of its scope, then liquidated by an act. */
export const premium: Decider<PremiumState, PremiumCommand, PremiumEvent> = {
  initial: { run: null, liquidated: false },
  decide,
  evolve,
};

function decide(command: PremiumCommand, { run, liquidated }: PremiumState): readonly PremiumEvent[] {
  switch (command.type) {
    case 'premium.compute':
      if (run !== null) throw new Refused('premium/already-computed', { run: run.runId });
      return [compute(command)];
    case 'premium.liquidate':
      if (run === null) throw new Refused('premium/not-computed');
      if (liquidated) throw new Refused('premium/already-liquidated', { run: run.runId });
      requireAct(command.act, command.at, 'value/out-of-range');
      requireUnpaidSigner(command, run.entries);
      return [{ type: 'premium.liquidated.v1', data: { ...run, act: command.act } }];
  }
}

/** @throws Refused `premium/signer-is-paid` when an office that the run pays is the signer's, or theirs in whose place */
function requireUnpaidSigner(
  { by, staff, onBehalfOf = null }: Extract<PremiumCommand, { type: 'premium.liquidate' }>,
  entries: readonly PremiumEntry[],
): void {
  const offices = entries.filter(({ amount }) => amount !== NOTHING).map(({ areaId }) => areaId);
  const rule = barredActor(by, onBehalfOf, { authors: [], offices, scored: [], beneficiaries: [] }, staff);
  if (rule === null) return;
  throw new Refused('premium/signer-is-paid', { office: by.office, rule: separationRules.beneficiary.code });
}

const NOTHING = formatMoney(0n);

function compute(command: Extract<PremiumCommand, { type: 'premium.compute' }>): PremiumEvent {
  const { runId, planId, scope } = command;
  requireText(runId, 'runId');
  requireText(planId, 'planId');
  const fund = parseHundredths(command.fund, 'fund');
  requireUnique(
    command.claims.map(({ shareId }) => shareId),
    'claim.shareId',
  );
  const claims = claimsOf(scope, command.claims);
  if (claims.length === 0) throw new Refused('premium/no-claims', { scope: scope.kind });

  const { total, savings, amounts } = allocate(
    fund,
    claims.map(({ shareId, weight, degree }) => ({
      shareId,
      // A share alone with its money: its degree decides, whatever it weighs.
      weight: scope.kind === 'share' ? 1n : parseHundredths(weight ?? '', 'weight', POSITIVE),
      degree: degree === null ? 0n : parseHundredths(degree, 'degree', DEGREE),
    })),
  );
  return {
    type: 'premium.computed.v1',
    data: {
      runId,
      planId,
      scope,
      fund: formatMoney(fund),
      total: formatMoney(total),
      savings: formatMoney(savings),
      entries: claims.map((claim) => ({ ...claim, amount: formatMoney(amounts.get(claim.shareId) ?? 0n) })),
    },
  };
}

/**
 * The claims a fund pays, by share id: the weighted ones of those given, or the one share that has money of its own.
 * A share without weight is outside the others' fund and would be barred from its own if it were paid nothing here.
 */
function claimsOf(scope: FundScope, claims: readonly PremiumClaim[]): readonly PremiumClaim[] {
  return claims
    .filter(({ shareId, weight }) => (scope.kind === 'share' ? shareId === scope.shareId : weight !== null))
    .map(({ objectiveId, shareId, areaId, weight, degree }) => ({
      objectiveId,
      shareId,
      areaId,
      weight: weight === null ? null : formatHundredths(parseHundredths(weight, 'weight', POSITIVE)),
      degree: degree === null ? null : formatHundredths(parseHundredths(degree, 'degree', DEGREE)),
    }))
    .toSorted((a, b) => compareText(a.shareId, b.shareId));
}

function evolve(state: PremiumState, event: PremiumEvent): PremiumState {
  switch (event.type) {
    case 'premium.computed.v1': {
      const { runId, planId, entries } = event.data;
      return { ...state, run: { runId, planId, entries } };
    }
    case 'premium.liquidated.v1':
      return { ...state, liquidated: true };
    default:
      return state; // an event newer than this code: history must stay readable
  }
}
