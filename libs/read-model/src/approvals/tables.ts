import type { Approval, ApprovalNotice, LocalDate } from '#domain';
import type {
  ApprovalNoticeRow as StoredApprovalNoticeRow,
  ApprovalOwnerRow,
  ApprovalRow as StoredApprovalRow,
} from '#postgres';
import { defineTable } from '../runtime/table.js';

export interface ApprovalRow extends StoredApprovalRow {
  readonly approval: Approval;
  readonly asked: readonly string[];
  readonly withdrawal: Withdrawal | null;
}

/** That what is approved was taken back. */
export interface Withdrawal {
  readonly office: string;
  /** The day on which it happened. */
  readonly on: LocalDate;
  readonly reason: string;
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
    deadline_id: 'text null',
    instance: 'text null',
    plan_id: 'text null',
    title: 'text null',
    status: 'text',
    step: 'text null',
    asked: 'jsonb',
    waits_since: 'text',
    opened_on: 'text null',
    term: 'integer null',
    rings_from: 'text null',
    set_out_by: 'text',
    return_by: 'text null',
    shape: 'text null',
    withdrawal: 'jsonb null',
    approval: 'jsonb',
    revision: 'integer',
    recorded_at: 'text',
  },
  key: ['approval_id'],
  scope: 'stream_id',
  indexes: [
    ['status', 'waits_since', 'approval_id'],
    ['shape', 'waits_since', 'approval_id'],
    ['rings_from'],
    ['set_out_by', 'status'],
    ['plan_id'],
  ],
});

/** Who answers for each share, has worked on it and is scored on what: who judges nothing of what is under way of it. */
export const approvalOwnerTable = defineTable<ApprovalOwnerRow>({
  name: 'approval_owner',
  columns: {
    objective_id: 'text',
    share_id: 'text',
    area_id: 'text',
    office: 'text null',
    holders: 'jsonb',
    authors: 'jsonb',
    findings: 'jsonb',
    horizon: 'text null',
    title: 'text',
  },
  key: ['objective_id', 'share_id'],
  scope: 'objective_id',
});

export interface ApprovalNoticeRow extends StoredApprovalNoticeRow {
  readonly says: ApprovalNotice['says'];
  readonly step: ApprovalNotice['step'];
}

/** What an office is to be told of a time-out or of a return; whether it was, the messages know. */
export const approvalNoticeTable = defineTable<ApprovalNoticeRow>({
  name: 'approval_notice',
  columns: {
    approval_id: 'text',
    since: 'text',
    rung: 'integer',
    office: 'text',
    body: 'text',
    stream_id: 'text',
    day: 'text',
    says: 'text',
    others: 'jsonb',
    subject: 'text',
    title: 'text null',
    step: 'jsonb',
    until: 'text null',
    open: 'boolean',
  },
  key: ['approval_id', 'since', 'rung', 'office'],
  scope: 'stream_id',
  indexes: [['open', 'day']],
});
