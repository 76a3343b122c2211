import { addDays, daysBetween } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { dayTold } from '../order/in-order.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import { yearOf } from './beginning.js';
import type { ObjectiveCommandOf } from './messages.js';
import type { DaysTaken } from './lifecycle-messages.js';
import { holderBefore } from './moves.js';
import type { ObjectiveState, ShareState } from './state.js';

type Assign = ObjectiveCommandOf<'objective.assign'>;

/** The first day of whoever is given a share: as told, else the day on which it happened, in the plan's time. */
export function assignedFrom(command: Assign, { planId, horizon }: ObjectiveState): LocalDate {
  if (command.from !== undefined) return command.from;
  const today = romeDayOf(command.at);
  const on = dayTold(command, command.on)?.on ?? today;
  const begins: LocalDate = `${yearOf(planId, horizon) ?? ''}-01-01`;
  return on >= begins ? on : begins < today ? begins : today;
}

/**
 * The days of the plan's year that a first day before today takes from whoever had the share: its office, or, where the first
 * day of its office is put right, the one before. Null: none.
 */
export function daysTaken(command: Assign, state: ObjectiveState): DaysTaken | null {
  const share = state.shares.find(({ shareId }) => shareId === command.shareId);
  const loses = share && losing(share, command.office);
  if (share === undefined || loses == null || state.horizon === null) return null;
  const begins: LocalDate = `${state.horizon.slice(0, 4)}-01-01`;
  const told = assignedFrom(command, state);
  const [first, last] = [loses.from ?? begins, loses.to ?? addDays(romeDayOf(command.at), -1)];
  const from = [told, first, begins].reduce((one, other) => (one > other ? one : other));
  const until = last < state.horizon ? last : state.horizon;
  const days = daysBetween(from, until) + 1;
  return days > 0 ? { office: loses.office, to: command.office, from, until, days } : null;
}

/**
 * Whose days are taken is paid less: it is said why, or the act of that day or before says so; and what somebody did as the
 * office that has the share is undone by an act alone.
 *
 * @throws Refused `objective/worked-since`, `objective/days-without-reason`
 */
export function requireExplained(command: Assign, state: ObjectiveState, share: ShareState, from: LocalDate): void {
  const { act = null, reason = '', by } = command;
  const taken = daysTaken(command, state);
  if (taken === null || by.id === 'system') return;
  const { office: former, to: later, days } = taken;
  const facts = { share: share.shareId, former, later, value: from };
  const worked = act === null ? lastWorkOf(share, command.office, state) : null;
  if (worked !== null && from <= worked) {
    throw new Refused('objective/worked-since', { ...facts, field: 'from', since: worked, min: addDays(worked, 1) });
  }
  const isByAct = act !== null && act.date !== null && act.date <= from;
  if (isByAct || reason.trim() !== '') return;
  throw new Refused('objective/days-without-reason', { ...facts, field: 'reason', days });
}

/** Who has the share; where that office is given it again, who had it before. */
function losing(share: ShareState, office: string) {
  return share.office === office ? holderBefore(share.holders) : (share.holders.at(-1) ?? null);
}

/** The last day on which whoever loses days did something as the office that had it; null: nothing that is known. */
function lastWorkOf(share: ShareState, office: string, { days = {} }: ObjectiveState): LocalDate | null {
  const loses = losing(share, office);
  if (loses === null) return null;
  const at = share.holders.indexOf(loses);
  const [first, next] = [share.reportsBefore?.[at], share.reportsBefore?.[at + 1]];
  const told = share.progress.slice(first, next).map(({ occurredOn }) => occurredOn);
  const formal = days[worksOf(share, at)];
  return [...told, ...(formal === undefined ? [] : [formal])].reduce<LocalDate | null>(
    (last, on) => (last === null || on > last ? on : last),
    null,
  );
}

/** Under which name the last day of acknowledgement, late fulfilment, reason or report is kept, for each who had the share. */
export function worksOf(
  { shareId, holders }: Pick<ShareState, 'shareId' | 'holders'>,
  at = holders.length - 1,
): string {
  return `worked/${shareId}/${at}`;
}
