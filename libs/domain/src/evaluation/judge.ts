import { actOn, asEvents } from '../approval/compose.js';
import { begun } from '../approval/open.js';
import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { requireEvaluator, requireHearing, requireRunOut, requireUnjudged, type Opened } from './guards.js';
import type { EvaluationCommandOf, EvaluationEvent } from './messages.js';
import { judgedAfter } from './rests-on.js';
import { judging } from './route.js';
import { requireSameResults } from './same-results.js';
import { scoreOf } from './score.js';
import { REF, settingOut } from './setting-out.js';
import type { EvaluationState } from './state.js';

const NOTHING_ASKED = { points: [], returnBy: null, degree: null, reason: '' } as const;

/**
 * The evaluator's judgement after whoever is judged could speak; it sets out through the body's chain. Where that begins
 * with the evaluator's office, to judge is to take its first step.
 *
 * @throws Refused `evaluation/not-evaluator`, `evaluation/not-now`, `evaluation/term-running`,
 * `evaluation/degrees-changed`, `evaluation/shares-changed`, `evaluation/hearing-not-offered`, as `settingOut` does
 */
export function judge(
  command: EvaluationCommandOf<'evaluation.judge'>,
  opened: Opened,
  state: EvaluationState,
): readonly EvaluationEvent[] {
  const { reason, staff, by, on, at } = command;
  const { planId, route } = opened;
  requireEvaluator(opened, command);
  requireUnjudged(state);
  requireSameResults(state, command.counting);
  // who has spoken need not be waited for
  if (state.status === 'notified') requireRunOut(state.observationsUntil, at);
  requireText(reason, 'reason');
  const score = scoreOf(state.score?.results ?? '', command.behaviours, route.terms);
  requireHearing(opened, state, score.total, at);

  const { approval, ownStep } = settingOut(opened, { ...command, degree: score.total });
  const deed = {
    do: 'take-step',
    outcome: 'approve',
    note: '',
    act: null,
    ...NOTHING_ASKED,
    ...(on !== undefined && { on }),
  } as const;
  const taken =
    ownStep === null
      ? []
      : actOn(begun(approval), { type: 'approval.act', ...REF, staff, by, at, deed: { ...deed, step: ownStep } });
  const inPlan = { ...REF, planId };
  return [
    { type: 'evaluation.judged.v1', data: { planId, score, reason, on: on ?? romeDayOf(at) } },
    { type: 'evaluation.approval-opened.v1', data: { ...inPlan, ...approval } },
    ...asEvents('evaluation', REF, taken),
  ];
}

/** A step of the chain; whoever lowers the score below the threshold is bound by it as the evaluator is. */
export function decideApproval(
  command: EvaluationCommandOf<'approval.act'>,
  opened: Opened | null,
  state: EvaluationState,
): readonly EvaluationEvent[] {
  const { deed } = command;
  const fitting = deed.do === 'migrate' ? { ...command, deed: { ...deed, chain: judging(deed.chain) } } : command;
  const facts = actOn(state.approval, fitting, judgedAfter(state));
  if (deed.do === 'take-step' && deed.outcome !== 'return') requireSameResults(state, command.counting);
  for (const fact of facts) {
    if (fact.kind === 'rejected')
      throw new Refused('approval/outcome-not-offered', { step: fact.step, outcome: 'reject' });
    if (fact.kind === 'degree-corrected' && opened !== null) requireHearing(opened, state, fact.to, command.at);
  }
  return asEvents('evaluation', REF, facts);
}
