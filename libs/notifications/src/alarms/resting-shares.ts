import type { Kysely } from 'kysely';
import { lastDayOf, type ShareMoves } from '#domain';
import type { ReadTables } from '#postgres';
import type { RestingShare } from './plan.js';

/**
 * The shares on which work rests.
 *
 * @param objectiveId  only those of this objective
 */
export async function restingShares(db: Kysely<ReadTables>, objectiveId?: string): Promise<readonly RestingShare[]> {
  const rows = await db
    .selectFrom('read.share')
    .select(['objective_id as objectiveId', 'share_id as shareId', 'moves'])
    .where('status', '=', 'suspended')
    .$if(objectiveId !== undefined, (query) => query.where('objective_id', '=', objectiveId ?? ''))
    .execute();
  return rows.flatMap(({ moves, ...share }) => {
    const { suspension } = moves as ShareMoves; // as the projection put it
    return suspension === null ? [] : [{ ...share, until: lastDayOf(suspension) }];
  });
}
