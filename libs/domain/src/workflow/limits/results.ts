import type { WorkflowDefinition } from '../definition.js';
import { mistake, type WorkflowMistake } from '../mistake.js';

/** Of a hundred: what weighs more than all the rest. */
const HALF = 50;

/** Of what whoever heads a unit is judged by, the results of that unit weigh most. */
export function limitsOfResults({ evaluations }: WorkflowDefinition): WorkflowMistake[] {
  if (evaluations === undefined || evaluations.results > HALF) return [];
  return [mistake('limit/results-outweighed', ['evaluations', 'results'], { results: String(evaluations.results) })];
}
