import type { Day, Decimal, Instant } from './values.js';

export interface ObjectiveRow {
  readonly objective_id: string;
  readonly plan_id: string;
  /** Orders objectives as people count them: 2 before 10. */
  readonly sort: string;
  /** Of the share that is least far; `closed` at the end. */
  readonly status: string;
  readonly revision: number;
  readonly recorded_at: Instant;
  /** Whether offices take note of what they are assigned. */
  readonly asks_acknowledgement: boolean;
  /** What was said at each closing, oldest first. */
  readonly closings: object;
}

/** What never changes of an objective; apart, because what changes is written again with every event. */
export interface PlannedObjectiveRow {
  readonly objective_id: string;
  /** As planned, whole. */
  readonly planned: object;
  readonly horizon: Day;
}

/** The lifecycle that an objective was defined under; none for the usual one. */
export interface WithdrawnObjectiveRow {
  readonly objective_id: string;
  readonly revision: number;
}

export interface GovernedObjectiveRow {
  readonly objective_id: string;
  readonly workflow: object;
}

export interface ShareRow {
  readonly objective_id: string;
  readonly share_id: string;
  readonly plan_id: string;
  readonly area_id: string;
  readonly weight: Decimal | null;
  /** Null until assigned. */
  readonly office: string | null;
  readonly acknowledged: boolean;
  /** Accounts that worked on it. */
  readonly authors: readonly string[];
  readonly status: string;
  /** When it came to this status. */
  readonly since: Instant;
  /** Percent: the last that was reported, by the day it happened. */
  readonly progress: Decimal | null;
  readonly reports: number;
  /** The rendicontazione with its chain, null until submitted. */
  readonly rendicontazione: object | null;
  /** The step that must act next and the offices that may. */
  readonly awaited_step: string | null;
  readonly awaited_offices: readonly string[];
  readonly self_degree: Decimal | null;
  readonly degree: Decimal | null;
  readonly degree_reason: string | null;
  /** Euros. */
  readonly premium: Decimal | null;
  readonly run_id: string | null;
  /** Holders, rests, removal, reopenings. */
  readonly moves: object;
}

export interface ProgressReportRow {
  readonly objective_id: string;
  readonly progress_id: string;
  readonly share_id: string;
  /** Revision of the event that reported it. */
  readonly revision: number;
  /** Null for a nil return. */
  readonly value: Decimal | null;
  readonly note: string;
  readonly evidence: readonly object[];
  readonly indicator_id: string | null;
  readonly deadline_id: string | null;
  readonly instance: Day | null;
  readonly occurred_on: Day;
  readonly recorded_at: Instant;
  /** What it said before each rectification, oldest first. */
  readonly earlier: readonly object[];
}

export interface ObjectiveTables {
  readonly 'read.objective': ObjectiveRow;
  readonly 'read.planned_objective': PlannedObjectiveRow;
  readonly 'read.withdrawn_objective': WithdrawnObjectiveRow;
  readonly 'read.governed_objective': GovernedObjectiveRow;
  readonly 'read.share': ShareRow;
  readonly 'read.progress_report': ProgressReportRow;
}
