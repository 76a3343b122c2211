import { romeDayOf } from '../calendar/rome.js';
import { termAhead, unusedTerm } from './awaits.js';
import type { Opened } from './guards.js';
import type { EvaluationCommandOf, EvaluationEvent } from './messages.js';
import type { EvaluationState } from './state.js';

/** A term of the person is about to end, and they have not used it: they are told, once. */
export function remindTerm(
  { at }: EvaluationCommandOf<'evaluation.remind-term'>,
  { planId }: Opened,
  state: EvaluationState,
): readonly EvaluationEvent[] {
  const term = unusedTerm(state);
  if (term === null || romeDayOf(at) > term.until) return [];
  return [{ type: 'evaluation.term-reminded.v1', data: { planId, ...term } }];
}

/** A term is over: whose turn it is now is told, once. Nobody is judged by the mere passing of time. */
export function endTerm(
  { at }: EvaluationCommandOf<'evaluation.end-term'>,
  { planId, evaluator, route }: Opened,
  state: EvaluationState,
): readonly EvaluationEvent[] {
  const term = termAhead(state);
  if (term === null || romeDayOf(at) <= term.until) return [];
  const conductors = route.terms.conductors?.map(({ office }) => office) ?? [];
  const offices = term.of === 'proposal' || conductors.length === 0 ? [evaluator.office] : conductors;
  return [{ type: 'evaluation.term-ended.v1', data: { planId, ...term, offices } }];
}
