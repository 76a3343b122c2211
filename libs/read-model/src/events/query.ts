import { sql, type Kysely } from 'kysely';
import { recordedLate, type Actor, type Instant, type LocalDate } from '#domain';
import type { JsonObject } from '#event-store';
import type { ReadTables } from '#postgres';
import { tellsOfApprovals, type ToldOfApprovals } from './approvals-told.js';
import type { EventRow } from './project.js';

/** Who did what, when, on what. Accounts are ids, never names. */
export interface AuditEntry {
  readonly position: string;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly actor: Actor;
  readonly onBehalfOf: string | null;
  readonly planId: string | null;
  readonly objectiveId: string | null;
  readonly shareId: string | null;
  readonly occurredOn: LocalDate;
  readonly recordedAt: Instant;
  /** Recorded after the day on which it happened. */
  readonly late: boolean;
  readonly data: JsonObject;
  /** SHA-256 of the event in its stream's chain. */
  readonly hash: string | null;
}

export interface AuditFilters {
  readonly actor?: string;
  readonly office?: string;
  readonly type?: string;
  readonly planId?: string;
  readonly objectiveId?: string;
  /** Recorded at that instant or later. */
  readonly from?: Instant;
  /** Recorded before that instant. */
  readonly to?: Instant;
  /** Happened on that day or later. */
  readonly occurredFrom?: LocalDate;
  /** Happened on that day at the latest. */
  readonly occurredTo?: LocalDate;
  /** Whether it was recorded after the day on which it happened. */
  readonly late?: boolean;
  /** Only what tells it of approvals. */
  readonly approvals?: ToldOfApprovals;
}

export interface AuditPage {
  readonly events: readonly AuditEntry[];
  /** For the next, older page; null on the last. */
  readonly nextCursor: string | null;
}

/**
 * The audit trail, newest first.
 *
 * @param cursor  `nextCursor` of the page before; null for the first
 * @param limit   1 to 500
 */
export async function auditTrail(
  db: Kysely<ReadTables>,
  filters: AuditFilters,
  cursor: string | null,
  limit: number,
): Promise<AuditPage> {
  const { actor, office, type, planId, objectiveId, from, to, occurredFrom, occurredTo, late, approvals } = filters;
  const size = Math.min(Math.max(1, limit), 500);
  let query = db.selectFrom('read.event').selectAll();
  if (actor !== undefined) query = query.where('actor_id', '=', actor);
  if (office !== undefined) query = query.where('office', '=', office);
  // a kind of event in whichever version it was written
  if (type !== undefined) query = query.where('type', 'like', type.replace(/\.v\d+$/, '.v%'));
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  if (objectiveId !== undefined) query = query.where('objective_id', '=', objectiveId);
  if (from !== undefined) query = query.where('recorded_at', '>=', instantOf(from));
  if (to !== undefined) query = query.where('recorded_at', '<', instantOf(to));
  if (occurredFrom !== undefined) query = query.where('occurred_on', '>=', occurredFrom);
  if (occurredTo !== undefined) query = query.where('occurred_on', '<=', occurredTo);
  if (late !== undefined)
    query = query.where(late ? sql<boolean>`${recordedOn} > occurred_on` : sql<boolean>`${recordedOn} <= occurred_on`);
  if (approvals !== undefined) query = query.where(tellsOfApprovals(approvals));
  if (cursor !== null) query = query.where('position', '<', cursor);
  const rows = (await query
    .orderBy('position', 'desc')
    .limit(size + 1)
    .execute()) as readonly EventRow[];
  const page = rows.slice(0, size);
  return { events: page.map(auditEntryOf), nextCursor: rows.length > size ? (page.at(-1)?.position ?? null) : null };
}

/** The day in Italy on which an event was recorded. */
const recordedOn = sql<string>`to_char(recorded_at::timestamptz at time zone 'Europe/Rome', 'YYYY-MM-DD') collate "C"`;

/** Instants in the log have milliseconds; so must those they are compared with. */
export function instantOf(text: string): Instant {
  return new Date(text).toISOString();
}

export function auditEntryOf(row: EventRow): AuditEntry {
  const { hash, onBehalfOf } = row.metadata;
  return {
    position: row.position,
    id: row.id,
    stream: row.stream,
    revision: row.revision,
    type: row.type,
    actor: { id: row.actor_id, office: row.office },
    onBehalfOf: typeof onBehalfOf === 'string' ? onBehalfOf : null,
    planId: row.plan_id,
    objectiveId: row.objective_id,
    shareId: row.share_id,
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at,
    late: recordedLate(row.occurred_on, row.recorded_at),
    data: row.data,
    hash: typeof hash === 'string' ? hash : null,
  };
}
