import type { Participant, StepDefinition } from '../chain-definition.js';
import type { ApprovalSubject, WorkflowDefinition } from '../definition.js';
import { mistake, type DefinitionPath, type WorkflowMistake } from '../mistake.js';
import { isOf, othersAt, stepsOf } from '../participants.js';
import type { LimitCode } from './laws.js';

/** What the law asks of a chain as a whole: that somebody is in it. */
export function limitsOfChains(definition: WorkflowDefinition): WorkflowMistake[] {
  return [
    ...certified(definition),
    ...byAct('plan', 'limit/plan-without-act', definition),
    ...byAct('variation', 'limit/variation-without-act', definition),
    ...liquidated(definition),
    ...heard(definition),
  ];
}

/** The evaluation body certifies every report. */
function certified(definition: WorkflowDefinition): WorkflowMistake[] {
  const certifies = (step: StepDefinition) => step.who.some(isOf('evaluation-body', definition));
  const chain = definition.chains.rendicontazione;
  if (chain?.steps.some(certifies)) return [];
  const path = chain === undefined ? ['chains'] : ['chains', 'rendicontazione', 'steps'];
  return [lacking('limit/not-certified', path, 'rendicontazione')];
}

/** The plan and what changes it are the political body's, and end with its act. */
function byAct(subject: ApprovalSubject, code: LimitCode, definition: WorkflowDefinition): WorkflowMistake[] {
  const chain = definition.chains[subject];
  // a body that has no chain for the plan records its act with the approval all the same
  if (chain === undefined) return [];
  const last = chain.steps.at(-1);
  const decided = last !== undefined && last.act !== null && last.who.every(isOf('political-body', definition));
  return decided ? [] : [lacking(code, ['chains', subject, 'steps', Math.max(chain.steps.length - 1, 0)], subject)];
}

/** An office that is not political signs, accounting has looked at it. */
function liquidated(definition: WorkflowDefinition): WorkflowMistake[] {
  const subject = 'premium-run';
  const chain = definition.chains[subject];
  const path = ['chains', subject, 'steps'];
  const transitions = definition.objective.transitions.flatMap(({ verb, act }, index) =>
    verb === 'liquidate' && act === null && !chain?.steps.some((step) => step.act !== null)
      ? [lacking('limit/liquidation-without-act', ['objective', 'transitions', index], subject, [['objective']])]
      : [],
  );
  if (chain === undefined) {
    const pays = definition.objective.transitions.some(({ to }) => to === 'liquidated');
    const facts = { subject, chain: subject };
    const needs = [['offices'], ['chains', subject], ['objective']];
    return pays ? [...transitions, mistake('limit/liquidation-not-checked', ['chains'], facts, needs)] : transitions;
  }
  const isPolitical = (who: Participant) =>
    isOf('political-body', definition)(who) || ('role' in who && who.role === 'giunta');
  const unchecked = chain.steps.some(({ who }) => who.some(isOf('accounting', definition)))
    ? []
    : [lacking('limit/liquidation-not-checked', path, subject)];
  const paidByPolitical = definition.objective.transitions.flatMap(({ verb, who }, index) =>
    verb === 'liquidate' && who.some(isPolitical)
      ? [mistake('limit/liquidation-by-political-body', ['objective', 'transitions', index, 'who'], { step: verb })]
      : [],
  );
  const signed = stepsOf(definition, [subject]).filter(({ step }) => step.act !== null);
  const political = signed.flatMap((placed) => {
    const { step } = placed;
    const own = step.who.some(isPolitical) ? [[...placed.path, 'who']] : [];
    const others = othersAt(placed).flatMap((one) => (isPolitical(one.participant) ? [one.path] : []));
    return [...own, ...others].map((at) => mistake('limit/liquidation-by-political-body', at, { step: step.id }));
  });
  const unsigned = chain.steps.some(({ act }) => act !== null)
    ? []
    : [lacking('limit/liquidation-without-act', path, subject)];
  return [
    ...new Set([...(unsigned.length > 0 ? unsigned : transitions), ...unchecked, ...political, ...paidByPolitical]),
  ];
}

/** Whoever is judged is heard before the judgement stands, and does not give it. */
function heard({ chains: { evaluation } }: WorkflowDefinition): WorkflowMistake[] {
  if (evaluation === undefined) return [];
  const hearing = evaluation.steps.findIndex(isHearing);
  const isBefore = hearing >= 0 && hearing < evaluation.steps.length - 1;
  return isBefore ? [] : [lacking('limit/not-heard', ['chains', 'evaluation', 'steps'], 'evaluation')];
}

/** The step at which the one who is judged answers. */
export function isHearing({ who }: Pick<StepDefinition, 'who'>): boolean {
  return who.length > 0 && who.every((participant) => 'relation' in participant && participant.relation === 'assignee');
}

function lacking(
  code: LimitCode,
  path: DefinitionPath,
  subject: ApprovalSubject,
  parts: readonly DefinitionPath[] = [],
): WorkflowMistake {
  return mistake(code, path, { subject }, [['offices'], ['chains', subject], ...parts]);
}
