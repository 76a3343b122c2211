import { addDays, addWorkingDays, remindersOf, romeDayOf, romeMidnightAfter, rungsAhead } from '#domain';
import type { Approval, ApprovalNotice, Instant, LocalDate, MonthDay, Reminder, ReminderItem } from '#domain';
import {
  endingAlarmId,
  missedAlarmId,
  reminderAlarmId,
  reminderId,
  restAlarmId,
  rungAlarmId,
  termAlarmId,
  type Alarm,
} from './alarm.js';
import type { DueNotice } from './due-notice.js';
import { isWorthTelling, toldFrom } from './return-term.js';

/** A row of the due table: one occasion on which one share's deadline falls due. */
export interface DueInstance {
  readonly objectiveId: string;
  readonly shareId: string;
  readonly deadlineId: string;
  readonly instance: LocalDate;
  readonly every: 'week' | 'month' | null;
  readonly dueOn: LocalDate;
  /** From then on it is missed if nobody answered. */
  readonly missedAt: Instant;
  /** Null: nobody to remind. */
  readonly office: string | null;
  /** Of the objective. */
  readonly title: string;
  /** The plan's words for the deadline. */
  readonly text: string;
  readonly status: 'open' | 'met' | 'missed' | 'late' | 'void' | 'moved';
  /** Work rests until `missedAt`: nobody is reminded meanwhile. */
  readonly frozen: boolean;
  /** Reminders begin once the office took note of its share. */
  readonly acknowledgement: 'unasked' | 'awaited' | 'given';
}

/** An approval whose step has a time-out ahead. */
export interface TimedApproval {
  readonly approvalId: string;
  readonly approval: Approval;
}

/** A person's evaluation of which a term runs. */
export interface RunningTerm {
  readonly evaluationId: string;
  /** Its last day. */
  readonly until: LocalDate;
}

/** A share on which work rests. */
export interface RestingShare {
  readonly objectiveId: string;
  readonly shareId: string;
  /** The last day of its rest, as it stands. */
  readonly until: LocalDate;
}

/** What the read model says at one position of the log. */
export interface DueTable {
  readonly instances: readonly DueInstance[];
  readonly timed: readonly TimedApproval[];
  readonly terms: readonly RunningTerm[];
  /** Those that the person has not used, and is to be reminded of. */
  readonly unused: readonly RunningTerm[];
  readonly resting: readonly RestingShare[];
  readonly notices: readonly DueNotice[];
  /** Steps of the ladder that a message has spoken of, as `stepKey` names them. */
  readonly reminded: ReadonlySet<string>;
  /** Ids of the messages that are recorded as sent, `<office>_<day>`. */
  readonly sent: ReadonlySet<string>;
  /** The body's own holiday, which no ladder counts as a working day. */
  readonly patronDay: MonthDay | null;
}

type StepRef = Pick<ReminderItem, 'objectiveId' | 'shareId' | 'deadlineId' | 'instance' | 'step'>;

export function stepKey({ objectiveId, shareId, deadlineId, instance, step }: StepRef): string {
  return [objectiveId, shareId, deadlineId, instance, step].join(' ');
}

/** Messages leave at 08:00 in Rome. Counted back from the next midnight: clocks change between 02:00 and 03:00. */
export function reminderHour(day: LocalDate): Instant {
  return new Date(Date.parse(romeMidnightAfter(day)) - 16 * 3_600_000).toISOString();
}

/**
 * The alarms that the due table asks for: one for each unanswered instance, one for the end of each rest, one for the next
 * time-out of each step that waits, one for each term of an evaluation that runs and one before it ends, one for each
 * office and day on which a step of the ladder comes or something is to be told. An alarm that should have rung already is
 * in the list with its own, past instant; steps that come too late for the day's message go into the next day's.
 *
 * @returns in the order of ringing, then of ids
 */
export function planAlarms(table: DueTable, now: Instant): Alarm[] {
  const today = romeDayOf(now);
  const alarms = new Map<string, Alarm>();
  for (const instance of table.instances) {
    if (instance.status === 'open') {
      const { objectiveId, missedAt } = instance;
      const id = missedAlarmId(instance);
      alarms.set(id, { id, kind: 'missed', objectiveId, ringsAt: missedAt });
    }
    if (instance.office === null || !isReminded(instance)) continue;
    for (const day of reminderDays(instance, instance.office, table, now, today)) {
      const { office } = instance;
      const id = reminderAlarmId(office, day);
      alarms.set(id, { id, kind: 'reminder', office, day, ringsAt: reminderHour(day) });
    }
  }
  const others = [...restAlarms(table), ...rungAlarms(table), ...table.terms.map(termAlarm), ...endingAlarms(table)];
  for (const alarm of others) alarms.set(alarm.id, alarm);
  for (const notice of table.notices.filter((one) => isWorthTelling(one, table.patronDay, today))) {
    const { office } = notice;
    const from = toldFrom(notice, table.patronDay);
    const next = table.sent.has(reminderId(office, today)) ? addDays(today, 1) : today;
    const day = from > next ? from : next;
    const id = reminderAlarmId(office, day);
    alarms.set(id, { id, kind: 'reminder', office, day, ringsAt: reminderHour(day) });
  }
  return [...alarms.values()].toSorted(byInstantThenId);
}

/** Work goes on by itself on the day after the last one of its rest, whether anything falls due then or not. */
export function restAlarms({ resting }: Pick<DueTable, 'resting'>): readonly Alarm[] {
  return resting.map(({ objectiveId, shareId, until }) => {
    const id = restAlarmId(objectiveId, shareId, until);
    return { id, kind: 'missed', objectiveId, ringsAt: romeMidnightAfter(until) };
  });
}

/** The next time-out of each step, as its day begins: the term is over with its last day. */
export function rungAlarms({ timed, patronDay }: Pick<DueTable, 'timed' | 'patronDay'>): readonly Alarm[] {
  return timed.flatMap(({ approvalId, approval }): readonly Alarm[] => {
    const [next] = rungsAhead(approval, { patronDay });
    const { since } = approval.opening;
    if (next === undefined || since === null) return [];
    const ringsAt = romeMidnightAfter(addDays(next.on, -1));
    return [{ id: rungAlarmId(approvalId, since, next.rung), kind: 'rung', approvalId, ringsAt }];
  });
}

/** As the day after its last one begins. */
export function termAlarm({ evaluationId, until }: RunningTerm): Alarm {
  const id = termAlarmId(evaluationId, until);
  return { id, kind: 'term', evaluationId, ringsAt: romeMidnightAfter(until) };
}

/** Working days before the last one of a term. */
const ENDING_DAYS = 2;

/** As messages leave, while there is time to answer. */
export function endingAlarms({ unused, patronDay }: Pick<DueTable, 'unused' | 'patronDay'>): readonly Alarm[] {
  return unused.map(({ evaluationId, until }) => {
    const ringsAt = reminderHour(addWorkingDays(until, -ENDING_DAYS, patronDay));
    return { id: endingAlarmId(evaluationId, until), kind: 'ending', evaluationId, ringsAt };
  });
}

/** What the message of an office says of approvals on a day. */
export function noticesFor({ notices, patronDay }: DueTable, office: string, today: LocalDate): ApprovalNotice[] {
  return notices
    .filter((notice) => notice.office === office && toldFrom(notice, patronDay) <= today)
    .filter((notice) => isWorthTelling(notice, patronDay, today))
    .map(({ office: _office, day: _day, ...notice }) => notice)
    .toSorted((a, b) => order(a.since, b.since) || order(a.approvalId, b.approvalId) || a.rung - b.rung);
}

/** What the message of an office says on a day: of each instance the last step that has come, unless it was said. */
export function reminderItems(table: DueTable, office: string, now: Instant): ReminderItem[] {
  const today = romeDayOf(now);
  const items = table.instances.flatMap((instance) => {
    if (instance.office !== office || !isReminded(instance)) return [];
    const step = currentStep(instance, table, now, today);
    const item = step && itemOf(instance, step);
    return item === undefined || table.reminded.has(stepKey(item)) ? [] : [item];
  });
  return items.toSorted((a, b) => order(a.dueOn, b.dueOn) || order(stepKey(a), stepKey(b)));
}

/** The first instant after `now` at which an alarm rings; null when none is in sight. */
export function nextAlarmAfter(table: DueTable, now: Instant): Instant | null {
  return planAlarms(table, now).find(({ ringsAt }) => ringsAt > now)?.ringsAt ?? null;
}

function isReminded({ frozen, acknowledgement }: DueInstance): boolean {
  return !frozen && acknowledgement !== 'awaited';
}

function reminderDays(
  instance: DueInstance,
  office: string,
  table: DueTable,
  now: Instant,
  today: LocalDate,
): LocalDate[] {
  const days: LocalDate[] = [];
  const current = currentStep(instance, table, now, today);
  if (current && !table.reminded.has(stepKey(itemOf(instance, current))))
    days.push(table.sent.has(reminderId(office, today)) ? addDays(today, 1) : today);
  const next = remindersOf(instance, table.patronDay).find(
    (step) => step.on > today && worthSaying(instance, step, now),
  );
  if (next) days.push(next.on);
  return days;
}

/** The last step whose day has come, if it still makes sense: earlier ones are overtaken. */
function currentStep(
  instance: DueInstance,
  { patronDay }: DueTable,
  now: Instant,
  today: LocalDate,
): Reminder | undefined {
  const step = remindersOf(instance, patronDay).findLast(({ on }) => on <= today);
  return step && worthSaying(instance, step, now) ? step : undefined;
}

/** Before the day a reminder needs an instance that can still be met; after it, one that nobody has answered. */
function worthSaying({ status, dueOn, missedAt }: DueInstance, { on }: Reminder, now: Instant): boolean {
  if (on > dueOn) return status === 'open' || status === 'missed';
  return status === 'open' && now < missedAt;
}

function itemOf({ objectiveId, shareId, deadlineId, instance, dueOn, title }: DueInstance, { step }: Reminder) {
  return { objectiveId, shareId, deadlineId, instance, step, dueOn, title };
}

function byInstantThenId(a: Alarm, b: Alarm): number {
  return order(a.ringsAt, b.ringsAt) || order(a.id, b.id);
}

/** By code unit: the same on every machine, whatever its locale. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
