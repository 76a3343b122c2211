import type { StepDefinition } from '../chain-definition.js';
import type { ApprovalSubject, WorkflowDefinition } from '../definition.js';
import type { WorkflowMistake } from '../mistake.js';
import { isOf } from '../participants.js';
import { lacking } from './lacking.js';
import type { LimitCode } from './laws.js';
import { limitsOfLiquidation } from './liquidation.js';

/** What the law asks of a chain as a whole: that somebody is in it. */
export function limitsOfChains(definition: WorkflowDefinition): WorkflowMistake[] {
  return [
    ...certified(definition),
    ...byAct('plan', 'limit/plan-without-act', definition),
    ...byAct('variation', 'limit/variation-without-act', definition),
    ...limitsOfLiquidation(definition),
    ...heard(definition),
  ];
}

/** The evaluation body certifies every report. */
function certified(definition: WorkflowDefinition): WorkflowMistake[] {
  const certifies = (step: StepDefinition) => step.who.some(isOf('evaluation-body', definition));
  const chain = definition.chains.rendicontazione;
  if (chain?.steps.some(certifies)) return [];
  const path = chain === undefined ? ['chains'] : ['chains', 'rendicontazione', 'steps'];
  return [lacking('limit/not-certified', path, 'rendicontazione', definition)];
}

/** The plan and what changes it are the political body's, and end with its act. */
function byAct(subject: ApprovalSubject, code: LimitCode, definition: WorkflowDefinition): WorkflowMistake[] {
  const chain = definition.chains[subject];
  // a body that has no chain for the plan records its act with the approval all the same
  if (chain === undefined) return [];
  const last = chain.steps.at(-1);
  const decided = last !== undefined && last.act !== null && last.who.every(isOf('political-body', definition));
  return decided
    ? []
    : [lacking(code, ['chains', subject, 'steps', Math.max(chain.steps.length - 1, 0)], subject, definition)];
}

/** Whoever is judged is heard before the judgement stands, and does not give it. */
function heard(definition: WorkflowDefinition): WorkflowMistake[] {
  const { evaluation } = definition.chains;
  if (evaluation === undefined) return [];
  const hearing = evaluation.steps.findIndex(isHearing);
  const isBefore = hearing >= 0 && hearing < evaluation.steps.length - 1;
  return isBefore ? [] : [lacking('limit/not-heard', ['chains', 'evaluation', 'steps'], 'evaluation', definition)];
}

/** The step at which the one who is judged answers. */
export function isHearing({ who }: Pick<StepDefinition, 'who'>): boolean {
  return who.length > 0 && who.every((participant) => 'relation' in participant && participant.relation === 'assignee');
}
