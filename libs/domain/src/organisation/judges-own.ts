import type { Approval } from '../approval/approval.js';
import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import type { SeparationRule } from '../separation/rules.js';
import { barredBy } from '../separation/seats.js';
import type { Actor, Instant } from '../values.js';
import type { Participant, StepDefinition } from '../workflow/chain-definition.js';
import type { OfficeDefinition } from '../workflow/definition.js';
import { holdersOf, officesOf } from './acting.js';
import type { Alone, Controls, UnderWay } from './controls.js';
import type { OwnOffice } from './own-office.js';
import type { Delegation, Staff, Tenure } from './staff.js';
import { staffOn } from './staff-on.js';
import type { OrganisationState } from './state.js';

/** What the organisation does not know of itself, and who writes when. */
export interface Writing {
  readonly by: Actor;
  readonly at: Instant;
  readonly controls?: Controls | undefined;
  readonly accounts?: readonly OwnOffice[] | undefined;
  readonly offices?: readonly OfficeDefinition[] | undefined;
}

/**
 * Nobody on a side of an approval under way, or of a share that waits for its degree, writes who takes a step of it that is not over: neither by a tenure nor by its end, act or no
 * act (art. 6-bis L. 241/1990). Somebody else who writes the register does; where nobody else could, they do, and the event says so.
 *
 * @throws Refused `organisation/judges-own`
 */
export function requireOthersJudges(
  named: Pick<Tenure, 'office' | 'roles'>,
  writing: Writing,
  state: OrganisationState,
): Alone {
  return requireOthers([named], writing, state);
}

/**
 * …nor by what is delegated, or is no more. Of their own office they give their own place alone: whoever takes it is barred with them.
 *
 * @throws Refused `organisation/judges-own`
 */
export function requireOthersLend(
  { kind, office: lent, holder = null }: Pick<Delegation, 'kind' | 'office' | 'holder'>,
  writing: Writing,
  state: OrganisationState,
): Alone {
  if (isNothing(writing)) return {};
  const staff = staffAt(writing, state);
  // whoever takes a person's whole place acts for whom that person acts
  const further = kind === 'sostituzione' && holder !== null ? officesOf(staff, holder) : [];
  const offices = new Set([
    ...(holder === writing.by.id ? [] : [lent]),
    ...further.flatMap(({ office, onBehalfOf }) => (onBehalfOf === null ? [] : [office])),
  ]);
  const named = [...offices].map((office) => ({
    office,
    roles: holdersOf(staff, office).flatMap(({ roles }) => roles),
  }));
  return requireOthers(named, writing, state);
}

function requireOthers(
  named: readonly Pick<Tenure, 'office' | 'roles'>[],
  writing: Writing,
  state: OrganisationState,
): Alone {
  const { by, controls } = writing;
  if (controls === undefined || isNothing(writing)) return {};
  const staff = staffAt(writing, state);
  let alone: Alone = {};
  for (const { name, approval, toScore } of controls.underWay) {
    const asked: readonly Left[] = named.flatMap((one) => [
      ...stepsLeft(approval).flatMap((step) => (asks(step, one, approval) ? [{ step, office: one.office }] : [])),
      ...(toScore && evaluates(one, writing.offices) ? [{ step: null, office: one.office }] : []),
    ]);
    const [first] = asked;
    const rule = first === undefined ? null : sideOf(by, approval, staff);
    if (first === undefined || rule === null) continue;
    const others = controls.recorders.filter(({ id, office }) => sideOf({ id, office }, approval, staff) === null);
    if (others.length > 0) throw refusal(first, { name, approval, rule, others });
    alone = { nobodyElse: true };
  }
  return alone;
}

function isNothing({ controls }: Writing): boolean {
  return controls === undefined || controls.underWay.length === 0;
}

function staffAt({ at, accounts = [], offices = [] }: Writing, organisation: OrganisationState): Staff {
  return staffOn({ organisation, accounts, offices }, romeDayOf(at));
}

/** Who took a step of it, or prepared it, is on no side. */
function sideOf(by: Actor, { parties }: Approval, staff: Staff): SeparationRule | null {
  const { earlier: _, prepared: _prepared, ...sides } = parties;
  return barredBy(by, sides, staff);
}

function stepsLeft({ status, chain, passed }: Approval): readonly StepDefinition[] {
  return status === 'open' ? chain.steps.filter(({ id }) => !passed.includes(id)) : [];
}

/** What is left to be done, and by which office; `step` null: to give the degree, after all steps. */
interface Left {
  readonly step: StepDefinition | null;
  readonly office: string;
}

/** Whether such an office gives the degree: the one that evaluates, where the body's file names one. */
function evaluates({ office, roles }: Pick<Tenure, 'office' | 'roles'>, offices: readonly OfficeDefinition[] = []) {
  const named = offices.filter((one) => one.function === 'evaluation-body');
  return named.length === 0 ? roles.includes('nucleo') : named.some(({ id }) => id === office);
}

/** Whether a step asks such an office, its substitute or whom a time-out calls. */
function asks(
  { who, substitute, onTimeout }: StepDefinition,
  { office, roles }: Pick<Tenure, 'office' | 'roles'>,
  { relations, opening }: Approval,
): boolean {
  const isMeant = (one: Participant) => {
    if ('office' in one) return one.office === office;
    return 'role' in one ? roles.includes(one.role) : relations[one.relation]?.includes(office) === true;
  };
  const called = onTimeout.flatMap((action) =>
    action.do === 'escalate' ? [action.to] : action.do === 'substitute' ? [action.by] : [],
  );
  if ([...who, ...(substitute === null ? [] : [substitute]), ...called].some(isMeant)) return true;
  // by the chain of before a migration, too: of the step that waits, which is the first of those left
  return [...opening.escalatedTo, ...(opening.substitutes ?? [])].includes(office);
}

function refusal(
  { step, office }: Left,
  of: UnderWay & { readonly rule: SeparationRule; readonly others: readonly Actor[] },
): Refused {
  const refused = new Refused('organisation/judges-own', {
    office,
    ...(step === null ? { toScore: 1 } : { step: step.id }),
    rule: of.rule.code,
    ...(of.name !== null && { approval: of.name }),
    who: [...new Set(of.others.map((other) => other.office))].join(', '),
  });
  refused.chain = of.approval.chain;
  return refused;
}
