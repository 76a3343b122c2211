import type { Kysely } from 'kysely';
import {
  waitingAt,
  type ApprovalSubject,
  type Decimal,
  type Instant,
  type LocalDate,
  type Staff,
  type WaitingAt,
  type WorkflowRef,
  type WorkingCalendar,
} from '#domain';
import type { ReadTables } from '#postgres';
import type { ApprovalRow } from './tables.js';

export interface ApprovalFilters {
  readonly subject?: ApprovalSubject;
  readonly planId?: string;
  /** Absent: those that are open. */
  readonly status?: ApprovalRow['status'];
  /** Where this account could act now. */
  readonly waitingFor?: string;
  readonly overdue?: boolean;
  readonly stuck?: boolean;
}

/** Who is there to act, by which calendar. */
export interface Today {
  readonly staff: Staff;
  readonly calendar: WorkingCalendar;
}

export interface ApprovalSummary {
  readonly approvalId: string;
  readonly kind: string;
  readonly streamId: string;
  readonly subject: ApprovalSubject;
  readonly shareId: string | null;
  readonly planId: string | null;
  readonly title: string | null;
  readonly status: ApprovalRow['status'];
  readonly chain: { readonly id: string; readonly version: number };
  readonly workflow: WorkflowRef | null;
  readonly degree: Decimal | null;
  readonly passed: readonly string[];
  /** Null when it is over. */
  readonly waiting: Waiting | null;
  readonly points: readonly string[];
  readonly returnBy: LocalDate | null;
  readonly revision: number;
  readonly recordedAt: Instant;
}

/** Why it does not move. */
export interface Waiting extends Omit<WaitingAt, 'step' | 'rule'> {
  readonly step: string;
  readonly name: { readonly it: string; readonly en: string };
  readonly rule: string | null;
}

export interface ApprovalDetail extends ApprovalSummary {
  readonly steps: ApprovalRow['approval']['chain']['steps'];
  readonly panels: ApprovalRow['approval']['panels'];
}

/** The approvals, the one that waits longest first. */
export async function approvalList(
  db: Kysely<ReadTables>,
  { subject, planId, status = 'open', waitingFor, overdue, stuck }: ApprovalFilters,
  today: Today,
  limit: number,
): Promise<readonly ApprovalSummary[]> {
  let query = db.selectFrom('read.approval').selectAll().where('status', '=', status);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  const rows = (await query.orderBy('recorded_at').orderBy('approval_id').execute()) as readonly ApprovalRow[];
  return rows
    .map((row) => summaryOf(row, today))
    .filter(({ waiting }) => waitingFor === undefined || isFor(waiting, waitingFor))
    .filter(({ waiting }) => overdue === undefined || (waiting?.overdue ?? false) === overdue)
    .filter(({ waiting }) => stuck === undefined || ((waiting?.stuck ?? null) !== null) === stuck)
    .slice(0, limit);
}

/** @returns null when there is no such approval */
export async function approvalDetail(
  db: Kysely<ReadTables>,
  approvalId: string,
  today: Today,
): Promise<ApprovalDetail | null> {
  const row = await db.selectFrom('read.approval').selectAll().where('approval_id', '=', approvalId).executeTakeFirst();
  if (row === undefined) return null;
  const found = row as ApprovalRow;
  const { chain, panels } = found.approval;
  return { ...summaryOf(found, today), steps: chain.steps, panels };
}

function isFor(waiting: Waiting | null, account: string): boolean {
  return waiting !== null && waiting.who.some(({ persons }) => persons.includes(account));
}

function summaryOf(row: ApprovalRow, { staff, calendar }: Today): ApprovalSummary {
  const { approval } = row;
  return {
    approvalId: row.approval_id,
    kind: row.kind,
    streamId: row.stream_id,
    subject: approval.subject,
    shareId: row.share_id,
    planId: row.plan_id,
    title: row.title,
    status: row.status,
    chain: { id: approval.chain.id, version: approval.chain.version },
    workflow: approval.workflow,
    degree: approval.degree,
    passed: approval.passed,
    waiting: waitingOf(waitingAt(approval, staff, calendar)),
    points: approval.points,
    returnBy: approval.returnBy,
    revision: row.revision,
    recordedAt: row.recorded_at,
  };
}

function waitingOf(found: WaitingAt | null): Waiting | null {
  if (found === null) return null;
  const { step, rule, ...rest } = found;
  return { ...rest, step: step.id, name: step.name, rule: rule?.code ?? null };
}
