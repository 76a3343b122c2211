import { Refused } from '../refused.js';
import type { BindPremium, PremiumBound } from './bind-messages.js';
import type { PlanState } from './state.js';

/**
 * Two runs are two streams, and so is each share: what one of them pays is settled in the stream that they have in common,
 * before it is paid. Bound again by the same run, nothing happens.
 *
 * @throws Refused `premium/bound-elsewhere`
 */
export function bindPremium(
  { runId, shares, withdrawn }: BindPremium,
  planId: string,
  { bound }: Pick<PlanState, 'bound'>,
): readonly PremiumBound[] {
  const free = shares.filter((share) => bound[share] !== runId);
  for (const share of free) {
    const other = bound[share];
    if (other !== undefined && !withdrawn.includes(other)) {
      throw new Refused('premium/bound-elsewhere', { share, run: runId, other });
    }
  }
  return free.length === 0 ? [] : [{ type: 'plan.premium-bound.v1', data: { planId, runId, shares: free } }];
}

export function withBound(bound: PlanState['bound'], { runId, shares }: PremiumBound['data']): PlanState['bound'] {
  return { ...bound, ...Object.fromEntries(shares.map((share) => [share, runId])) };
}
