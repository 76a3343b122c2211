import type { Kysely } from 'kysely';
import type { LocalDate } from '#domain';
import type { DueRow, ReadTables } from '#postgres';
import { dueItemOf, type AreaDueItem } from './due-item.js';

export interface DeadlineFilters {
  readonly planId?: string;
  readonly area?: string;
  readonly office?: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Absent: all but `void` and `moved` (but for misses that were lifted), and what a share missed that was removed since. */
  readonly status?: DueRow['status'];
}

export interface Deadlines {
  readonly deadlines: readonly AreaDueItem[];
  /** There are more than were asked for. */
  readonly more: boolean;
}

/** What falls due, in order of days. */
export async function deadlines(
  db: Kysely<ReadTables>,
  { planId, area, office, from, to, status }: DeadlineFilters,
  limit: number,
): Promise<Deadlines> {
  let query = db
    .selectFrom('read.due as due')
    .innerJoin('read.share as share', (join) =>
      join.onRef('share.objective_id', '=', 'due.objective_id').onRef('share.share_id', '=', 'due.share_id'),
    )
    .selectAll('due')
    .select('share.area_id');
  if (planId !== undefined) query = query.where('share.plan_id', '=', planId);
  if (area !== undefined) query = query.where('share.area_id', '=', area);
  if (office !== undefined) query = query.where('due.office', '=', office);
  if (from !== undefined) query = query.where('due.due_on', '>=', from);
  if (to !== undefined) query = query.where('due.due_on', '<=', to);
  query =
    status === undefined
      ? query
          .where((eb) =>
            eb.or([
              eb('due.status', 'not in', ['void', 'moved']),
              eb('due.status', '=', 'moved').and('due.lifted', 'is not', null),
            ]),
          )
          .where((eb) => eb.or([eb('due.status', '<>', 'missed'), eb('share.status', '<>', 'removed')]))
      : query.where('due.status', '=', status);
  const rows = await query
    .orderBy('due.due_on')
    .orderBy('due.objective_id')
    .orderBy('due.share_id')
    .orderBy('due.deadline_id')
    .limit(limit + 1)
    .execute();
  return {
    deadlines: rows.slice(0, limit).map(({ area_id: areaId, ...row }) => ({ ...dueItemOf(row), areaId })),
    more: rows.length > limit,
  };
}
