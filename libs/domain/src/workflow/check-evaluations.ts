import type { WorkflowDefinition } from './definition.js';
import { mistake, type WorkflowMistake } from './mistake.js';

/** Who is evaluated passes a chain, and is conciliated by somebody who does not evaluate. */
export function checkEvaluations({ evaluations, chains }: WorkflowDefinition): WorkflowMistake[] {
  if (evaluations === undefined) return [];
  const evaluators = (evaluations.evaluators ?? []).map(({ office }) => office);
  const conciliators = evaluations.conciliators ?? [];
  const without = chains.evaluation === undefined;
  return [
    ...(without ? [mistake('workflow/evaluates-without-chain', ['evaluations'], {}, [['chains']])] : []),
    ...conciliators.flatMap(({ office }, index) =>
      evaluators.includes(office)
        ? [mistake('workflow/conciliator-evaluates', ['evaluations', 'conciliators', index, 'office'], { office })]
        : [],
    ),
  ];
}
