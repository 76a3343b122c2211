import { evolveByEvent } from '../approval/compose.js';
import type { Decider } from '../decider.js';
import { knowingDays } from '../order/days.js';
import { Refused } from '../refused.js';
import { conciliate, makeDefinitive, nameConciliator, requestConciliation } from './conciliation.js';
import { observe, offerHearing, propose, recordHearing, recordReceipt } from './contraddittorio.js';
import { endTerm, remindTerm } from './end-term.js';
import { happened } from './happened.js';
import { decideApproval, judge } from './judge.js';
import type { EvaluationCommand, EvaluationEvent, EvaluationEventOf } from './messages.js';
import { nameEvaluator } from './name-anew.js';
import { open } from './open.js';
import { keysOf, restsOn } from './rests-on.js';
import { unopened, type EvaluationState, type Opened } from './state.js';
import { withdraw } from './withdraw.js';

const rules: Decider<EvaluationState, EvaluationCommand, EvaluationEvent> = {
  initial: unopened,
  decide,
  evolve,
  happened,
  restsOn,
};

/** The evaluation of one person for one plan, from the proposal to where nobody can appeal any more. */
export const evaluation = /* @__PURE__ */ knowingDays(rules, keysOf);

function decide(command: EvaluationCommand, state: EvaluationState): readonly EvaluationEvent[] {
  const { opened } = state;
  if (command.type === 'evaluation.open') {
    if (opened !== null && state.status !== 'withdrawn')
      throw new Refused('evaluation/already-opened', { evaluation: opened.evaluationId });
    return [open(command)];
  }
  if (command.type === 'approval.act') return decideApproval(command, opened, state);
  if (opened === null) throw new Refused('evaluation/not-opened');
  switch (command.type) {
    case 'evaluation.propose':
      return [propose(command, opened, state)];
    case 'evaluation.record-receipt':
      return [recordReceipt(command, opened, state)];
    case 'evaluation.observe':
      return [observe(command, opened, state)];
    case 'evaluation.offer-hearing':
      return [offerHearing(command, opened, state)];
    case 'evaluation.record-hearing':
      return [recordHearing(command, opened, state)];
    case 'evaluation.judge':
      return judge(command, opened, state);
    case 'evaluation.request-conciliation':
      return [requestConciliation(command, opened, state)];
    case 'evaluation.name-evaluator':
      return [nameEvaluator(command, opened, state)];
    case 'evaluation.name-conciliator':
      return [nameConciliator(command, opened, state)];
    case 'evaluation.conciliate':
      return [conciliate(command, opened, state)];
    case 'evaluation.remind-term':
      return remindTerm(command, opened, state);
    case 'evaluation.end-term':
      return endTerm(command, opened, state);
    case 'evaluation.withdraw':
      return [withdraw(command, opened, state)];
    case 'evaluation.make-definitive':
      return [makeDefinitive(command, opened, state)];
  }
}

function evolve(state: EvaluationState, event: EvaluationEvent): EvaluationState {
  switch (event.type) {
    case 'evaluation.opened.v1':
      return { ...unopened, opened: openedBy(event.data) };
    case 'evaluation.proposed.v1':
      return proposed(state, event.data);
    case 'evaluation.received.v1': {
      const { of, receivedOn, until } = event.data;
      const received = { ...state.received, [of]: receivedOn };
      return of === 'proposal'
        ? { ...state, received, status: 'notified', observationsUntil: until }
        : { ...state, received, conciliationUntil: until };
    }
    case 'evaluation.term-reminded.v1':
      return { ...state, reminded: [...state.reminded, event.data.of] };
    case 'evaluation.term-ended.v1':
      return { ...state, ended: [...state.ended, event.data.of] };
    case 'evaluation.observed.v1':
      return state.status === 'heard' ? state : { ...state, status: 'observed' };
    case 'evaluation.hearing-offered.v1':
      return { ...state, hearing: { on: event.data.on, outcome: null } };
    case 'evaluation.hearing-recorded.v1': {
      const { outcome } = event.data;
      const hearing = state.hearing && { ...state.hearing, outcome };
      return { ...state, status: outcome === 'held' ? 'heard' : state.status, hearing };
    }
    case 'evaluation.judged.v1':
      return { ...state, status: 'judged', score: event.data.score, correction: null, on: event.data.on };
    case 'evaluation.evaluator-named.v1':
      return evaluatedBy(state, event.data);
    case 'evaluation.conciliation-requested.v1':
      return { ...state, status: 'conciliation-requested' };
    case 'evaluation.conciliator-named.v1':
      return conciliatedBy(state, event.data);
    case 'evaluation.confirmed.v1':
      return { ...state, status: 'confirmed' };
    case 'evaluation.score-revised.v1':
      return { ...state, status: 'revised', score: event.data.after, correction: null };
    case 'evaluation.withdrawn.v1':
      return { ...state, status: 'withdrawn' };
    case 'evaluation.made-definitive.v1':
      return { ...state, status: 'definitive' };
    default:
      // newer than this code: history must stay readable
      return event.type.startsWith('evaluation.approval-') ? onItsWay(state, event) : state;
  }
}

/** Who opened it is no part of it. */
function openedBy(data: EvaluationEventOf<'evaluation.opened.v1'>['data']): Opened {
  const { nobodyElse: _, ...opened } = data;
  return opened;
}

/** Proposed anew it begins anew, with its terms; who has judged has. */
function proposed(state: EvaluationState, { score, shares, on }: EvaluationEventOf<'evaluation.proposed.v1'>['data']) {
  const { opened, judges, days, received, anew = false } = state;
  const delivered = anew || received?.proposal !== undefined;
  return {
    ...unopened,
    ...(days && { days }),
    ...(delivered && { anew: true }),
    opened,
    judges,
    status: 'proposed' as const,
    score,
    certified: shares,
    on,
  };
}

/** Who proposed before has judged, and is no third one. */
function evaluatedBy(
  state: EvaluationState,
  { evaluator, route }: EvaluationEventOf<'evaluation.evaluator-named.v1'>['data'],
): EvaluationState {
  const { opened, status, judges } = state;
  if (opened === null) return state;
  const before = status === 'to-evaluate' ? [] : [opened.evaluator.person];
  const goesOn = { ...opened, evaluator, route: route ?? opened.route };
  return { ...state, opened: goesOn, judges: [...new Set([...judges, ...before])] };
}

function conciliatedBy(
  state: EvaluationState,
  { conciliator, route }: EvaluationEventOf<'evaluation.conciliator-named.v1'>['data'],
): EvaluationState {
  const opened = state.opened && { ...state.opened, route: route ?? state.opened.route };
  return { ...state, opened, status: 'conciliation', conciliator };
}

function onItsWay(
  state: EvaluationState,
  event: Extract<EvaluationEvent, { readonly type: `evaluation.approval-${string}` }>,
): EvaluationState {
  const after = { ...state, approval: evolveByEvent<'evaluation'>(state.approval, event) };
  switch (event.type) {
    case 'evaluation.approval-voted.v1': {
      const { person, office } = event.data;
      // the vote of whoever corrects follows the correction
      const correction =
        state.correction?.by === null ? { ...state.correction, by: { person, office } } : state.correction;
      return { ...after, correction, judges: [...new Set([...state.judges, person])] };
    }
    case 'evaluation.approval-degree-corrected.v1': {
      const { step, from, to, reason } = event.data;
      const computed = state.correction?.computed ?? state.score?.total ?? from;
      return {
        ...after,
        score: state.score && { ...state.score, total: to },
        correction: { computed, to, reason, step, by: null },
      };
    }
    case 'evaluation.approval-day-corrected.v1':
      return { ...after, on: after.approval?.setOut?.on ?? state.on };
    case 'evaluation.approval-approved.v1':
      return { ...after, status: 'final' };
    default:
      return after;
  }
}
