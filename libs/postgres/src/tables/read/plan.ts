import type { ActReference, Day, Instant } from './values.js';

export interface PlanRow {
  readonly plan_id: string;
  readonly year: number;
  readonly title: string;
  readonly status: 'drafted' | 'approved' | 'in-force' | 'closed';
  readonly act: ActReference | null;
  readonly in_force_from: Day | null;
  readonly closing_act: ActReference | null;
  readonly horizon: Day;
  /** As variations have made it, whole. */
  readonly document: object;
  /** What each share weighed as drafted, by its id. */
  readonly drafted_weights: object;
  /** Of the last event of its stream. */
  readonly revision: number;
  readonly recorded_at: Instant;
}

export interface PlanTables {
  readonly 'read.plan': PlanRow;
}
