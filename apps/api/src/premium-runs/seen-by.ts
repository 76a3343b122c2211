import { may, type SignedIn } from '#auth';
import type { PremiumRun } from '#read-model';
import type { Answer } from '../http/call.js';

/** Whose evaluation lacks is for those who run premiums, or who bring evaluations on; anybody else reads which office waits. */
export function seenBy(session: SignedIn, run: PremiumRun): Answer<'premiumRun'> {
  const named = may(session, 'premium.propose') || may(session, 'evaluation.conduct');
  const awaited = run.awaited.map(({ missing, ...part }) => ({
    ...part,
    missing: named ? missing : null,
    isPayable: missing.length === 0,
  }));
  return { ...run, awaited };
}
