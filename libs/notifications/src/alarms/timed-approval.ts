import type { Kysely } from 'kysely';
import type { Approval, ApprovalSubject, InstanceRef, MonthDay, WorkflowRef } from '#domain';
import type { ReadTables } from '#postgres';
import type { TimedApproval } from './plan.js';

/** Which approval of which stream, and the definition that it follows. */
export interface ApprovalToRing {
  readonly kind: string;
  readonly streamId: string;
  readonly subject: ApprovalSubject;
  readonly shareId: string | null;
  /** Of a justification. */
  readonly missed?: InstanceRef;
  readonly workflow: WorkflowRef | null;
}

interface Found {
  readonly patronDay: MonthDay | null;
  /** Null: it is over, or has no time-out ahead. */
  readonly timed: (TimedApproval & { readonly of: ApprovalToRing }) | null;
}

/** One approval as the tables have it, with the calendar of its body. */
export async function timedApproval(db: Kysely<ReadTables>, body: string, approvalId: string): Promise<Found> {
  const [row, registered] = await Promise.all([
    db
      .selectFrom('read.approval')
      .selectAll()
      .where('approval_id', '=', approvalId)
      .where('rings_from', 'is not', null)
      .executeTakeFirst(),
    db.selectFrom('read.body').select('patron_day').where('body', '=', body).executeTakeFirst(),
  ]);
  const patronDay = registered?.patron_day ?? null;
  if (row === undefined) return { patronDay, timed: null };
  const approval = row.approval as Approval; // as the projection put it
  const { kind, stream_id: streamId, share_id: shareId, deadline_id: deadlineId, instance } = row;
  const missed = deadlineId === null || instance === null ? {} : { missed: { deadlineId, instance } };
  const { workflow, subject } = approval;
  return { patronDay, timed: { approvalId, approval, of: { kind, streamId, subject, shareId, ...missed, workflow } } };
}
