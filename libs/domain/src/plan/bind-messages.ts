/** A run takes the shares that it is about to pay: no other run pays them. */
export interface BindPremium {
  readonly type: 'plan.bind-premium';
  readonly runId: string;
  readonly shares: readonly string[];
  /** Runs that were taken back: what they had is free. */
  readonly withdrawn: readonly string[];
}

export interface PremiumBound {
  readonly type: 'plan.premium-bound.v1';
  readonly data: { readonly planId: string; readonly runId: string; readonly shares: readonly string[] };
}
