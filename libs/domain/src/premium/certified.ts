import { Refused } from '../refused.js';
import type { PremiumClaim } from './messages.js';

interface Degrees {
  readonly entries: readonly Pick<PremiumClaim, 'degree'>[];
  readonly awaited?: readonly Pick<PremiumClaim, 'degree'>[];
}

/** Whether no share of a run has a degree yet: it pays nobody, whatever its fund. What waits for an evaluation has one. */
export function isNothingCertified({ entries, awaited = [] }: Degrees): boolean {
  return [...entries, ...awaited].every(({ degree }) => degree === null);
}

/** @throws Refused `premium/nothing-certified` */
export function requireCertified(run: Degrees & { readonly runId: string }): void {
  if (isNothingCertified(run)) throw new Refused('premium/nothing-certified', { run: run.runId });
}
