import { sql, type Kysely } from 'kysely';
import type { LocalDate, ReminderItem } from '#domain';
import type { ReadTables } from '#postgres';

/** Says of an item of a message that somebody asked for it, where others name a step of the ladder. */
const ASKED = 'asked';

/** What an office has yet to answer for some of its shares, removed ones aside: all that it missed, and of each deadline the next. */
export async function pendingOf(
  db: Kysely<ReadTables>,
  office: string,
  shares: readonly { readonly objectiveId: string; readonly shareId: string }[],
): Promise<readonly ReminderItem[]> {
  const { rows } = await sql<{
    objective_id: string;
    share_id: string;
    deadline_id: string;
    instance: LocalDate;
    due_on: LocalDate;
    title: string;
  }>`
    select objective_id, share_id, deadline_id, instance, due_on, title from (
      select due.*, row_number() over (partition by objective_id, share_id, deadline_id, due.status order by due_on) as place
      from read.due join read.share using (objective_id, share_id)
      where share.status <> 'removed' and due.office = ${office} and due.status in ('open', 'missed')
        and (objective_id, share_id) in (
          select * from unnest(
            ${shares.map(({ objectiveId }) => objectiveId)}::text[],
            ${shares.map(({ shareId }) => shareId)}::text[]))
    ) as pending
    where status = 'missed' or place = 1
    order by due_on, objective_id, share_id, deadline_id, instance`.execute(db);
  return rows.map((row) => ({
    objectiveId: row.objective_id,
    shareId: row.share_id,
    deadlineId: row.deadline_id,
    instance: row.instance,
    step: ASKED,
    dueOn: row.due_on,
    title: row.title,
  }));
}
