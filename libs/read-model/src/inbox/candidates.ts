import { sql, type Kysely } from 'kysely';
import type { ReadTables } from '#postgres';
import type { AwaitedApproval } from '../approvals/query.js';
import { objectiveRows } from '../objectives/load.js';
import type { ObjectiveRow, ShareRow } from '../objectives/tables.js';
import type { Reader } from './reader.js';

/** The shares that could wait for the reader. */
export async function candidates(
  db: Kysely<ReadTables>,
  { by: { office }, roles, actions }: Reader,
  awaited: readonly AwaitedApproval[],
) {
  const ofShares = awaited.filter(({ kind, share_id }) => kind === 'objective' && share_id !== null);
  const shares = await db
    .selectFrom('read.share')
    .innerJoin('read.objective', 'read.objective.objective_id', 'read.share.objective_id')
    .innerJoin('read.plan', 'read.plan.plan_id', 'read.share.plan_id')
    .selectAll('read.share')
    .where('read.objective.status', '<>', 'closed')
    .where((eb) =>
      eb.or([
        eb('read.share.office', '=', office),
        sql<boolean>`(read.share.objective_id, read.share.share_id) in (select * from unnest(
          ${ofShares.map(({ stream_id }) => stream_id)}::text[], ${ofShares.map(({ share_id }) => share_id)}::text[]))`,
        ...(actions.includes('objective.assign')
          ? [eb('read.share.office', 'is', null).and('read.plan.status', '=', 'in-force')]
          : []),
        ...(actions.includes('objective.suspend') ? [eb('read.share.status', '=', 'suspended')] : []),
        eb.exists(
          eb
            .selectFrom('read.due')
            .select('read.due.share_id')
            .whereRef('read.due.objective_id', '=', 'read.share.objective_id')
            .whereRef('read.due.share_id', '=', 'read.share.share_id')
            .where('read.due.justification', '=', 'submitted')
            // of a time when a justification set out with its first step
            .where('read.due.weighing', 'is', null)
            .where((due) => due.val(roles.includes('segretario'))),
        ),
        ...(actions.includes('premium.compute')
          ? [sql<boolean>`jsonb_typeof(${sql.ref('read.share.moves')} -> 'adjusting') = 'object'`]
          : []),
        ...(actions.includes('objective.score') ? [eb('read.share.status', '=', 'rendicontazione-approved')] : []),
      ]),
    )
    .execute();
  const ids = [...new Set(shares.map(({ objective_id }) => objective_id))];
  const objectives =
    ids.length === 0
      ? []
      : await objectiveRows(db).where('read.objective.objective_id', 'in', ids).orderBy('sort').execute();
  return { objectives: objectives as readonly ObjectiveRow[], shares: shares as readonly ShareRow[] };
}
