import type { Kysely } from 'kysely';
import type { UnderWay } from '#domain';
import type { ReadTables } from '#postgres';
import type { ApprovalRow } from './tables.js';

/** Every approval that is open, and every report that waits for its degree alone, with its parties of today; an evaluation of a person has no name, which is not for everybody. */
export async function approvalsUnderWay(db: Kysely<ReadTables>): Promise<readonly UnderWay[]> {
  const rows = (await db
    .selectFrom('read.approval')
    .select(['kind', 'stream_id', 'title', 'approval', 'status'])
    .where((eb) =>
      eb.or([
        eb('status', '=', 'open'),
        eb.and([
          eb('subject', '=', 'rendicontazione'),
          eb('status', '=', 'approved'),
          eb.exists(
            eb
              .selectFrom('read.share as share')
              .select('share.share_id')
              .whereRef('share.objective_id', '=', 'read.approval.stream_id')
              .whereRef('share.share_id', '=', 'read.approval.share_id')
              .where('share.status', '=', 'rendicontazione-approved'),
          ),
        ]),
      ]),
    )
    .orderBy('waits_since')
    .orderBy('approval_id')
    .execute()) as readonly Pick<ApprovalRow, 'kind' | 'stream_id' | 'title' | 'approval' | 'status'>[]; // as the projection put it
  return rows.map(({ kind, stream_id, title, approval, status }) => ({
    name: kind === 'evaluation' ? null : (title ?? stream_id),
    approval,
    ...(status === 'approved' && { toScore: true as const }),
  }));
}
