import type { ApprovalFact } from '../approval/facts.js';
import type { Staff } from '../organisation/staff.js';
import { evaluationsMissing } from './evaluated.js';
import type { ComputedRun, EvaluatedStanding } from './messages.js';

/**
 * Whoever agrees to a run answers for it that whom it pays is evaluated, silence no less than a vote: where somebody's
 * evaluation lacks, or nobody looked, the step stays, and those who are silent are told that they have to answer. Silence is
 * not asked again once nobody's lacks: no workflow of today lets time pass a payment (`limit/silent-evaluation`), and who
 * was told to answer is not overtaken by a day that nobody announced.
 */
export function unlessWithheld(
  facts: readonly ApprovalFact[],
  run: ComputedRun,
  standing: EvaluatedStanding | undefined,
  staff: Staff,
): readonly ApprovalFact[] {
  const at = facts.findIndex(({ kind }) => kind === 'approved-silently');
  const silence = facts[at];
  if (silence?.kind !== 'approved-silently' || evaluationsMissing(run, standing, staff).length === 0) return facts;
  const { kind: _, silent = [], ...rung } = silence;
  const reminded = { kind: 'reminded', ...rung, offices: silent, withheld: 'premium/evaluations-missing' } as const;
  // what follows is what the silence would have passed
  return [...facts.slice(0, at), reminded];
}
