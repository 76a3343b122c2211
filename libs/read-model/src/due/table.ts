import type { Approval } from '#domain';
import type { DueRow as StoredDueRow } from '#postgres';
import { defineTable } from '../runtime/table.js';

/** A row with what is kept of a justification's way through its chain. */
export interface DueRow extends StoredDueRow {
  readonly weighing: Approval | null;
}

export const dueTable = defineTable<DueRow>({
  name: 'due',
  columns: {
    body: 'text',
    objective_id: 'text',
    share_id: 'text',
    deadline_id: 'text',
    instance: 'text',
    kind: 'text',
    due_on: 'text',
    every: 'text null',
    missed_at: 'text',
    office: 'text null',
    title: 'text',
    text: 'text',
    status: 'text',
    frozen: 'boolean',
    rest: 'jsonb null',
    acknowledgement: 'text',
    justification: 'text null',
    said_again: 'boolean',
    effect: 'text null',
    weighing: 'jsonb null',
    judged_by: 'text null',
    answered_on: 'text null',
    progress_id: 'text null',
    nil: 'boolean',
    late_reason: 'text null',
    late_note: 'text null',
    marked_at: 'text null',
    lifted: 'jsonb null',
  },
  key: ['objective_id', 'share_id', 'deadline_id', 'instance'],
  scope: 'objective_id',
  indexes: [['status', 'missed_at'], ['office', 'status', 'due_on'], ['due_on']],
});
