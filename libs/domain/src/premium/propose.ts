import { asEvents } from '../approval/compose.js';
import { inItsWords } from '../approval/in-its-words.js';
import { openApproval } from '../approval/open.js';
import type { Prepared } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { requireRightThen } from '../separation/right-then.js';
import { barredBy } from '../separation/separation.js';
import { requireCertified } from './certified.js';
import { requireDocuments } from './documents.js';
import type { ComputedRun, PremiumCommandOf, PremiumEvent, RouteOfRun } from './messages.js';
import { requireEvaluated } from './evaluated.js';
import { decidedBy, partiesOf } from './paid.js';
import { refusedAsPaid, requireNeeded, runnersOf } from './running.js';
import { requireSameFigures } from './same-figures.js';
import { REF, requireWayThrough } from './way-through.js';

/** A run as it was computed last, and by whom. */
interface Proposable {
  readonly run: ComputedRun;
  readonly route: RouteOfRun;
  readonly preparedBy: readonly Prepared[];
}

/**
 * A computed run sets out through the body's chain, with the documents that it rests on. Where the chain begins with
 * the proposer's office, to propose is to take that step.
 *
 * @throws Refused `premium/plan-not-approved`, `premium/nothing-certified`, `premium/set-aside`, `premium/degrees-changed`, `premium/holders-changed`, `premium/weights-changed`,
 * `premium/signer-is-paid`,
 * `premium/evaluations-missing`, `premium/nobody-at-step`,
 * `premium/document-missing`, `premium/document-of-other-kind`, `premium/unknown-document`, as `openApproval` does
 */
export function propose(
  command: PremiumCommandOf<'premium.propose'>,
  { run, route, preparedBy }: Proposable,
): readonly PremiumEvent[] {
  const { chain, workflow } = route;
  const { standing, staff, by, on, at } = command;
  const { runId, planId } = run;
  if (standing.planStatus === 'none' || standing.planStatus === 'drafted') {
    throw new Refused('premium/plan-not-approved', { run: runId, plan: planId });
  }
  requireCertified(run);
  requireSameFigures(run, standing);
  inItsWords(chain, () => requireDocuments(chain, command));
  const paid = partiesOf(decidedBy(run), standing.period, staff);
  const rule = barredBy(by, paid, staff, on);
  if (rule !== null) throw refusedAsPaid({ by, rule, staff }, paid, runnersOf(paid, staff));
  requireNeeded(command, paid);
  requireRightThen(command);

  requireEvaluated(run, standing, staff);

  const { parties, taken } = requireWayThrough(run, { chain, workflow, paid, staff, by, on, at }, preparedBy);
  const opened = openApproval({ ...REF, chain, workflow, parties, relations: {}, staff, degree: null, on, at });
  const inPlan = { ...REF, planId, ...opened };
  const { documents } = command;
  const proposed = { runId, planId, proposedBy: by.id, documents };
  return [
    { type: 'premium.proposed.v1', data: proposed },
    { type: 'premium.approval-opened.v1', data: inPlan },
    ...asEvents('premium', REF, taken),
  ];
}
