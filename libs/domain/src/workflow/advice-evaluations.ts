import type { WorkflowDefinition } from './definition.js';
import { membersOf } from './members-of.js';
import type { Advice } from './mistake.js';
import { functionOf } from './participants.js';

const PARTS = ['evaluators', 'conciliators', 'conductors'] as const;

/** A part of one person alone: nobody takes it in the evaluation of that one. */
export function ownEvaluation(definition: WorkflowDefinition): Advice[] {
  const { evaluations, offices } = definition;
  const isEvaluated = (office: string) => {
    const its = functionOf({ office }, definition);
    return its !== 'evaluation-body' && its !== 'political-body';
  };
  return PARTS.flatMap((part) => {
    const [only, ...others] = new Set(evaluations?.[part]?.map(({ office }) => office));
    if (only === undefined || others.length > 0 || membersOf(only, offices) !== 1 || !isEvaluated(only)) return [];
    return [{ code: 'workflow/own-evaluation', path: ['evaluations', part], facts: { part, office: only } }];
  });
}

/** Who evaluates delivers and ends it too, for nobody else may: the person's terms run from their word. */
export function conductorEvaluates({ evaluations, offices }: WorkflowDefinition): Advice[] {
  const { conductors = [], evaluators = [] } = evaluations ?? {};
  const [only, ...others] = new Set(conductors.map(({ office }) => office));
  if (only === undefined || others.length > 0 || membersOf(only, offices) !== 1) return [];
  if (evaluators.every(({ office }) => office !== only)) return [];
  return [{ code: 'workflow/conductor-evaluates', path: ['evaluations', 'conductors'], facts: { office: only } }];
}

/** No score lies below nought. */
export function neverHeard({ evaluations }: WorkflowDefinition): Advice[] {
  if (evaluations?.hearingBelow !== 0) return [];
  return [{ code: 'workflow/hearing-never-due', path: ['evaluations', 'hearingBelow'], facts: {} }];
}
