import type { Kysely } from 'kysely';
import { streamName } from '#domain';
import type { ApprovalNotice, EventMetadata, Instant, LocalDate, ReminderEvent, ReminderItem } from '#domain';
import type { EventStore } from '#event-store';
import type { ReadTables } from '#postgres';
import type { Message } from './channels/eml.js';
import { reminderText } from './messages/reminder.js';

/** What messages to offices are made of, and where they go. */
export interface Letters {
  readonly db: Kysely<ReadTables>;
  readonly store: EventStore;
  readonly body: string;
  /** Folder of the messages. */
  readonly mail: string;
  /** What addresses end in; offices have no others. */
  readonly mailDomain: string;
  /** Where people reach the application, without a slash at the end. */
  readonly url: string;
}

export interface ReminderToSend {
  /** Of the `reminder` stream: `<office>_<day>`. */
  readonly id: string;
  readonly office: string;
  readonly day: LocalDate;
  readonly items: readonly ReminderItem[];
  readonly approvals?: readonly ApprovalNotice[];
}

interface Sent extends ReminderToSend {
  readonly at: Instant;
}

/** The message as the log records it; null: it was not sent. */
export async function recorded(id: string, { store, body }: Pick<Letters, 'store' | 'body'>): Promise<Sent | null> {
  for await (const { type, data, metadata } of store.read(streamName('reminder', body, id), { limit: 1 })) {
    // the log gives back what the rules once wrote
    const event = { type, data } as ReminderEvent | { readonly type: 'other' };
    if (event.type !== 'reminder.sent.v1') continue;
    const { recordedAt } = metadata as Pick<EventMetadata, 'recordedAt'>;
    return { id, ...event.data, at: recordedAt };
  }
  return null;
}

export async function messageOf(
  { id, office, day, items, approvals = [], at }: Sent,
  { db, body, mailDomain, url }: Letters,
): Promise<Message> {
  const objectives = [...new Set(items.map(({ objectiveId }) => objectiveId))];
  const words = await db
    .selectFrom('read.due')
    .select(['objective_id', 'deadline_id', 'text'])
    .distinct()
    .where('body', '=', body)
    .where((eb) => eb('objective_id', '=', eb.fn.any(eb.val(objectives))))
    .execute();
  const deadlines = new Map(words.map((row) => [`${row.objective_id} ${row.deadline_id}`, row.text]));
  return {
    id,
    from: `traguardo@${mailDomain}`,
    to: `${office}@${mailDomain}`,
    date: at,
    ...reminderText({ office, day, items, approvals, deadlines, url }),
  };
}
