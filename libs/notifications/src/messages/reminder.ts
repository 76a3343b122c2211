import { daysBetween, romeDayOf, type ApprovalNotice, type LocalDate, type ReminderItem } from '#domain';
import { missedIn } from './missed-in.js';
import { english, italian, type Language } from './languages.js';

export interface ReminderText {
  readonly subject: string;
  readonly text: string;
}

export interface ReminderContent {
  readonly office: string;
  readonly day: LocalDate;
  readonly items: readonly ReminderItem[];
  /** What offices are told of time-outs. */
  readonly approvals?: readonly ApprovalNotice[];
  /** The plan's words for a deadline, by `<objectiveId> <deadlineId>`. */
  readonly deadlines: ReadonlyMap<string, string>;
  /** Where people reach the application, without a slash at the end. */
  readonly url: string;
}

/** The day's one message to an office: in Italian, the same in English below. */
export function reminderText(content: ReminderContent): ReminderText {
  const entries = distinct(content);
  return {
    subject: `Promemoria del ${italian.day(content.day)}: ${italian.count(entries.length, content.approvals?.length ?? 0)}`,
    text: [inLanguage(italian, entries, content), inLanguage(english, entries, content)].join('\n* * *\n\n'),
  };
}

interface Entry {
  readonly item: ReminderItem;
  readonly deadline: string;
  readonly link: string;
}

/** An office may answer for several shares of one objective: it reads of each occasion once. */
function distinct({ items, deadlines, url }: ReminderContent): Entry[] {
  const entries = new Map<string, Entry>();
  for (const item of items) {
    const { objectiveId, deadlineId, instance } = item;
    entries.set([objectiveId, deadlineId, instance].join(' '), {
      item,
      deadline: deadlines.get(`${objectiveId} ${deadlineId}`) ?? '',
      link: `${url}/#/objectives/${encodeURIComponent(objectiveId)}`,
    });
  }
  return [...entries.values()];
}

/** An evaluation has a page of its own, which shows its chain as well. */
function placeOf({ subject, streamId, approvalId }: ApprovalNotice): string {
  return subject === 'evaluation'
    ? `evaluations/${encodeURIComponent(streamId)}`
    : `approvals/${encodeURIComponent(approvalId)}`;
}

/** A justification says which deadline it is about. */
function deadlineLine(words: Language, notice: ApprovalNotice, { deadlines }: ReminderContent): readonly string[] {
  const missed = missedIn(notice);
  if (missed === null) return [];
  const text = deadlines.get(`${notice.streamId} ${missed.deadlineId}`) ?? '';
  return [`   ${words.deadline}: ${[words.day(missed.instance), text].filter((part) => part !== '').join(', ')}`];
}

function sinceWhen(words: Language, { until, since }: ApprovalNotice): string {
  return until === undefined ? words.since(romeDayOf(since)) : words.returned(romeDayOf(since));
}

function inLanguage(words: Language, entries: readonly Entry[], content: ReminderContent): string {
  const { office, day, approvals = [], url } = content;
  const lines = entries.map(({ item, deadline, link }, index) =>
    [
      `${index + 1}. ${item.objectiveId} ${item.title}`,
      ...(deadline === '' ? [] : [`   ${words.deadline}: ${deadline}`]),
      `   ${words.due}: ${words.day(item.dueOn)} (${words.distance(daysBetween(day, item.dueOn))})`,
      `   ${link}`,
      '',
    ].join('\n'),
  );
  const steps = approvals.map((notice, index) =>
    [
      `${index + 1}. ${words.subject(notice.subject)} ${notice.streamId}${notice.title === null ? '' : ` ${notice.title}`}`,
      ...deadlineLine(words, notice, content),
      `   ${words.step}: ${words.nameOf(notice.step)} (${sinceWhen(words, notice)})`,
      `   ${words.says[notice.says](notice.others.join(', '), notice.until === undefined ? '' : words.day(notice.until))}`,
      `   ${url}/#/${placeOf(notice)}`,
      '',
    ].join('\n'),
  );
  return [
    ...(lines.length === 0 ? [] : [words.greeting(office), '', ...lines]),
    ...(steps.length === 0 ? [] : [words.approvals(office), '', ...steps]),
    words.ending,
    '',
  ].join('\n');
}
