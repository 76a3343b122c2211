import { checkWorkflow } from '../workflow/check-workflow.js';
import type { WorkflowDefinition } from '../workflow/definition.js';
import type { WorkflowMistakeCode } from '../workflow/mistake.js';

/** What is changed, what is wrong then, and where. */
export type Shape = readonly [string, WorkflowDefinition, WorkflowMistakeCode, string];

/** Every mistake of a definition, and where. */
export function mistakesIn(definition: WorkflowDefinition): readonly (readonly [WorkflowMistakeCode, string])[] {
  return checkWorkflow(definition, { roles: ['responsabile'] }).map(({ code, path }) => [code, path.join('.')]);
}
