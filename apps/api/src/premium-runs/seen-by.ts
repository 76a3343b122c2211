import { may, type SignedIn } from '#auth';
import type { PremiumRun } from '#read-model';

/** Whose evaluation lacks is for those who run premiums, or who bring evaluations on; anybody else reads which office waits. */
export function seenBy<Run extends PremiumRun>(session: SignedIn, run: Run) {
  const named = may(session, 'premium.propose') || may(session, 'evaluation.conduct');
  const awaited = run.awaited.map(({ missing, ...part }) => ({
    ...part,
    missing: named ? missing : null,
    isPayable: missing.length === 0,
  }));
  return { ...run, awaited };
}
