import type { Kysely } from 'kysely';
import type { UnderWay } from '#domain';
import type { ReadTables } from '#postgres';
import type { ApprovalRow } from './tables.js';

/** Every approval that is open, with its parties of today; an evaluation of a person has no name, which is not for everybody. */
export async function approvalsUnderWay(db: Kysely<ReadTables>): Promise<readonly UnderWay[]> {
  const rows = (await db
    .selectFrom('read.approval')
    .select(['kind', 'stream_id', 'title', 'approval'])
    .where('status', '=', 'open')
    .orderBy('waits_since')
    .orderBy('approval_id')
    .execute()) as readonly Pick<ApprovalRow, 'kind' | 'stream_id' | 'title' | 'approval'>[]; // as the projection put it
  return rows.map(({ kind, stream_id, title, approval }) => ({
    name: kind === 'evaluation' ? null : (title ?? stream_id),
    approval,
  }));
}
