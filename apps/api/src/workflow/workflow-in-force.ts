import type { ApprovalSubject, ChainDefinition, WorkflowDefinition } from '#domain';

/** How this body does things. What begins takes what it needs from here and keeps it. */
export interface WorkflowInForce {
  /** Ask each time: a new version may be published while the API runs. */
  readonly definition: WorkflowDefinition;
  /** Null: the subject needs no approval of its own. */
  chainFor(subject: ApprovalSubject): ChainDefinition | null;
  /** A version that was published; null where there is none. */
  version(id: string, version: number): Promise<WorkflowDefinition | null>;
}

export const WORKFLOW = Symbol('WorkflowInForce');

/** One definition that does not change. */
export function fixedWorkflow(definition: WorkflowDefinition): WorkflowInForce {
  return {
    definition,
    chainFor: (subject) => definition.chains[subject] ?? null,
    version: (id, version) =>
      Promise.resolve(definition.id === id && definition.version === version ? definition : null),
  };
}
