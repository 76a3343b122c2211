import type { Independence, Label } from '#domain';
import type { ControlSideRow as StoredControlSideRow, SeparationCheckRow, SeparationConcernRow } from '#postgres';
import { defineTable } from '../runtime/table.js';

/** A step as far as the proof asks: its name and office, from whom the substitute took it, what it is independent of. */
export interface StepRoute {
  readonly name: Label | null;
  readonly office: string | null;
  readonly reroutedFrom: string | null;
  readonly independentOf?: Independence;
  /** The areas that would answer for a proposal are asked themselves; absent: they are not. */
  readonly asksAreas?: true;
}

export interface ControlSideRow extends StoredControlSideRow {
  readonly routes: Readonly<Record<string, StepRoute>>;
}

export const controlSideTable = defineTable<ControlSideRow>({
  name: 'control_side',
  columns: {
    scope: 'text',
    id: 'text',
    plan_id: 'text null',
    authors: 'jsonb',
    offices: 'jsonb',
    scored: 'jsonb',
    beneficiaries: 'jsonb',
    credited: 'jsonb',
    horizon: 'text null',
    holders: 'jsonb',
    share: 'jsonb null',
    unratified: 'jsonb',
    objectives: 'jsonb',
    workflow: 'jsonb null',
    routes: 'jsonb',
    took: 'jsonb',
    prepared: 'jsonb',
    set_out: 'bigint null',
    last_vote: 'text null',
  },
  key: ['scope', 'id'],
  scope: 'scope',
});

export const separationCheckTable = defineTable<SeparationCheckRow>({
  name: 'separation_check',
  columns: {
    position: 'bigint',
    recorded_at: 'text',
    occurred_on: 'text',
    days: 'jsonb',
    subject: 'text',
    subject_id: 'text',
    plan_id: 'text null',
    objective_id: 'text null',
    share_id: 'text null',
    step: 'text',
    step_name: 'jsonb null',
    outcome: 'text',
    person: 'text',
    office: 'text',
    on_behalf_of: 'text null',
    any_place: 'boolean',
    authors: 'jsonb',
    offices: 'jsonb',
    scored: 'jsonb',
    beneficiaries: 'jsonb',
    credited: 'jsonb',
    earlier: 'jsonb',
    workflow: 'jsonb null',
    set_out: 'bigint null',
    act: 'jsonb null',
    rerouted_from: 'text null',
    rule: 'text null',
  },
  key: ['position'],
  scope: null,
  indexes: [
    ['plan_id', 'position'],
    ['objective_id', 'position'],
    ['subject', 'position'],
  ],
});

export const separationConcernTable = defineTable<SeparationConcernRow>({
  name: 'separation_concern',
  columns: { position: 'bigint', objective_id: 'text' },
  key: ['position', 'objective_id'],
  scope: null,
  indexes: [['objective_id', 'position']],
});
