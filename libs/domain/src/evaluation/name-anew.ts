import { daysAsked } from '../organisation/as-of.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { requireForeseen } from './foreseen.js';
import { requireConductor, requireStatus } from './guards.js';
import type { EvaluationCommandOf, EvaluationEvent, Judge } from './messages.js';
import { routeWith } from './route.js';
import { changedSince } from './same-results.js';
import type { EvaluationState, Opened } from './state.js';
import { isGone, partiesOf, requireAnother, requireFree } from './who-may.js';
import type { LocalDate } from '../values.js';

/**
 * Another evaluator where the named one can judge no more: what was said stays, with its terms, and goes on with the other, of
 * whom the version in force foresees where nobody is left of the body of before.
 *
 * @throws Refused `evaluation/judge-still-in-office`, `evaluation/not-now`, `value/text-missing`, as `open`
 */
export function nameEvaluator(
  command: EvaluationCommandOf<'evaluation.name-evaluator'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  const { evaluator, reason } = command;
  const alone = requireConductor(opened, command, state.conciliator, evaluator);
  const isProposedAnew = changedSince(state, command.counting).length > 0;
  if (state.approval?.status !== 'returned' && !isProposedAnew) {
    requireStatus(state, 'to-evaluate', 'proposed', 'notified', 'observed', 'heard');
  }
  requireGone(opened.evaluator, opened, command);
  requireAnother(opened, { id: evaluator.person });
  requireForeseen('evaluators', opened, evaluator.office, command);
  requireFree(evaluator, partiesOf(opened), command);
  requireText(reason, 'reason');
  const route = routeWith('evaluators', evaluator, opened, command);
  const data = { planId: opened.planId, evaluator, reason, ...(route && { route }), ...alone };
  return { type: 'evaluation.evaluator-named.v1', data };
}

/**
 * Today, and on the day that is told.
 *
 * @throws Refused `evaluation/judge-still-in-office`
 */
export function requireGone(
  judge: Judge,
  opened: Opened,
  { staff, on }: { readonly staff: Staff; readonly on?: LocalDate | undefined },
): void {
  if (daysAsked(staff, on).every((of) => isGone(judge, opened, of))) return;
  throw new Refused('evaluation/judge-still-in-office', { office: judge.office });
}
