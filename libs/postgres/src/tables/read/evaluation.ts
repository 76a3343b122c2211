import type { Day, Instant } from './values.js';

/** The evaluation of a person: read by that person, by who gives it and by who answers for all, never beyond. */
export interface EvaluationRow {
  readonly evaluation_id: string;
  readonly body: string;
  readonly plan_id: string;
  readonly person: string;
  readonly evaluator: string;
  readonly conciliator: string | null;
  /** Accounts that took a step of its chain. */
  readonly judges: readonly string[];
  /** Offices that open, deliver and end it; null: whoever has the permission. */
  readonly conductors: readonly string[] | null;
  readonly status: string;
  /** After this day its term is over; null: none runs, or that was told. */
  readonly term_until: Day | null;
  /** The last day of a term that the person has not used, and is to be reminded of; null: none. */
  readonly unused_until: Day | null;
  /** Of its chain, that is awaited. */
  readonly step: string | null;
  readonly state: object;
  /** On what it rests: the shares, and what was said. */
  readonly grounds: object;
  readonly revision: number;
  readonly recorded_at: Instant;
}

export interface EvaluationTables {
  readonly 'read.evaluation': EvaluationRow;
}
