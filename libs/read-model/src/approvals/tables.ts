import type { Approval } from '#domain';
import type { ApprovalOwnerRow, ApprovalRow as StoredApprovalRow } from '#postgres';
import { defineTable } from '../runtime/table.js';

export interface ApprovalRow extends StoredApprovalRow {
  readonly approval: Approval;
  readonly asked: readonly string[];
}

export const approvalTable = defineTable<ApprovalRow>({
  name: 'approval',
  columns: {
    approval_id: 'text',
    body: 'text',
    kind: 'text',
    stream_id: 'text',
    subject: 'text',
    share_id: 'text null',
    plan_id: 'text null',
    title: 'text null',
    status: 'text',
    step: 'text null',
    asked: 'jsonb',
    timed: 'boolean',
    approval: 'jsonb',
    revision: 'integer',
    recorded_at: 'text',
  },
  key: ['approval_id'],
  scope: 'stream_id',
  indexes: [['status', 'recorded_at'], ['plan_id']],
});

/** Who answers for each share: what reports of a time before definitions do not say themselves. */
export const approvalOwnerTable = defineTable<ApprovalOwnerRow>({
  name: 'approval_owner',
  columns: { objective_id: 'text', share_id: 'text', area_id: 'text', office: 'text null', title: 'text' },
  key: ['objective_id', 'share_id'],
  scope: 'objective_id',
});
