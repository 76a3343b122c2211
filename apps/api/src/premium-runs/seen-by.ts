import { may, type SignedIn } from '#auth';
import type { PremiumRun } from '#read-model';

/** Whose evaluation lacks is for those who run premiums, or who bring evaluations on; anybody else reads which office waits. */
export function seenBy<Run extends PremiumRun>(session: SignedIn, run: Run, nameOf: (runId: string) => string) {
  const named = may(session, 'premium.propose') || may(session, 'evaluation.conduct');
  const awaited = run.awaited.map(({ missing, ...part }) => ({
    ...part,
    missing: named ? missing : null,
    isPayable: missing.length === 0,
  }));
  const fundSharedBefore = run.fundSharedBefore.map((one) => ({ name: nameOf(one.runId), ...one }));
  return { ...run, awaited, fundSharedBefore };
}

/** The run, and those that it tells of. */
export function runsNamedIn({
  runId,
  fundSharedBefore,
}: Pick<PremiumRun, 'runId' | 'fundSharedBefore'>): readonly string[] {
  return [runId, ...fundSharedBefore.map((one) => one.runId)];
}
