import { daysBetween, type LocalDate, type ReminderItem } from '#domain';

export interface ReminderText {
  readonly subject: string;
  readonly text: string;
}

export interface ReminderContent {
  readonly office: string;
  readonly day: LocalDate;
  readonly items: readonly ReminderItem[];
  /** The plan's words for a deadline, by `<objectiveId> <deadlineId>`. */
  readonly deadlines: ReadonlyMap<string, string>;
  /** Where people reach the application, without a slash at the end. */
  readonly url: string;
}

/** The day's one message to an office: in Italian, the same in English below. */
export function reminderText(content: ReminderContent): ReminderText {
  const entries = distinct(content);
  return {
    subject: `Promemoria del ${italian.day(content.day)}: ${italian.count(entries.length)}`,
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

function inLanguage(words: Language, entries: readonly Entry[], { office, day }: ReminderContent): string {
  const lines = entries.map(({ item, deadline, link }, index) =>
    [
      `${index + 1}. ${item.objectiveId} ${item.title}`,
      ...(deadline === '' ? [] : [`   ${words.deadline}: ${deadline}`]),
      `   ${words.due}: ${words.day(item.dueOn)} (${words.distance(daysBetween(day, item.dueOn))})`,
      `   ${link}`,
      '',
    ].join('\n'),
  );
  return [words.greeting(office), '', ...lines, words.ending, ''].join('\n');
}

interface Language {
  greeting(office: string): string;
  count(number: number): string;
  day(day: LocalDate): string;
  /** @param days  until the day it falls due; negative when it is over */
  distance(days: number): string;
  readonly deadline: string;
  readonly due: string;
  readonly ending: string;
}

const italian: Language = {
  greeting: (office) => `Scadenze che attendono l'ufficio ${office}:`,
  count: (number) => (number === 1 ? '1 scadenza' : `${number} scadenze`),
  day: (day) => written(day, 'it-IT'),
  distance: (days) => {
    if (days < 0) return days === -1 ? 'scaduta ieri' : `scaduta da ${-days} giorni`;
    if (days === 0) return 'scade oggi';
    return days === 1 ? 'scade domani' : `scade tra ${days} giorni`;
  },
  deadline: 'Scadenza',
  due: 'Giorno',
  ending: 'Messaggio automatico di Traguardo: non rispondere. Chi ha già provveduto può ignorarlo.',
};

const english: Language = {
  greeting: (office) => `Deadlines that wait for office ${office}:`,
  count: (number) => (number === 1 ? '1 deadline' : `${number} deadlines`),
  day: (day) => written(day, 'en-GB'),
  distance: (days) => {
    if (days < 0) return days === -1 ? 'it was due yesterday' : `it was due ${-days} days ago`;
    if (days === 0) return 'due today';
    return days === 1 ? 'due tomorrow' : `due in ${days} days`;
  },
  deadline: 'Deadline',
  due: 'Day',
  ending: 'Automatic message of Traguardo: please do not answer. If it is already done, ignore it.',
};

function written(day: LocalDate, locale: string): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(`${day}T00:00:00.000Z`));
}
