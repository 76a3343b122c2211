import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { requireForeseen } from './foreseen.js';
import {
  requireConductor,
  requireEvaluated,
  requireHearing,
  requireRunOut,
  requireStatus,
  requireWithin,
  type Opened,
} from './guards.js';
import type { EvaluationCommandOf, EvaluationEvent } from './messages.js';
import { requireGone } from './name-anew.js';
import { routeWith } from './route.js';
import { requireSameResults } from './same-results.js';
import { scoreOf } from './score.js';
import type { EvaluationState } from './state.js';
import { requireThird } from './who-may.js';

/** Only within the term that began when the final judgement was received. */
export function requestConciliation(
  command: EvaluationCommandOf<'evaluation.request-conciliation'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  const { reason, by } = command;
  requireEvaluated(opened, by);
  requireStatus(state, 'final');
  requireWithin(state.conciliationUntil, command);
  requireText(reason, 'reason');
  return { type: 'evaluation.conciliation-requested.v1', data: { planId: opened.planId, reason } };
}

/** A third one hears both: neither of them, nor anybody who took a step of the judgement; another where that one can hear no more. */
export function nameConciliator(
  command: EvaluationCommandOf<'evaluation.name-conciliator'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  const { conciliator } = command;
  const alone = requireConductor(opened, command, state.conciliator, conciliator);
  requireStatus(state, 'conciliation-requested', 'conciliation');
  if (state.conciliator !== null) requireGone(state.conciliator, opened, command);
  const asking = { ...command, judges: state.judges };
  requireForeseen('conciliators', opened, conciliator.office, asking);
  requireThird(conciliator, opened, state, command);
  const route = routeWith('conciliators', conciliator, opened, asking);
  const data = { planId: opened.planId, conciliator, ...(route && { route }), ...alone };
  return { type: 'evaluation.conciliator-named.v1', data };
}

/** @throws Refused `evaluation/not-conciliator`, `evaluation/degrees-changed`, `evaluation/shares-changed`, `evaluation/hearing-not-offered`, as `requireThird` */
export function conciliate(
  command: EvaluationCommandOf<'evaluation.conciliate'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  const { behaviours, reason, by, at } = command;
  requireStatus(state, 'conciliation');
  const { conciliator, score: before } = state;
  if (conciliator === null || before === null || by.id !== conciliator.person || by.office !== conciliator.office) {
    throw new Refused('evaluation/not-conciliator', conciliator === null ? {} : { office: conciliator.office });
  }
  requireThird(conciliator, opened, state, command);
  requireSameResults(state, command.counting);
  requireText(reason, 'reason');
  const { planId, route } = opened;
  if (behaviours === null) return { type: 'evaluation.confirmed.v1', data: { planId, reason } };
  const after = scoreOf(before.results, behaviours, route.terms);
  requireHearing(opened, state, after.total, at);
  const data = { planId, before, after, reason, premiumsToRecompute: true } as const;
  return { type: 'evaluation.score-revised.v1', data };
}

/** When nobody can appeal any more: the term ran out unused, or the conciliation is over. */
export function makeDefinitive(
  command: EvaluationCommandOf<'evaluation.make-definitive'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  const alone = requireConductor(opened, command, state.conciliator);
  requireStatus(state, 'final', 'confirmed', 'revised');
  requireSameResults(state, command.counting);
  const { score } = state;
  if (state.status === 'final') requireRunOut(state.conciliationUntil, command.at);
  if (score === null) throw new Refused('evaluation/not-now', { status: state.status, wanted: 'final' });
  return { type: 'evaluation.made-definitive.v1', data: { planId: opened.planId, score, ...alone } };
}
