import type { AccountEvent } from '../account/account.js';
import { addDays } from '../calendar/civil.js';
import type { LocalDate } from '../values.js';
import type { Tenure } from './staff.js';

/** What an account alone says of its person: the office it was given, from the day it was made. */
export interface OwnOffice {
  readonly person: string;
  readonly office: string;
  readonly roles: readonly string[];
  readonly from: LocalDate;
  /** Last day; null while it lasts. Before the first day: none of it. */
  readonly to: LocalDate | null;
}

/** The offices that one account gave its person, oldest first, after an event of its stream. */
export function withAccountEvent(
  own: readonly OwnOffice[],
  event: AccountEvent,
  person: string,
  day: LocalDate,
): readonly OwnOffice[] {
  const last = own.at(-1);
  switch (event.type) {
    case 'account.created.v1':
    case 'account.changed.v1': {
      const { office, roles } = event.data;
      // of an account that is not in use the change is in force once it is enabled
      if (last !== undefined && last.to !== null)
        return [...own, { person, office, roles, from: addDays(day, 1), to: day }];
      const told = 'from' in event.data ? event.data.from : undefined;
      // who is to hold it only later does not hold it sooner because their address was corrected
      const from = later(told ?? (last?.office === office ? last.from : day), day);
      return [...ended(own, day), { person, office, roles, from, to: null }];
    }
    case 'account.disabled.v1':
      return last === undefined || last.to !== null ? own : [...own.slice(0, -1), { ...last, to: addDays(day, -1) }];
    case 'account.enabled.v1': {
      if (last === undefined || last.to === null) return own;
      const changedWhileOut = last.from === addDays(last.to, 1);
      return [...own, { ...last, from: changedWhileOut ? day : later(last.from, day), to: null }];
    }
    default:
      return own;
  }
}

/**
 * Who holds what by the organisation and by the accounts together: an account's own office is a tenure until the first
 * day of which the organisation says something about its person.
 */
export function tenuresOf(told: readonly Tenure[], accounts: readonly OwnOffice[]): readonly Tenure[] {
  const firstDay = new Map<string, LocalDate>();
  for (const { person, from } of told) {
    const before = firstDay.get(person);
    if (before === undefined || from < before) firstDay.set(person, from);
  }
  const seen = new Set<string>();
  const own = accounts.flatMap((account): readonly Tenure[] => {
    const isFirst = !seen.has(account.person);
    seen.add(account.person);
    const first = firstDay.get(account.person);
    const end = first === undefined ? null : addDays(first, -1);
    const to = end !== null && (account.to === null || end < account.to) ? end : account.to;
    return to !== null && to < account.from ? [] : [{ ...account, to, act: null, ...(isFirst && { byAccount: true }) }];
  });
  return [...told, ...own];
}

function ended(own: readonly OwnOffice[], day: LocalDate): readonly OwnOffice[] {
  const last = own.at(-1);
  return last === undefined ? own : [...own.slice(0, -1), { ...last, to: addDays(day, -1) }];
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}
