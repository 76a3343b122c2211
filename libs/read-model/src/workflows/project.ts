import type { WorkflowDefinition } from '#domain';
import type { WorkflowRow as StoredWorkflowRow } from '#postgres';
import { factOf, metadataOf } from '../facts.js';
import type { Projection } from '../runtime/projection.js';
import { defineTable } from '../runtime/table.js';

export interface WorkflowRow extends StoredWorkflowRow {
  readonly definition: WorkflowDefinition;
}

const workflowTable = defineTable<WorkflowRow>({
  name: 'workflow',
  columns: {
    workflow_id: 'text',
    version: 'integer',
    definition: 'jsonb',
    published_at: 'text',
    revision: 'integer',
  },
  key: ['workflow_id', 'version'],
  scope: 'workflow_id',
  indexes: [],
});

/** Every version that was published. */
export const workflows: Projection = {
  name: 'workflows',
  version: 1,
  categories: ['workflow'],
  tables: [workflowTable],
  revisionIn: (rows) => Math.max(-1, ...rows.of(workflowTable).map(({ revision }) => revision)),
  project(event) {
    const fact = factOf(event);
    if (fact.type !== 'workflow.published.v1') return [];
    const { definition } = fact.data;
    return [
      workflowTable.put({
        workflow_id: definition.id,
        version: definition.version,
        definition,
        published_at: metadataOf(event).recordedAt,
        revision: event.revision,
      }),
    ];
  },
};
