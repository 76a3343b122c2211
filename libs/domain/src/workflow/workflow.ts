import type { Decider } from '../decider.js';
import { Refused } from '../refused.js';
import { checkWorkflow } from './check-workflow.js';
import type { WorkflowDefinition } from './definition.js';
import type { WorkflowCommand, WorkflowEvent } from './messages.js';
import { sameContent } from './same-content.js';

export interface WorkflowState {
  /** As they were published, the latest last. */
  readonly versions: readonly WorkflowDefinition[];
}

/** The published versions of one workflow: each stays as it is, and the next has a higher number. */
export const workflow: Decider<WorkflowState, WorkflowCommand, WorkflowEvent> = {
  initial: { versions: [] },

  decide({ definition, known }, { versions }) {
    const { id, version } = definition;
    const [first, ...others] = checkWorkflow(definition, known);
    if (first !== undefined) {
      throw new Refused('workflow/has-mistakes', { count: others.length + 1, mistake: first.code });
    }
    const published = versions.find((candidate) => candidate.version === version);
    if (published !== undefined) {
      if (sameContent(published, definition)) return [];
      throw new Refused('workflow/version-published', { workflow: id, version });
    }
    const latest = versions.at(-1)?.version ?? 0;
    if (version < latest) throw new Refused('workflow/version-too-low', { workflow: id, version, latest });
    return [{ type: 'workflow.published.v1', data: { definition } }];
  },

  evolve(state, event) {
    return event.type === 'workflow.published.v1' ? { versions: [...state.versions, event.data.definition] } : state;
  },
};
