import { sql, type Kysely } from 'kysely';
import type { ApprovalNotice, LocalDate, NoticeAbout, ReminderItem } from '#domain';
import type { ReadTables } from '#postgres';
import type { NoticeRow, ReminderRow } from '../reminders/project.js';

export interface ReceivedReminder {
  readonly reminderId: string;
  readonly day: LocalDate;
  /** With what is due, in the words of the plan; empty: it says no more. */
  readonly items: readonly (ReminderItem & { readonly text: string })[];
  /** Of steps that nobody took in time. */
  readonly approvals: readonly ApprovalNotice[];
}

export interface ReceivedNotice {
  readonly noticeId: string;
  readonly day: LocalDate;
  readonly about: NoticeAbout;
}

const MESSAGES = 30;

/** What an office was reminded of, the latest first. */
export async function remindersTo(db: Kysely<ReadTables>, office: string): Promise<readonly ReceivedReminder[]> {
  const rows = await db
    .selectFrom('read.reminder')
    .selectAll()
    .where('office', '=', office)
    .orderBy('day', 'desc')
    .limit(MESSAGES)
    .execute();
  const sent = rows as readonly ReminderRow[];
  const textOf = await deadlineTexts(db, [
    ...new Set(sent.flatMap(({ items }) => items.map((one) => one.objectiveId))),
  ]);
  return sent.map(({ id, day, items, approvals }) => ({
    reminderId: id,
    day,
    items: items.map((item) => ({ ...item, text: textOf(item) })),
    approvals,
  }));
}

async function deadlineTexts(db: Kysely<ReadTables>, objectives: readonly string[]) {
  const rows =
    objectives.length === 0
      ? []
      : await db
          .selectFrom('read.due')
          .select(['objective_id', 'deadline_id', 'text'])
          .distinct()
          .where('objective_id', 'in', objectives)
          .execute();
  const texts = new Map(rows.map((row) => [`${row.objective_id} ${row.deadline_id}`, row.text]));
  return ({ objectiveId, deadlineId }: ReminderItem) => texts.get(`${objectiveId} ${deadlineId}`) ?? '';
}

/** What was decided, the latest first. What is told of a person is told to nobody else of their office. */
export async function noticesTo(
  db: Kysely<ReadTables>,
  office: string,
  account: string,
): Promise<readonly ReceivedNotice[]> {
  const rows = await db
    .selectFrom('read.notice')
    .selectAll()
    .where(
      sql<boolean>`case about ->> 'kind' when 'evaluation' then about ->> 'person' = ${account} else office = ${office} end`,
    )
    .orderBy('day', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(MESSAGES)
    .execute();
  return (rows as readonly NoticeRow[]).map(({ id, day, about }) => ({ noticeId: id, day, about }));
}
