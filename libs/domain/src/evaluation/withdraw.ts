import { requireText } from '../text.js';
import { requireConductor, requireStatus, type Opened } from './guards.js';
import type { EvaluationCommandOf, EvaluationEvent } from './messages.js';
import type { EvaluationState } from './state.js';

/**
 * The way out of an evaluation that leads nowhere, as long as nothing was delivered to the person: from the receipt on it is their
 * procedure as well, and goes on to its end.
 *
 * @throws Refused `evaluation/own`, `evaluation/not-foreseen`, `evaluation/conducted-by-others`, `evaluation/not-now`, `value/text-missing`
 */
export function withdraw(
  command: EvaluationCommandOf<'evaluation.withdraw'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  const { reason } = command;
  const alone = requireConductor(opened, command, state.conciliator);
  requireStatus(state, 'to-evaluate', ...(state.anew === true ? [] : (['proposed'] as const)));
  requireText(reason, 'reason');
  return { type: 'evaluation.withdrawn.v1', data: { planId: opened.planId, reason, ...alone } };
}
