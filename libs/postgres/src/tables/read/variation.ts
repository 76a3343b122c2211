import type { Instant } from './values.js';

/** What was asked to be changed of a plan, as the rules see it. */
export interface VariationRow {
  readonly variation_id: string;
  readonly plan_id: string;
  readonly status: string;
  /** That asked for it. */
  readonly office: string;
  readonly requested_at: Instant;
  readonly state: object;
  readonly revision: number;
  readonly recorded_at: Instant;
}

export interface VariationTables {
  readonly 'read.variation': VariationRow;
}
