import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { mayAnswer } from '../separation/may-answer.js';
import { requireText } from '../text.js';
import { requireForeseen } from './foreseen.js';
import { requireConductor } from './guards.js';
import type { EvaluationCommandOf, EvaluationEvent } from './messages.js';
import { judging } from './route.js';
import { settingOut } from './setting-out.js';
import { partiesOf, requireAnother, requireFree } from './who-may.js';

/**
 * Somebody is to be evaluated by somebody else, by the rules that are in force that day.
 *
 * @throws Refused `evaluation/no-chain`, `evaluation/own`, `evaluation/not-foreseen`, `evaluation/conducted-by-others`, `evaluation/no-office`, `evaluation/judge-not-in-office`,
 * `evaluation/judge-barred`, `approval/no-substitute`, `approval/too-few`
 */
export function open(command: EvaluationCommandOf<'evaluation.open'>): EvaluationEvent {
  const { evaluationId, planId, person, evaluator, period, staff } = command;
  requireText(evaluationId, 'evaluationId');
  if (command.route === null) throw new Refused('evaluation/no-chain');
  const { chain, workflow, terms } = command.route;
  const offices = officesOf(person, period, staff);
  const route = { chain: judging(chain), workflow, terms };
  const opened = { evaluationId, planId, person, offices, evaluator, route };
  const alone = requireConductor(opened, command);
  requireAnother(opened, { id: evaluator.person });
  requireForeseen('evaluators', opened, evaluator.office, command);
  if (offices.length === 0) throw new Refused('evaluation/no-office');
  requireFree(evaluator, partiesOf(opened), command);
  const by = { id: evaluator.person, office: evaluator.office };
  // rather than once it was delivered to the person
  settingOut(opened, { by, staff, at: command.at, degree: null });
  return { type: 'evaluation.opened.v1', data: { ...opened, ...alone } };
}

/** That can answer for shares: of a body that judges nobody is evaluated, and its other members are on no side of theirs. */
function officesOf(
  person: string,
  { from, to }: { from: string; to: string },
  { tenures, offices, stillEvaluating = [] }: Staff,
): readonly string[] {
  const held = tenures.filter(
    (each) => each.person === person && each.from <= to && (each.to === null || from <= each.to),
  );
  const answering = held.filter(({ office }) => mayAnswer(office, offices) && !stillEvaluating.includes(office));
  return [...new Set(answering.map(({ office }) => office))].toSorted();
}
