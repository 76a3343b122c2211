import type { Day, Instant } from './values.js';

/** What an area or the Segretario would like the plan to have. */
export interface ProposalRow {
  readonly objective_id: string;
  readonly plan_id: string;
  readonly sort: string;
  readonly status: string;
  readonly revision: number;
  readonly recorded_at: Instant;
  readonly planned: object;
  readonly horizon: Day;
  /** The lifecycle it is under; null: the usual one. */
  readonly workflow: object | null;
  /** How often it was proposed, by whom last, what was asked of it, what was accepted. */
  readonly proposal: object;
}

export interface ProposalTables {
  readonly 'read.proposal': ProposalRow;
}
