import { daysAsked } from '../organisation/as-of.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { requireAnother, requireConductor, requireForeseen, requireStatus, type Opened } from './guards.js';
import type { EvaluationCommandOf, EvaluationEvent, Judge } from './messages.js';
import { partiesOf, requireFree } from './open.js';
import type { EvaluationState } from './state.js';
import type { LocalDate } from '../values.js';

/**
 * Another evaluator where the named one can judge no more: what was said stays, with its terms, and goes on with the other.
 *
 * @throws Refused `evaluation/judge-still-in-office`, `evaluation/not-now`, `value/text-missing`, as `open`
 */
export function nameEvaluator(
  command: EvaluationCommandOf<'evaluation.name-evaluator'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  const { evaluator, reason } = command;
  requireConductor(opened, command);
  if (state.approval?.status !== 'returned') {
    requireStatus(state, 'to-evaluate', 'proposed', 'notified', 'observed', 'heard');
  }
  requireGone(opened.evaluator, opened, command);
  requireAnother(opened, { id: evaluator.person });
  requireForeseen(opened.route.terms.evaluators, evaluator.office);
  requireFree(evaluator, partiesOf(opened), command);
  requireText(reason, 'reason');
  return { type: 'evaluation.evaluator-named.v1', data: { planId: opened.planId, evaluator, reason } };
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

/** Whether somebody who was named can judge no more today: no office, no account in use, or a rule that bars them by now. */
export function isGone(judge: Judge, opened: Opened, staff: Staff): boolean {
  if (staff.disabled?.includes(judge.person) === true) return true;
  try {
    requireFree(judge, partiesOf(opened), { staff });
    return false;
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
}
