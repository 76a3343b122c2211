import { addWorkingDays, type MonthDay } from '../calendar/working-days.js';
import type { LocalDate } from '../values.js';
import type { DeadlineInstance } from './deadline.js';

/** A rung of the ladder: `-5` is five working days before the due day, `+1` the working day after it. */
export interface ReminderStep {
  readonly step: string;
  readonly workingDays: number;
}

export interface Reminder {
  readonly step: string;
  readonly on: LocalDate;
}

/** The last step says that the deadline was missed; it is for instances that are still unanswered then. */
export const reminderLadder: readonly ReminderStep[] = [
  { step: '-5', workingDays: -5 },
  { step: '-1', workingDays: -1 },
  { step: '+1', workingDays: 1 },
];

/** Five working days before a week's end lie in the week before: a weekly report gets one reminder. */
export const weeklyReminderLadder: readonly ReminderStep[] = [{ step: '-1', workingDays: -1 }];

/**
 * When to remind of an instance, in order of time. Of steps that fall on one day the last stays.
 *
 * @param patronDay  the municipality's own holiday, `MM-DD`
 */
export function remindersOf(
  instance: Pick<DeadlineInstance, 'dueOn' | 'every'>,
  patronDay: MonthDay | null = null,
  ladder: readonly ReminderStep[] = instance.every === 'week' ? weeklyReminderLadder : reminderLadder,
): readonly Reminder[] {
  const rungs = ladder.toSorted((a, b) => a.workingDays - b.workingDays);
  const byDay = new Map<LocalDate, Reminder>();
  for (const { step, workingDays } of rungs) {
    const on = addWorkingDays(instance.dueOn, workingDays, patronDay);
    byDay.set(on, { step, on });
  }
  return [...byDay.values()];
}
