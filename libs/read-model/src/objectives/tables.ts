import type {
  Evidence,
  LifecycleInForce,
  PlannedObjective,
  ProgressReport,
  Proposal,
  Rendicontazione,
  ShareMoves,
  ShareStatus,
} from '#domain';
import type {
  GovernedObjectiveRow as StoredGovernedObjectiveRow,
  ObjectiveRow as StoredObjectiveRow,
  PlannedObjectiveRow as StoredPlannedObjectiveRow,
  ProgressReportRow as StoredProgressReportRow,
  ProposalRow as StoredProposalRow,
  ShareRow as StoredShareRow,
  WithdrawnObjectiveRow,
} from '#postgres';
import { defineTable } from '../runtime/table.js';

export interface LiveObjectiveRow extends StoredObjectiveRow {
  readonly status: ShareStatus | 'closed';
  readonly closings: readonly { readonly comment: string }[];
}

export interface ProposalRow extends StoredProposalRow {
  readonly status: 'draft' | 'proposed' | 'validated';
  readonly planned: PlannedObjective;
  readonly workflow: LifecycleInForce | null;
  readonly proposal: Proposal;
}

export interface PlannedObjectiveRow extends StoredPlannedObjectiveRow {
  readonly planned: PlannedObjective;
}

export interface GovernedObjectiveRow extends StoredGovernedObjectiveRow {
  readonly workflow: LifecycleInForce;
}

/** What is planned and what became of it. */
export interface ObjectiveRow extends LiveObjectiveRow, PlannedObjectiveRow {
  /** Null: the usual one. */
  readonly workflow: LifecycleInForce | null;
}

export interface ShareRow extends StoredShareRow {
  readonly status: ShareStatus;
  readonly rendicontazione: Rendicontazione | null;
  readonly awaited_offices: readonly string[];
  readonly moves: ShareMoves;
}

export interface ProgressReportRow extends StoredProgressReportRow {
  readonly evidence: readonly Evidence[];
  readonly earlier: readonly ProgressReport[];
}

export const objectiveTable = defineTable<LiveObjectiveRow>({
  name: 'objective',
  columns: {
    objective_id: 'text',
    plan_id: 'text',
    sort: 'text',
    status: 'text',
    revision: 'integer',
    recorded_at: 'text',
    asks_acknowledgement: 'boolean',
    closings: 'jsonb',
  },
  key: ['objective_id'],
  scope: 'objective_id',
  indexes: [['plan_id', 'sort'], ['sort']],
});

/** How far the streams of those are that a draft has no more, or that whoever proposed them took back. */
export const withdrawnObjectiveTable = defineTable<WithdrawnObjectiveRow>({
  name: 'withdrawn_objective',
  columns: { objective_id: 'text', revision: 'integer' },
  key: ['objective_id'],
  scope: 'objective_id',
});

export const proposalTable = defineTable<ProposalRow>({
  name: 'proposal',
  columns: {
    objective_id: 'text',
    plan_id: 'text',
    sort: 'text',
    status: 'text',
    revision: 'integer',
    recorded_at: 'text',
    planned: 'jsonb',
    horizon: 'text',
    workflow: 'jsonb null',
    proposal: 'jsonb',
  },
  key: ['objective_id'],
  scope: 'objective_id',
  indexes: [['status', 'sort']],
});

export const plannedObjectiveTable = defineTable<PlannedObjectiveRow>({
  name: 'planned_objective',
  columns: { objective_id: 'text', planned: 'jsonb', horizon: 'text' },
  key: ['objective_id'],
  scope: null,
});

export const governedObjectiveTable = defineTable<GovernedObjectiveRow>({
  name: 'governed_objective',
  columns: { objective_id: 'text', workflow: 'jsonb' },
  key: ['objective_id'],
  scope: null,
});

export const shareTable = defineTable<ShareRow>({
  name: 'share',
  columns: {
    objective_id: 'text',
    share_id: 'text',
    plan_id: 'text',
    area_id: 'text',
    weight: 'numeric null',
    office: 'text null',
    acknowledged: 'boolean',
    authors: 'jsonb',
    status: 'text',
    since: 'text',
    progress: 'numeric null',
    reports: 'integer',
    rendicontazione: 'jsonb null',
    awaited_step: 'text null',
    awaited_offices: 'jsonb',
    self_degree: 'numeric null',
    degree: 'numeric null',
    degree_reason: 'text null',
    premium: 'numeric null',
    run_id: 'text null',
    moves: 'jsonb',
  },
  key: ['objective_id', 'share_id'],
  scope: 'objective_id',
  indexes: [['plan_id'], ['office'], ['status']],
});

export const progressReportTable = defineTable<ProgressReportRow>({
  name: 'progress_report',
  columns: {
    objective_id: 'text',
    progress_id: 'text',
    share_id: 'text',
    revision: 'integer',
    value: 'numeric null',
    note: 'text',
    evidence: 'jsonb',
    indicator_id: 'text null',
    deadline_id: 'text null',
    instance: 'text null',
    occurred_on: 'text',
    recorded_at: 'text',
    earlier: 'jsonb',
  },
  key: ['objective_id', 'progress_id'],
  scope: 'objective_id',
});
