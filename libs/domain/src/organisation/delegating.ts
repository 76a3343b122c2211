import { requireAct } from '../act.js';
import { daysBetween, requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import type { ApprovalSubject } from '../workflow/definition.js';
import { asOfFunctions, overlap, requireOneSide, rolesBy } from './compatible.js';
import { requireOthersLend } from './judges-own.js';
import type { OrganisationCommand, OrganisationEvent } from './messages.js';
import { tenuresOf } from './own-office.js';
import { holdersOn } from './places.js';
import type { Delegation, Tenure } from './staff.js';
import type { OrganisationState } from './state.js';

type CommandOf<T extends OrganisationCommand['type']> = Extract<OrganisationCommand, { readonly type: T }>;

/** What stands longer than a year is an office, and wants its own act. */
const LONGEST_DAYS = 366;

/**
 * Whoever holds an office delegates it by themselves; for anybody else's, an act must say so. A delegate speaks for one
 * person: of several who hold an office, for the one who gave it or who is named. No mandate has effect before it was given:
 * neither before the day on which it is recorded nor, by an act, before the act's.
 *
 * @throws Refused `organisation/act-missing`, `value/before-its-fact`, `organisation/holder-missing`, `organisation/not-its-holder`,
 * `organisation/delegate-holds-it`, `organisation/already-delegated`, `organisation/delegation-too-long`,
 * `organisation/incompatible`, `organisation/judges-own`, `value/…`
 */
export function delegate(command: CommandOf<'organisation.delegate'>, state: OrganisationState): OrganisationEvent[] {
  const { delegationId, kind, office, person, from, until, subjects, act, at } = command;
  requireText(delegationId, 'delegationId');
  requireText(office, 'office');
  requireText(person, 'person');
  requireDate(from, 'from');
  requireDate(until, 'until');
  if (until < from) throw new Refused('value/out-of-range', { field: 'until', value: until, min: from });
  if (daysBetween(from, until) >= LONGEST_DAYS) {
    throw new Refused('organisation/delegation-too-long', { office, from, until, days: LONGEST_DAYS });
  }
  if (subjects?.length === 0) throw new Refused('value/text-missing', { field: 'subjects' });
  if (act !== null) requireAct(act, at, 'act/dated-in-future');
  requireNotBackwards(command);
  const held = heldOf(command, state);
  const holders = held.filter((tenure) => overlap(tenure, { from, to: until })).map((tenure) => tenure.person);
  const holder = giverOf(command, held, holders);
  if (state.delegations.has(delegationId)) {
    throw new Refused('value/not-unique', { field: 'delegationId', value: delegationId });
  }
  if (holders.includes(person) || person === holder) throw new Refused('organisation/delegate-holds-it', { office });
  const same = [...state.delegations.values()].find(
    (other) =>
      other.office === office &&
      other.to.person === person &&
      (other.holder === undefined || other.holder === holder) &&
      other.from <= other.until &&
      overlap({ from: other.from, to: other.until }, { from, to: until }) &&
      shareMatters(other.subjects, subjects),
  );
  if (same !== undefined) {
    throw new Refused('organisation/already-delegated', { office, from: same.from, until: same.until });
  }
  requireCompatibleWith({ kind, office, holder, person, from, until }, command, state);
  const alone = requireOthersLend({ kind, office, holder }, command, state);
  const given = { delegationId, kind, office, holder, person, from, until, subjects, act };
  // act or no act, whoever received it had no part in it
  const byOthers = person !== command.by.id && ({ takenUp: false } as const);
  return [{ type: 'organisation.delegated.v1', data: { ...given, ...byOthers, ...alone } }];
}

function requireNotBackwards({ office, from, act, at }: CommandOf<'organisation.delegate'>): void {
  const date = act?.date ?? null;
  if (date === null) {
    if (from < romeDayOf(at)) throw new Refused('organisation/act-missing', { office, from });
  } else if (from < date) {
    throw new Refused('value/before-its-fact', { field: 'from', needs: 'act', value: from, min: date });
  }
}

/** @throws Refused `organisation/incompatible` when somebody would speak for both sides */
function requireCompatibleWith(
  given: Pick<Delegation, 'kind' | 'office' | 'from' | 'until'> & { holder: string | null; person: string },
  { accounts = [], offices }: Pick<CommandOf<'organisation.delegate'>, 'accounts' | 'offices'>,
  state: OrganisationState,
): void {
  const tenures = asOfFunctions(tenuresOf([...state.tenures.values()], accounts), offices);
  const known = { tenures, delegations: [...state.delegations.values()] };
  const period = { from: given.from, to: given.until };
  requireOneSide(given.person, rolesBy(given, period, known), given.office, period, known);
}

/** Null: all matters. */
function shareMatters(some: Delegation['subjects'], others: readonly ApprovalSubject[] | null): boolean {
  return some === null || others === null || some.some((subject) => others.includes(subject));
}

/** Who holds the office, and when. */
function heldOf({ office, accounts = [] }: CommandOf<'organisation.delegate'>, state: OrganisationState) {
  return tenuresOf([...state.tenures.values()], accounts).filter((tenure) => tenure.office === office);
}

/** In whose place it is; null: nobody holds the office on its first day. */
function giverOf(
  { office, holder, from, act, by }: CommandOf<'organisation.delegate'>,
  held: readonly Tenure[],
  holders: readonly string[],
): string | null {
  if (by.office === office && (holder === undefined || holder === by.id)) return by.id;
  if (act === null) throw new Refused('organisation/act-missing', { office });
  if (holder !== undefined) {
    if (!holders.includes(holder)) throw new Refused('organisation/not-its-holder', { office });
    return holder;
  }
  const [first = null, ...others] = holdersOn(held, office, from);
  if (others.length > 0) throw new Refused('organisation/holder-missing', { office });
  return first;
}

/** Somebody has acted by it: from now on they are no more independent of who gave it. Said once. */
export function takeUp(
  { delegationId }: CommandOf<'organisation.take-up-delegation'>,
  state: OrganisationState,
): OrganisationEvent[] {
  const delegation = state.delegations.get(delegationId);
  if (delegation === undefined) throw new Refused('organisation/unknown-delegation', { delegation: delegationId });
  if (delegation.takenUp !== false) return [];
  const { office, to } = delegation;
  return [{ type: 'organisation.delegation-taken-up.v1', data: { delegationId, office, person: to.person } }];
}

/** By who gave it or whom it went to, or whoever else may. @throws Refused `organisation/judges-own`, … */
export function revoke(
  command: CommandOf<'organisation.revoke-delegation'>,
  state: OrganisationState,
): OrganisationEvent[] {
  const { delegationId, reason, by, at } = command;
  requireText(reason, 'reason');
  const delegation = state.delegations.get(delegationId);
  if (delegation === undefined) throw new Refused('organisation/unknown-delegation', { delegation: delegationId });
  const on = romeDayOf(at);
  const { office, until, to } = delegation;
  if (until < on) throw new Refused('organisation/delegation-over', { office, until });
  // whoever gives up what they received bars nobody else
  const alone = to.person === by.id ? {} : requireOthersLend(delegation, command, state);
  return [
    {
      type: 'organisation.delegation-revoked.v1',
      data: { delegationId, office, person: to.person, on, reason, ...alone },
    },
  ];
}
