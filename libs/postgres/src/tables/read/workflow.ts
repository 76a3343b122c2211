import type { Instant } from './values.js';

/** A published version of a workflow. */
export interface WorkflowRow {
  readonly workflow_id: string;
  readonly version: number;
  readonly definition: object;
  readonly published_at: Instant;
  readonly revision: number;
}

export interface WorkflowTables {
  readonly 'read.workflow': WorkflowRow;
}
