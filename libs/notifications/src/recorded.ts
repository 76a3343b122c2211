import type { Kysely } from 'kysely';
import { streamName } from '#domain';
import type {
  ApprovalNotice,
  EventMetadata,
  Instant,
  LocalDate,
  NoticeAbout,
  ReminderEvent,
  ReminderItem,
} from '#domain';
import type { EventStore } from '#event-store';
import type { ReadTables } from '#postgres';
import type { Message } from './channels/eml.js';
import { missedIn } from './messages/missed-in.js';
import { noticeText } from './messages/notice.js';
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
  /** A person's own address; null: none is known, their office's is used. Absent: nobody has one. */
  readonly emailOf?: (person: string) => Promise<string | null>;
  /** How offices are called today. Absent: by their ids. */
  readonly namesOf?: () => Promise<(office: string) => string>;
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

/** What an office is told beside what waits for it. */
export interface NoticeToSend {
  /** Of the `reminder` stream: `<office or person>_<id of the event it is about>`. */
  readonly id: string;
  /** Empty: of a person who holds none. */
  readonly office: string;
  readonly day: LocalDate;
  readonly about: NoticeAbout;
}

export type LetterToSend = ReminderToSend | NoticeToSend;

type Sent = LetterToSend & { readonly at: Instant };

/** The message as the log records it; null: it was not sent. */
export async function recorded(id: string, { store, body }: Pick<Letters, 'store' | 'body'>): Promise<Sent | null> {
  for await (const { type, data, metadata } of store.read(streamName('reminder', body, id), { limit: 1 })) {
    // the log gives back what the rules once wrote
    const event = { type, data } as ReminderEvent | { readonly type: 'other' };
    if (event.type !== 'reminder.sent.v1' && event.type !== 'reminder.notice-given.v1') continue;
    const { recordedAt } = metadata as Pick<EventMetadata, 'recordedAt'>;
    return { id, ...event.data, at: recordedAt };
  }
  return null;
}

/** Null: there is no address to send it to any more, as its person holds no office and has none of their own. */
export async function messageOf(sent: Sent, letters: Letters): Promise<Message | null> {
  const { id, office, at } = sent;
  const { mailDomain, url, emailOf } = letters;
  const person = 'about' in sent && sent.about.kind === 'evaluation' ? sent.about.person : null;
  const own = person === null ? null : ((await emailOf?.(person)) ?? null);
  if (own === null && office === '') return null;
  const nameOf = (await letters.namesOf?.()) ?? ((one: string) => one);
  const text =
    'about' in sent
      ? noticeText({ office: nameOf(office), about: sent.about, url, isOwn: own !== null })
      : await textOf(sent, nameOf, letters);
  return { id, from: `traguardo@${mailDomain}`, to: own ?? `${office}@${mailDomain}`, date: at, ...text };
}

async function textOf(
  { office, day, items, approvals = [] }: ReminderToSend,
  nameOf: (office: string) => string,
  { db, body, url }: Letters,
) {
  const justified = approvals.filter((notice) => missedIn(notice) !== null).map(({ streamId }) => streamId);
  const objectives = [...new Set([...items.map(({ objectiveId }) => objectiveId), ...justified])];
  const words = await db
    .selectFrom('read.due')
    .select(['objective_id', 'deadline_id', 'text'])
    .distinct()
    .where('body', '=', body)
    .where((eb) => eb('objective_id', '=', eb.fn.any(eb.val(objectives))))
    .execute();
  const deadlines = new Map(words.map((row) => [`${row.objective_id} ${row.deadline_id}`, row.text]));
  const named = approvals.map((notice) => ({ ...notice, others: notice.others.map(nameOf) }));
  return reminderText({ office: nameOf(office), day, items, approvals: named, deadlines, url });
}
