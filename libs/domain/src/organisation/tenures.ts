import { requireAct } from '../act.js';
import { requireDate } from '../calendar/civil.js';
import { Refused } from '../refused.js';
import { requireText, requireUnique } from '../text.js';
import type { LocalDate } from '../values.js';
import { asOfFunctions, both, isDuring, overlap, requireCompatible, requireOneSide, rolesAt } from './compatible.js';
import { requireOthersJudges, type Writing } from './judges-own.js';
import type { OrganisationCommand, OrganisationEvent } from './messages.js';
import { tenuresOf, type OwnOffice } from './own-office.js';
import { isOfControl } from './of-control.js';
import { requireKnownRoles } from './roles.js';
import type { KnownStaff } from './staff-on.js';
import type { Tenure } from './staff.js';
import type { OrganisationState } from './state.js';

type CommandOf<T extends OrganisationCommand['type']> = Extract<OrganisationCommand, { readonly type: T }>;

/**
 * Nobody writes by their own word that they hold an office or who judges: those cite the act that says so.
 *
 * @throws Refused `organisation/act-missing`, `organisation/judges-own`, `organisation/already-holds`, `organisation/incompatible`, `organisation/unknown-role`,
 * `act/dated-in-future`, `value/…`
 */
export function take(command: CommandOf<'organisation.take-office'>, state: OrganisationState): OrganisationEvent[] {
  const { tenureId, person, office, roles, from, to, act, at } = command;
  requireText(tenureId, 'tenureId');
  requireText(person, 'person');
  requireText(office, 'office');
  requireKnownRoles(roles);
  requireUnique(roles, 'roles');
  requirePeriod(from, to);
  if (act !== null) requireAct(act, at, 'act/dated-in-future');
  if (state.tenures.has(tenureId)) throw new Refused('value/not-unique', { field: 'tenureId', value: tenureId });
  const others = [...state.tenures.values()].filter(
    (tenure) => tenure.person === person && overlap(tenure, { from, to }),
  );
  const same = others.find((tenure) => tenure.office === office);
  if (same !== undefined) throw alreadyHeld(same);
  requireCompatible(rolesAt({ office, roles }, command.offices), office);
  requireCompatibleIn(command, command, state);
  const alone = requireOthersJudges(command, command, state);
  requireCited(command, command);
  const taken = { tenureId, person, office, roles, from, to, act };
  return [{ type: 'organisation.office-taken.v1', data: { ...taken, ...alone } }];
}

/** Says until when an office is held; said again, another day takes its place. @throws Refused as `take` */
export function leave(command: CommandOf<'organisation.leave-office'>, state: OrganisationState): OrganisationEvent[] {
  const { tenureId, to, act, at } = command;
  const tenure = state.tenures.get(tenureId);
  if (tenure === undefined) throw new Refused('organisation/unknown-tenure', { tenure: tenureId });
  const { person, office, from } = tenure;
  requirePeriod(from, to);
  if (act !== null) requireAct(act, at, 'act/dated-in-future');
  if (tenure.to === to) throw new Refused('organisation/already-left', { office, to });
  const later = [...state.tenures].find(
    ([id, other]) =>
      id !== tenureId && other.person === person && other.office === office && overlap(other, { from, to }),
  );
  if (later !== undefined) throw alreadyHeld(later[1]);
  // an end that moves on
  const others = new Map([...state.tenures].filter(([id]) => id !== tenureId));
  requireCompatibleIn({ ...tenure, to }, command, { ...state, tenures: others });
  const alone = requireOthersJudges(tenure, command, state);
  requireCited(tenure, command);
  return [{ type: 'organisation.office-left.v1', data: { tenureId, person, office, to, act, ...alone } }];
}

/**
 * The office that an account alone gives is asked as a tenure is, for as long as it counts: until the organisation says something of
 * its person. It may be given to who acts for the other side by a delegation.
 *
 * @throws Refused `organisation/incompatible`
 */
export function requireAccountCompatible(own: OwnOffice, { organisation, accounts, offices }: KnownStaff): void {
  const told = [...organisation.tenures.values()];
  for (const counting of tenuresOf(told, [own]).slice(told.length)) {
    requireCompatibleIn(counting, { accounts, offices }, organisation);
  }
}

/**
 * What an account gives and takes away is asked as a tenure and its end are, as far as it counts.
 *
 * @param before  what it gives now; null: nothing
 * @param after  what it comes to give; null: nothing
 * @throws Refused `organisation/judges-own`
 */
export function requireAccountOfOthers(
  { before, after }: { readonly before: OwnOffice | null; readonly after: OwnOffice | null },
  writing: Writing,
  organisation: OrganisationState,
): void {
  if (before?.office === after?.office && before?.roles.toSorted().join() === after?.roles.toSorted().join()) return;
  const told = [...organisation.tenures.values()];
  for (const own of [before, after]) {
    const counts = own !== null && tenuresOf(told, [own]).length > told.length;
    if (counts) requireOthersJudges(own, writing, organisation);
  }
}

function alreadyHeld({ office, from, to, roles }: Tenure): Refused {
  const known = { ...(to !== null && { to }), ...(roles.length > 0 && { roles: roles.join(', ') }) };
  return new Refused('organisation/already-holds', { office, from, ...known });
}

/** @throws Refused `organisation/act-missing` */
export function requireCited(
  tenure: Tenure,
  { act, by, offices }: Pick<CommandOf<'organisation.leave-office'>, 'act' | 'by' | 'offices'>,
): void {
  if (act !== null) return;
  const { office } = tenure;
  if (tenure.person === by.id) throw new Refused('organisation/act-missing', { ownOffice: office });
  if (isOfControl(tenure, offices)) throw new Refused('organisation/act-missing', { judging: office });
}

/** @throws Refused `value/not-a-date`, `value/out-of-range` when it would end before it begins */
export function requirePeriod(from: LocalDate, to: LocalDate | null): void {
  requireDate(from, 'from');
  if (to === null) return;
  requireDate(to, 'to');
  if (to < from) throw new Refused('value/out-of-range', { field: 'to', value: to, min: from });
}

/** Of whoever holds the office, and of whoever acts for it or for them meanwhile. @throws Refused `organisation/incompatible` */
function requireCompatibleIn(
  { person, office, roles, from, to }: Pick<Tenure, 'person' | 'office' | 'roles' | 'from' | 'to'>,
  { accounts = [], offices }: Pick<CommandOf<'organisation.take-office'>, 'accounts' | 'offices'>,
  state: OrganisationState,
): void {
  // of the person themselves the account says nothing any more from that day on
  const ofOthers = accounts.filter((account) => account.person !== person);
  const tenures = asOfFunctions(tenuresOf([...state.tenures.values()], ofOthers), offices);
  const known = { tenures, delegations: [...state.delegations.values()] };
  const period = { from, to };
  const own = rolesAt({ office, roles }, offices);
  requireOneSide(person, own, office, period, known);
  for (const given of known.delegations) {
    if (given.office !== office || (given.holder ?? person) !== person || !isDuring(given, period)) continue;
    requireOneSide(given.to.person, own, office, both(given, period), known);
  }
}
