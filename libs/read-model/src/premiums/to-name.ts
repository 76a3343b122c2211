import type { Kysely } from 'kysely';
import type { FundScope, PremiumEntry } from '#domain';
import type { ReadTables } from '#postgres';

/** What a run is called by. */
export interface RunToName {
  readonly runId: string;
  readonly planId: string;
  readonly scope: FundScope;
  readonly settles: string | null;
  /** Of a run that puts a payment right, its objective; null: of no such run. */
  readonly adjusted: string | null;
}

/** Those of these runs that there are. */
export async function premiumRunsToName(
  db: Kysely<ReadTables>,
  runIds: readonly string[],
): Promise<readonly RunToName[]> {
  if (runIds.length === 0) return [];
  const rows = await db
    .selectFrom('read.premium_run')
    .select(['run_id', 'plan_id', 'scope', 'settles', 'adjusts', 'entries'])
    .where('run_id', 'in', runIds)
    .execute();
  return rows.map(({ run_id: runId, plan_id: planId, scope, settles, adjusts, entries }) => {
    const [entry] = entries as readonly PremiumEntry[];
    return {
      runId,
      planId,
      scope: scope as FundScope,
      settles,
      adjusted: adjusts === null ? null : (entry?.objectiveId ?? planId),
    };
  });
}
