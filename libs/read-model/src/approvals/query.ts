import type { ExpressionBuilder, Kysely } from 'kysely';
import {
  waitingAt,
  type ApprovalSubject,
  type Decimal,
  type Ended,
  type Instant,
  type SetOut,
  type LocalDate,
  type Staff,
  type Vote,
  type WaitingAt,
  type WorkflowRef,
  type WorkingCalendar,
} from '#domain';
import type { ReadTables } from '#postgres';
import { wholeFor, type Onlooker } from '../evaluations/seen-by.js';
import { deadlinesOf, type MissedDeadline } from './deadlines.js';
import { cutoffsOf, isOverdue } from './overdue.js';
import type { ApprovalRow, Withdrawal } from './tables.js';
import { shapesFor, stuckShapes, waitingByShape } from './waiting-by-shape.js';

export interface ApprovalFilters {
  readonly subject?: ApprovalSubject;
  readonly planId?: string;
  /** Absent: those that are open; with `overdue` also those that came back and were not integrated in time. */
  readonly status?: ApprovalRow['status'];
  /** Where this account could act now. */
  readonly waitingFor?: string;
  readonly overdue?: boolean;
  readonly stuck?: boolean;
  /** Of evaluations of persons only those that this one may see; absent: all that are asked for. */
  readonly seenBy?: Onlooker;
  /** What this office has handed in, or has the share of. */
  readonly setOutBy?: string;
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
  /** Of a justification: what was missed. */
  readonly deadline: MissedDeadline | null;
  readonly status: ApprovalRow['status'];
  readonly chain: { readonly id: string; readonly version: number };
  readonly workflow: WorkflowRef | null;
  readonly degree: Decimal | null;
  readonly passed: readonly string[];
  /** Null when it is over. */
  readonly waiting: Waiting | null;
  readonly points: readonly string[];
  readonly returnBy: LocalDate | null;
  /** Null unless it came back. */
  readonly integration: Integration | null;
  readonly revision: number;
  readonly recordedAt: Instant;
}

/** Who is to hand it in again, and whether the term for that is over. */
export interface Integration {
  readonly office: string;
  readonly overdue: boolean;
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
  readonly agreed: ApprovalRow['approval']['agreed'];
  /** When it was sent on its way, and who may say of which day that was; null where the log does not say. */
  readonly setOut: { readonly at: Instant; readonly on?: LocalDate; readonly by: readonly string[] } | null;
  readonly silences: NonNullable<ApprovalRow['approval']['silences']>;
  /** Null unless it came back or was rejected, and where the log does not say. */
  readonly ended: (Ended & { readonly votes: readonly Vote[] }) | null;
  /** Who took its subject back, and why; null: nobody did. */
  readonly withdrawal: Withdrawal | null;
}

export interface ApprovalPage {
  readonly approvals: readonly ApprovalSummary[];
  /** For the next page; null on the last. */
  readonly nextCursor: string | null;
}

/**
 * The approvals, the one that waits longest first.
 *
 * @param cursor  `nextCursor` of the page before; null for the first
 * @param limit   at least 1
 */
export async function approvalList(
  db: Kysely<ReadTables>,
  { subject, planId, status, waitingFor, overdue, stuck, seenBy, setOutBy }: ApprovalFilters,
  today: Today,
  cursor: string | null,
  limit: number,
): Promise<ApprovalPage> {
  const standing = status === undefined ? standingBy(overdue) : [status];
  let query = db.selectFrom('read.approval').selectAll().where('status', 'in', standing);
  if (setOutBy !== undefined) query = query.where('set_out_by', '=', setOutBy);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  if (waitingFor !== undefined || stuck !== undefined) {
    const waiting = await waitingByShape(db, today.staff);
    if (waitingFor !== undefined) query = query.where(isOneOf(shapesFor(waiting, waitingFor)));
    if (stuck !== undefined) {
      const stands = isOneOf(stuckShapes(waiting));
      query = query.where((eb) => (stuck ? stands(eb) : eb.or([eb('shape', 'is', null), eb.not(stands(eb))])));
    }
  }
  if (overdue !== undefined) {
    const late = isOverdue(await cutoffsOf(db, today.staff.day, today.calendar), today.staff.day);
    query = query.where((eb) => (overdue ? late(eb) : eb.not(eb.fn.coalesce(late(eb), eb.val(false)))));
  }
  if (seenBy !== undefined) query = query.where(await isFor(db, seenBy));
  if (cursor !== null) query = query.where(isAfter(cursor));
  const rows = (await query
    .orderBy('waits_since')
    .orderBy('approval_id')
    .limit(limit + 1)
    .execute()) as readonly ApprovalRow[];
  const page = rows.slice(0, limit);
  const deadlineOf = await deadlinesOf(db, page);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? `${last.waits_since} ${last.approval_id}` : null;
  return { approvals: page.map((row) => summaryOf(row, deadlineOf(row), today)), nextCursor };
}

function standingBy(overdue: boolean | undefined): readonly ApprovalRow['status'][] {
  return overdue === true ? ['open', 'returned'] : ['open'];
}

/** Where an account could act now as one office: enough to find what it is about. */
export async function approvalsAwaiting(
  db: Kysely<ReadTables>,
  account: string,
  office: string,
  { staff }: Today,
): Promise<readonly AwaitedApproval[]> {
  const shapes = shapesFor(await waitingByShape(db, staff), account, office);
  if (shapes.length === 0) return [];
  return db
    .selectFrom('read.approval')
    .select(['kind', 'stream_id', 'subject', 'share_id', 'deadline_id', 'instance'])
    .where('status', '=', 'open')
    .where(isOneOf(shapes))
    .execute();
}

export type AwaitedApproval = Pick<
  ApprovalRow,
  'kind' | 'stream_id' | 'subject' | 'share_id' | 'deadline_id' | 'instance'
>;

type Column = ExpressionBuilder<ReadTables, 'read.approval'>;

function isOneOf(shapes: readonly string[]) {
  return (eb: Column) => eb('shape', '=', eb.fn.any(eb.val([...shapes])));
}

function isAfter(cursor: string) {
  const [since = '', id = ''] = cursor.split(' ');
  return (eb: Column) => eb(eb.refTuple('waits_since', 'approval_id'), '>', eb.tuple(since, id));
}

/** A judgement on a person is not for everybody who may see approvals. */
async function isFor(db: Kysely<ReadTables>, onlooker: Onlooker) {
  const whole = await wholeFor(db, onlooker);
  return (eb: Column) =>
    eb.or([
      eb('kind', '<>', 'evaluation'),
      eb('stream_id', 'in', db.selectFrom('read.evaluation').select('evaluation_id').where(whole)),
    ]);
}

/** @returns null when there is no such approval, and when it is not for the one who asks */
export async function approvalDetail(
  db: Kysely<ReadTables>,
  approvalId: string,
  today: Today,
  seenBy: Onlooker,
): Promise<ApprovalDetail | null> {
  const row = await db
    .selectFrom('read.approval')
    .selectAll()
    .where('approval_id', '=', approvalId)
    .where(await isFor(db, seenBy))
    .executeTakeFirst();
  if (row === undefined) return null;
  const found = row as ApprovalRow;
  const { chain, panels, agreed, silences = {}, ended, status, opening } = found.approval;
  const { setOut, parties } = found.approval;
  const deadline = (await deadlinesOf(db, [found]))(found);
  return {
    ...summaryOf(found, deadline, today),
    steps: chain.steps,
    panels,
    agreed,
    setOut: setOut === undefined ? null : sentBy(setOut, parties.authors),
    silences,
    // handed in again, it is open, and what ended it before is history
    ended: ended === undefined || status === 'open' ? null : { ...ended, votes: opening.votes },
    withdrawal: found.withdrawal,
  };
}

function sentBy({ at, on }: SetOut, by: readonly string[]): ApprovalDetail['setOut'] {
  return at === null ? null : { at, ...(on !== undefined && { on }), by };
}

function summaryOf(row: ApprovalRow, deadline: MissedDeadline | null, { staff, calendar }: Today): ApprovalSummary {
  const { approval } = row;
  return {
    approvalId: row.approval_id,
    kind: row.kind,
    streamId: row.stream_id,
    subject: approval.subject,
    shareId: row.share_id,
    planId: row.plan_id,
    title: row.title,
    deadline,
    status: row.status,
    chain: { id: approval.chain.id, version: approval.chain.version },
    workflow: approval.workflow,
    degree: approval.degree,
    passed: approval.passed,
    // what ended with its subject goes no further, wherever its chain stood
    waiting: row.status === 'withdrawn' ? null : waitingOf(waitingAt(approval, staff, calendar)),
    points: approval.points,
    returnBy: approval.returnBy,
    integration: integrationOf(row, staff.day),
    revision: row.revision,
    recordedAt: row.recorded_at,
  };
}

function integrationOf(
  { status, set_out_by: office, return_by: until }: ApprovalRow,
  day: LocalDate,
): Integration | null {
  return status === 'returned' ? { office, overdue: until !== null && until < day } : null;
}

function waitingOf(found: WaitingAt | null): Waiting | null {
  if (found === null) return null;
  const { step, rule, ...rest } = found;
  return { ...rest, step: step.id, name: step.name, rule: rule?.code ?? null };
}
