import { sql, type Kysely } from 'kysely';
import { creditedFor, type Answering, type Credited, type Holding, type LocalDate } from '#domain';
import type { ReadTables } from '#postgres';

/**
 * Whose premium depends on objectives: the offices that answer for a share which is still to be paid, or whose year is not over, and
 * those that have the credit of days of one. What was removed and drafts pay nobody; of a closed plan a share may be judged anew, by
 * whoever has no days of that plan.
 */
export async function answering(db: Kysely<ReadTables>, today: LocalDate): Promise<Answering> {
  // most shares are with their areas, so that few rows tell of thousands
  const { rows } = await sql<Answered>`
    select distinct share.area_id as area, share.office, plan.horizon,
      plan.status <> 'closed' and (share.premium is null or plan.horizon >= ${today}) as is_owed,
      case when share.office = share.area_id and jsonb_array_length(share.moves -> 'holders') = 1
        then '[]'::jsonb else share.moves -> 'holders' end as holders
    from read.share join read.plan using (plan_id)
    where plan.status <> 'drafted' and jsonb_typeof(share.moves -> 'removal') = 'null'
    order by 1, 2, 3, 4, 5`.execute(db);
  const owed = rows.filter(({ is_owed }) => is_owed);
  const offices = owed.flatMap(({ area, office }) => (office === null ? [area] : [area, office]));
  const credited = rows.flatMap(({ area, holders, horizon }) => creditedFor({ areaId: area, holders }, horizon));
  return { offices: [...new Set(offices)].toSorted(), credited: eachOnce(credited) };
}

interface Answered {
  readonly area: string;
  readonly office: string | null;
  readonly horizon: LocalDate;
  readonly is_owed: boolean;
  readonly holders: readonly Holding[];
}

function eachOnce(credited: readonly Credited[]): readonly Credited[] {
  return [...new Map(credited.map((one) => [`${one.office} ${one.from} ${one.to}`, one])).values()];
}
