import type { Actor, Instant } from '../values.js';
import type { KnownToWorkflows } from './check-participants.js';
import type { WorkflowDefinition } from './definition.js';

export interface WorkflowCommand {
  readonly type: 'workflow.publish';
  readonly definition: WorkflowDefinition;
  /** What the definition is checked against. */
  readonly known: KnownToWorkflows;
  readonly by: Actor;
  readonly at: Instant;
}

export interface WorkflowEvent {
  readonly type: 'workflow.published.v1';
  readonly data: { readonly definition: WorkflowDefinition };
}
