import type { Day, Instant } from './values.js';

/** One approval, of whatever kind of stream. */
export interface ApprovalRow {
  /** `objective~2022-7.2.1~rendicontazione~7.2.1-urbanistica` */
  readonly approval_id: string;
  readonly body: string;
  readonly kind: string;
  readonly stream_id: string;
  readonly subject: string;
  readonly share_id: string | null;
  /** Of a justification: what was missed. */
  readonly deadline_id: string | null;
  readonly instance: Day | null;
  readonly plan_id: string | null;
  /** Of the objective. */
  readonly title: string | null;
  /** `withdrawn`: its subject came to an end before it did. */
  readonly status: 'open' | 'returned' | 'rejected' | 'approved' | 'withdrawn';
  /** The step that waits. */
  readonly step: string | null;
  /** Offices that are asked at it. */
  readonly asked: readonly string[];
  /** The instant from which the step waits, as far as the log tells. */
  readonly waits_since: Instant;
  /** The day from which its term counts; null: the log does not tell. */
  readonly opened_on: Day | null;
  /** Of the step that waits, in working days. */
  readonly term: number | null;
  /** Before this day no time-out comes; null: none is ahead. */
  readonly rings_from: Day | null;
  /** The office that handed it in, or has its share by now: it integrates what comes back. */
  readonly set_out_by: string;
  /** The last day for the integration; null: it did not come back, or without a term. */
  readonly return_by: Day | null;
  /** The same for approvals that wait for the same people, whoever holds what; null when none waits. */
  readonly shape: string | null;
  /** Who took its subject back, and why; null: nobody did. */
  readonly withdrawal: object | null;
  /** The whole of it, as the rules know it. */
  readonly approval: object;
  readonly revision: number;
  readonly recorded_at: Instant;
}

/** What an office is to be told of a time-out of a step. */
export interface ApprovalNoticeRow {
  readonly approval_id: string;
  /** Since when the step had waited. */
  readonly since: Instant;
  readonly rung: number;
  readonly office: string;
  readonly body: string;
  readonly stream_id: string;
  /** From which it is to be told; of the term of a return, the first it may be. */
  readonly day: Day;
  readonly says: string;
  readonly others: readonly string[];
  readonly subject: string;
  readonly title: string | null;
  readonly step: object;
  /** Of a return: the last day for the integration. */
  readonly until: Day | null;
  /** Whether it is still worth saying. */
  readonly open: boolean;
}

/** A time-out that a message has already told an office. */
export interface ApprovalToldRow {
  readonly approval_id: string;
  readonly since: Instant;
  readonly rung: number;
  readonly office: string;
}

export interface ApprovalOwnerRow {
  readonly objective_id: string;
  readonly share_id: string;
  readonly area_id: string;
  readonly office: string | null;
  /** Who answered for it, from when to when. */
  readonly holders: readonly { readonly office: string; readonly from: Day | null; readonly to: Day | null }[];
  /** Accounts that worked on the share. */
  readonly authors: readonly string[];
  /** The words of its indicators. */
  readonly findings: readonly string[];
  /** Last day of the plan's time; null: it is proposed. */
  readonly horizon: Day | null;
  readonly title: string;
}

export interface ApprovalTables {
  readonly 'read.approval': ApprovalRow;
  readonly 'read.approval_notice': ApprovalNoticeRow;
  readonly 'read.approval_told': ApprovalToldRow;
  readonly 'read.approval_owner': ApprovalOwnerRow;
}
