import type { Kysely } from 'kysely';
import type { VariationState } from '#domain';
import type { ReadTables } from '#postgres';
import type { VariationRow } from './project.js';

/** A variation with what the rules know of it. */
export interface StandingVariation {
  readonly variationId: string;
  readonly planId: string;
  readonly requestedAt: string;
  readonly state: VariationState;
  readonly revision: number;
}

export interface VariationFilters {
  readonly planId?: string | undefined;
  readonly status?: string | undefined;
}

/** Of all plans or of one, the latest first. */
export async function variationList(
  db: Kysely<ReadTables>,
  { planId, status }: VariationFilters,
): Promise<readonly StandingVariation[]> {
  let query = db.selectFrom('read.variation').selectAll();
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  if (status !== undefined) query = query.where('status', '=', status);
  const rows = await query.orderBy('requested_at', 'desc').orderBy('variation_id').execute();
  return (rows as readonly VariationRow[]).map(standing);
}

/** @returns null when there is no such variation */
export async function variationOne(db: Kysely<ReadTables>, variationId: string): Promise<StandingVariation | null> {
  const row = await db
    .selectFrom('read.variation')
    .selectAll()
    .where('variation_id', '=', variationId)
    .executeTakeFirst();
  return row === undefined ? null : standing(row as VariationRow);
}

function standing({ variation_id, plan_id, requested_at, state, revision }: VariationRow): StandingVariation {
  return { variationId: variation_id, planId: plan_id, requestedAt: requested_at, state, revision };
}
