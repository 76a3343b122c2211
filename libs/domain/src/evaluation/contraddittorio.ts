import { requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { addWorkingDays } from '../calendar/working-days.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import {
  requireConductor,
  requireEvaluated,
  requireEvaluator,
  requireStatus,
  requireUnjudged,
  requireWithin,
  type Opened,
} from './guards.js';
import type { LocalDate } from '../values.js';
import type { Delivered, EvaluationCommandOf, EvaluationEvent } from './messages.js';
import { requireCertified, resultsOf, scoreOf } from './score.js';
import { changedSince } from './same-results.js';
import type { EvaluationState } from './state.js';

/**
 * The evaluator judges the behaviours; what was certified says the results. Where degrees, weights or shares are others since, it is proposed anew,
 * with the reason, however far it is: what was received, said and judged before is kept, and its terms begin anew.
 *
 * @throws Refused `evaluation/not-evaluator`, `evaluation/not-now`, `evaluation/not-certified`, `evaluation/no-results`, `value/…`
 */
export function propose(
  command: EvaluationCommandOf<'evaluation.propose'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  requireEvaluator(opened, command);
  if (changedSince(state, command.counting).length === 0) requireStatus(state, 'to-evaluate');
  else requireText(command.note, 'note');
  const shares = requireCertified(command.shares, opened.route.terms);
  const score = scoreOf(resultsOf(shares), command.behaviours, opened.route.terms);
  const { note, on = romeDayOf(command.at) } = command;
  return { type: 'evaluation.proposed.v1', data: { planId: opened.planId, score, note, shares, on } };
}

/** What was delivered was received: only from that day a term runs. */
export function recordReceipt(
  command: EvaluationCommandOf<'evaluation.record-receipt'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  const { of, receivedOn, proof, calendar, at } = command;
  const alone = requireConductor(opened, command, state.conciliator);
  requireStatus(state, of === 'proposal' ? 'proposed' : 'final');
  if (of === 'final' && state.conciliationUntil !== null) {
    throw new Refused('evaluation/already-received', { until: state.conciliationUntil });
  }
  requireText(proof, 'proof');
  requireDate(receivedOn, 'receivedOn');
  const [min, max] = [deliverableOn(of, state) ?? receivedOn, romeDayOf(at)];
  if (receivedOn < min || receivedOn > max) {
    throw new Refused('value/out-of-range', { field: 'receivedOn', value: receivedOn, min, max });
  }
  const { observations, conciliation } = opened.route.terms;
  const { workingDays } = of === 'proposal' ? observations : conciliation;
  const until = addWorkingDays(receivedOn, workingDays, calendar.patronDay);
  return { type: 'evaluation.received.v1', data: { planId: opened.planId, of, receivedOn, proof, until, ...alone } };
}

/** Nothing is received before there is something to deliver; null: the log does not say. */
function deliverableOn(of: Delivered, { on, days = {} }: EvaluationState): LocalDate | null {
  return of === 'proposal' ? on : (days['evaluation.approval-approved.v1'] ?? on);
}

export function observe(
  command: EvaluationCommandOf<'evaluation.observe'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  requireEvaluated(opened, command.by);
  requireStatus(state, 'notified', 'observed', 'heard');
  requireWithin(state.observationsUntil, command);
  requireText(command.text, 'text');
  return { type: 'evaluation.observed.v1', data: { planId: opened.planId, text: command.text } };
}

export function offerHearing(
  command: EvaluationCommandOf<'evaluation.offer-hearing'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  const { hearingOn: on, on: offeredOn = romeDayOf(command.at) } = command;
  requireEvaluator(opened, command);
  requireUnjudged(state);
  requireDate(on, 'on');
  if (on < offeredOn) throw new Refused('value/out-of-range', { field: 'on', value: on, min: offeredOn });
  return { type: 'evaluation.hearing-offered.v1', data: { planId: opened.planId, on } };
}

export function recordHearing(
  command: EvaluationCommandOf<'evaluation.record-hearing'>,
  opened: Opened,
  state: EvaluationState,
): EvaluationEvent {
  const { outcome, note, at } = command;
  requireEvaluator(opened, command);
  requireUnjudged(state);
  if (state.hearing === null)
    throw new Refused('evaluation/hearing-not-offered', { threshold: opened.route.terms.hearingBelow });
  if (state.hearing.outcome !== null) {
    throw new Refused('evaluation/not-now', { status: state.status, wanted: 'hearing-offered' });
  }
  const today = romeDayOf(at);
  // nobody was heard, or stayed away, before the day came
  if (today < state.hearing.on) throw new Refused('evaluation/term-running', { until: state.hearing.on, today });
  return { type: 'evaluation.hearing-recorded.v1', data: { planId: opened.planId, outcome, note } };
}
