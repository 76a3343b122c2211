import type { Kysely } from 'kysely';
import type {
  ActReference,
  Credit,
  Decimal,
  FundScope,
  Instant,
  NamedDocument,
  PremiumEntry,
  RequiredDocument,
} from '#domain';
import type { ReadTables } from '#postgres';
import { approvalId } from '../approvals/approval-id.js';
import type { PremiumRunRow } from './project.js';

export interface PremiumRun {
  readonly runId: string;
  readonly planId: string;
  readonly scope: FundScope;
  /** Euros, as the sums that follow; `total + savings + reserve = fund`. */
  readonly fund: Decimal;
  readonly total: Decimal;
  readonly savings: Decimal;
  readonly reserve: Decimal;
  readonly entries: readonly (PremiumEntry & { readonly credits: readonly Credit[] })[];
  readonly status: PremiumRunRow['status'];
  readonly act: ActReference | null;
  /** Null: it needs no approval. */
  readonly approvalId: string | null;
  readonly demanded: readonly RequiredDocument[];
  readonly documents: readonly NamedDocument[];
  readonly points: readonly string[];
  readonly revision: number;
  readonly recordedAt: Instant;
}

/** The runs of a plan, or all, the one touched last first. */
export async function premiumRuns(db: Kysely<ReadTables>, planId?: string): Promise<readonly PremiumRun[]> {
  let query = db.selectFrom('read.premium_run').selectAll();
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  const rows = await query.orderBy('recorded_at', 'desc').orderBy('run_id').execute();
  return (rows as readonly PremiumRunRow[]).map(runOf);
}

/** @returns null when there is no such run */
export async function premiumRun(db: Kysely<ReadTables>, runId: string): Promise<PremiumRun | null> {
  const row = await db.selectFrom('read.premium_run').selectAll().where('run_id', '=', runId).executeTakeFirst();
  return row === undefined ? null : runOf(row as PremiumRunRow);
}

const REF = { subject: 'premium-run', shareId: null } as const;

function runOf(row: PremiumRunRow): PremiumRun {
  return {
    runId: row.run_id,
    planId: row.plan_id,
    scope: row.scope,
    fund: row.fund,
    total: row.total,
    savings: row.savings,
    reserve: row.reserve,
    entries: row.entries.map((entry) => ({ ...entry, credits: entry.credits ?? [] })),
    status: row.status,
    act: row.act,
    approvalId: row.route === null ? null : approvalId('premium', row.run_id, REF),
    demanded: row.route?.chain.documents ?? [],
    documents: row.documents,
    points: row.points,
    revision: row.revision,
    recordedAt: row.recorded_at,
  };
}
