import { restsOnStep } from '../approval/its-day.js';
import { addDays } from '../calendar/civil.js';
import { known, type Needed } from '../order/needed.js';
import type { EvaluationCommand } from './messages.js';
import type { EvaluationState } from './state.js';

/** @see `Decider.restsOn` */
export function restsOn(command: EvaluationCommand, state: EvaluationState): readonly Needed[] {
  const { status, approval, hearing, received, days = {} } = state;
  const evaluatorNamed = named(state);
  switch (command.type) {
    case 'evaluation.open':
      return known('evaluation-withdrawn', days['evaluation.withdrawn.v1']);
    case 'evaluation.propose':
      return [
        ...known('evaluation-opened', days['evaluation.opened.v1']),
        ...evaluatorNamed,
        ...known('scored', command.scoredOn),
        // anew
        ...known('received', received?.final ?? received?.proposal),
      ];
    case 'evaluation.name-evaluator':
    case 'evaluation.withdraw':
      return [
        ...known('evaluation-opened', days['evaluation.opened.v1']),
        ...known('evaluation-proposed', days['evaluation.proposed.v1']),
      ];
    case 'evaluation.record-receipt':
      return known('received', command.receivedOn);
    case 'evaluation.observe':
      return known('received', received?.proposal);
    case 'evaluation.offer-hearing':
      return [...known('received', received?.proposal), ...evaluatorNamed];
    case 'evaluation.record-hearing':
      return [...known('hearing', hearing?.on), ...evaluatorNamed];
    case 'evaluation.judge':
      return judgedAfter(state);
    case 'evaluation.request-conciliation':
      return known('received', received?.final);
    case 'evaluation.name-conciliator':
      return known('conciliation-requested', days['evaluation.conciliation-requested.v1']);
    case 'evaluation.conciliate':
      return known('conciliator-named', days['evaluation.conciliator-named.v1']);
    case 'evaluation.make-definitive':
      return [
        ...(status === 'final' ? over(state.conciliationUntil) : []),
        ...known('conciliated', days['evaluation.confirmed.v1'] ?? days['evaluation.score-revised.v1']),
      ];
    case 'evaluation.remind-term': // by the clock
    case 'evaluation.end-term':
      return [];
    case 'approval.act':
      return restsOnStep(command.deed, approval);
  }
}

function named({ days = {} }: EvaluationState): readonly Needed[] {
  return known('evaluator-named', days['evaluation.evaluator-named.v1']);
}

/** What a judgement rests on. */
export function judgedAfter(state: EvaluationState): readonly Needed[] {
  const { status, approval, hearing, received, days = {} } = state;
  return [
    ...named(state),
    ...known('received', received?.proposal),
    ...known('observed', days['evaluation.observed.v1']),
    ...known('hearing', hearing?.on),
    ...known('evaluation-returned', approval?.returnedOn),
    // who has spoken need not be waited for
    ...(status === 'notified' || (status === 'judged' && nobodySpoke(state)) ? over(state.observationsUntil) : []),
  ];
}

function nobodySpoke({ hearing, days = {} }: EvaluationState): boolean {
  return days['evaluation.observed.v1'] === undefined && hearing?.outcome !== 'held';
}

/** A term is over when its last day is. */
function over(until: string | null): readonly Needed[] {
  return until === null ? [] : known('term-over', addDays(until, 1));
}

/** Under which names the day of an event is kept. */
export function keysOf({ type }: { readonly type: string }): readonly string[] {
  return type.startsWith('evaluation.') ? [type] : [];
}
