import { requireAct } from '../act.js';
import { isOfKind } from '../acts/act-key.js';
import { askedAt, currentStep } from '../approval/approval.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import type { ActReference, Actor, Instant } from '../values.js';
import type { Participant } from '../workflow/chain-definition.js';
import type { LifecycleVerb, Transition } from '../workflow/lifecycle.js';
import { inWord, type Could } from './could.js';
import { requireRightThen } from '../separation/right-then.js';
import { isOfOutcomes, ownRule, requireNotOwn, withDeputy, type Asked } from './own-share.js';
import { paidForShare } from './paid-for-share.js';
import type { SharesInTime } from './parties.js';
import { isPaidUnder, lifecycleStateOf, ripeFor, standingFor } from './standing.js';
import type { ObjectiveState, ShareState } from './state.js';
import { usualLifecycle } from './usual-lifecycle.js';
import { withWithdrawal } from './withdrawing.js';

/** As much of an objective as says what could come next. */
export type ObjectiveStanding = Pick<ObjectiveState, 'closed' | 'shares' | 'workflow' | 'proposal'> & SharesInTime;

export type { Could } from './could.js';

/** What could come next. */
export interface Possible {
  readonly verb: LifecycleVerb;
  readonly who: readonly Could[];
}

/**
 * Everything that the body's definition lets happen to a share as it stands, and who could do it.
 *
 * @param staff  with whom those are told whom no rule bars; absent: all whom the definition names
 */
export function possibleOn(state: ObjectiveStanding, share: ShareState, staff?: Staff): readonly Possible[] {
  const ripe = ripeFor(transitionsOf(state), state, share).filter(({ verb }) => isOffered(verb, share));
  return ripe.map(({ verb, who }) => {
    const could = couldOf(verb, who, state, share);
    if (staff === undefined) return { verb, who: could };
    const besides = verb === 'liquidate' ? { paid: paidForShare(share, state, staff) } : {};
    return { verb, who: withDeputy(verb, could, state, share, staff, besides) };
  });
}

/** A report goes back from a step that may return it. */
function isOffered(verb: LifecycleVerb, { rendicontazione }: ShareState): boolean {
  if (verb !== 'return-rendicontazione' || rendicontazione === null) return true;
  return currentStep(rendicontazione)?.outcomes.includes('return') === true;
}

/** Those of the definition that the objective keeps, and that who proposed it may take it back. */
export function transitionsOf({ workflow }: Pick<ObjectiveState, 'workflow'>): readonly Transition[] {
  return withWithdrawal((workflow ?? usualLifecycle).transitions);
}

/** Whether the body's definition liquidates anything: where it does not, no share waits for it. */
export function pays(state: Pick<ObjectiveState, 'workflow'>): boolean {
  return isPaidUnder(transitionsOf(state));
}

function couldOf(
  verb: LifecycleVerb,
  who: readonly Participant[],
  { proposal }: ObjectiveStanding,
  share: ShareState,
): readonly Could[] {
  if (verb === 'approve-rendicontazione' || verb === 'return-rendicontazione') {
    const report = share.rendicontazione;
    const step = report === null ? null : currentStep(report);
    return report === null || step === null ? [] : askedAt(report, step.id).map((office) => ({ office }));
  }
  if (who.length === 0) return [{ system: true }];
  return who.flatMap((participant): Could[] => {
    if (!('relation' in participant)) return [participant];
    const office = officeOf(participant.relation, share, proposal?.office ?? null);
    return office === null ? [] : [{ office }];
  });
}

function officeOf(
  relation: Extract<Participant, { readonly relation: unknown }>['relation'],
  share: ShareState,
  proposer: string | null,
): string | null {
  switch (relation) {
    case 'assignee':
      return share.office;
    case 'head-of-area':
      return share.areaId;
    case 'proposer':
      return proposer;
    case 'other-areas':
      return null;
  }
}

/** Whoever makes a transition, and on what. */
export interface Mover extends Asked {
  readonly at: Instant;
  readonly act: ActReference | null | typeof URGENT;
}

/** In the place of an act that follows later. */
export const URGENT = 'urgent';

/**
 * @throws Refused `lifecycle/not-allowed` where the definition has no such transition from here, `lifecycle/not-yours`,
 *   `lifecycle/own-outcome`, `lifecycle/own-share`, `value/before-its-fact`, `lifecycle/act-missing`,
 *   `lifecycle/act-of-another-kind`
 */
export function requireTransition(
  state: ObjectiveState,
  share: ShareState,
  verb: LifecycleVerb,
  { act, at, ...mover }: Mover,
): void {
  const transition = requirePossible(state, share, verb);
  requireMover(transition, state, share, mover);
  requireItsAct(transition, act, at);
}

/**
 * Where the definition names who makes a transition nobody else does; where it names nobody, that is for the permissions.
 *
 * @param staff  absent: nobody asks
 * @throws Refused `lifecycle/not-yours`, `lifecycle/own-outcome`, `lifecycle/own-share`
 */
export function requireNamed(
  verb: LifecycleVerb,
  state: ObjectiveState,
  share: ShareState,
  { staff, ...asked }: Omit<Asked, 'staff'> & { readonly staff?: Staff | undefined },
): void {
  if (staff === undefined) return;
  const who = namedFor(verb, state, share);
  if (who.length === 0) requireNotOwn(verb, state, share, { ...asked, staff });
  else requireMover({ verb, who }, state, share, { ...asked, staff });
}

/** Whom the definition names to liquidate a share. */
export function namedToPay(state: ObjectiveState, share: ShareState): readonly Exclude<Could, { system: true }>[] {
  const could = couldOf('liquidate', namedFor('liquidate', state, share), state, share);
  return could.flatMap((one) => ('system' in one ? [] : [one]));
}

/** Who could liquidate a share in a run that pays those; none: nobody is left. */
export function payersOf(state: ObjectiveState, share: ShareState, staff: Staff, paid: Parties): readonly Could[] {
  const who = namedFor('liquidate', state, share);
  return withDeputy('liquidate', couldOf('liquidate', who, state, share), state, share, staff, { paid });
}

/** Who could make a transition of a share as it stands, today; null: the definition names nobody for it. */
export function couldMake(
  verb: LifecycleVerb,
  state: ObjectiveState,
  share: ShareState,
  staff: Staff,
): readonly Could[] | null {
  const who = namedFor(verb, state, share);
  return who.length === 0 ? null : withDeputy(verb, couldOf(verb, who, state, share), state, share, staff);
}

/** Whether the definition leaves it to whoever acts, as `requireNamed` asks. */
export function isNamed(
  verb: LifecycleVerb,
  state: ObjectiveState,
  share: ShareState,
  { by, staff, from, paid }: Omit<Asked, 'on'>,
): boolean {
  if (ownRule(verb, state, share, { by, staff, from }) !== null) return false;
  const who = namedFor(verb, state, share);
  const could = withDeputy(verb, couldOf(verb, who, state, share), state, share, staff, { from, paid });
  return who.length === 0 || could.some((one) => isOne(one, by, staff));
}

function namedFor(verb: LifecycleVerb, state: ObjectiveState, share: ShareState): readonly Participant[] {
  const every = transitionsOf(state).filter((transition) => transition.verb === verb);
  const standing = lifecycleStateOf(state, share);
  const here = every.filter(({ from }) => from.includes(standing));
  return (here.length > 0 ? here : every).flatMap((transition) => transition.who);
}

/**
 * The act of what the definition does not make a transition each time: from hand to hand a share stays where it is.
 *
 * @throws Refused `lifecycle/act-missing`, `lifecycle/act-of-another-kind`
 */
export function requireActFor(verb: LifecycleVerb, state: ObjectiveState, { by, at, act }: Omit<Mover, 'staff'>): void {
  const transition = transitionsOf(state).find((one) => one.verb === verb);
  // what follows from a decision rests on the act of that one
  requireItsAct({ verb, act: by.id === 'system' ? null : (transition?.act ?? null) }, act, at);
}

/**
 * The one act by which the objective moves as a whole: needed where the definition asks for one from where any of its shares stands,
 * and of a kind that it takes there.
 *
 * @throws Refused `lifecycle/not-allowed`, `lifecycle/act-missing`, `lifecycle/act-of-another-kind`
 */
export function requireActOfAll(
  verb: LifecycleVerb,
  state: ObjectiveState,
  { at, act }: Pick<Mover, 'at' | 'act'>,
): void {
  const asked = state.shares.flatMap((share) => requirePossible(state, share, verb).act ?? []);
  const kinds = [...new Set(asked.flatMap((one) => one.kinds))];
  requireItsAct({ verb, act: asked.length === 0 ? null : { kinds } }, act, at);
}

/** @throws Refused `lifecycle/not-allowed` */
export function requirePossible(state: ObjectiveStanding, share: ShareState, verb: LifecycleVerb): Transition {
  const standing = standingFor(verb, state, share);
  const every = transitionsOf(state).filter((transition) => transition.verb === verb);
  const found = every.find(({ from }) => from.includes(standing));
  if (found !== undefined) return found;
  const from = every.flatMap((transition) => transition.from);
  const who = every.flatMap((transition) => couldOf(verb, transition.who, state, share)).map(inWord);
  throw new Refused('lifecycle/not-allowed', {
    share: share.shareId,
    state: standing,
    verb,
    possible: possibleOn(state, share)
      .map((possible) => possible.verb)
      .join(', '),
    ...(from.length > 0 && { from: from.join(', ') }),
    ...(who.length > 0 && { who: [...new Set(who)].join(', ') }),
  });
}

function requireMover(
  { verb, who }: Pick<Transition, 'verb' | 'who'>,
  state: ObjectiveState,
  share: ShareState,
  { by, staff, on, from, to, bearing, bearingCredited, paid }: Asked,
): void {
  if (by.id === 'system') return;
  const named = couldOf(verb, who, state, share);
  // of an outcome each day is asked by itself
  const besides = isOfOutcomes(verb) ? {} : { on, from, to, bearing, bearingCredited, paid };
  const couldOn = (of: Staff) => withDeputy(verb, named, state, share, of, besides);
  const isAmong = (some: readonly Could[], of: Staff) => some.some((one) => isOne(one, by, of));
  const isTheirs = (of: Staff) => isAmong(couldOn(of), of);
  // whoever is not meant at all is told for whom it is
  if (isOfOutcomes(verb) || isAmong(named, staff) || isTheirs(staff))
    requireNotOwn(verb, state, share, { by, staff, on, from, to, bearing, bearingCredited });
  if (!isTheirs(staff)) {
    // the run says of those whom it pays that they are
    if (paid !== undefined && isAmong(named, staff)) return;
    const who = [...new Set(couldOn(staff).map(inWord))].join(', ');
    throw new Refused('lifecycle/not-yours', { verb, office: by.office, who });
  }
  if (isOfOutcomes(verb)) requireRightThen({ by, staff, on }, { isTheirs });
}

/** Whether whoever acts is one of those who could, today. */
export function isOne(could: Could, by: Actor, { day, tenures }: Staff): boolean {
  if ('office' in could) return could.office === by.office;
  if (!('role' in could)) return false;
  return tenures.some(
    ({ office, roles, from, to }) =>
      office === by.office && roles.includes(could.role) && from <= day && (to === null || to >= day),
  );
}

function requireItsAct({ verb, act: needed }: Pick<Transition, 'verb' | 'act'>, act: Mover['act'], at: Instant): void {
  if (act === URGENT) return;
  if (act !== null) requireAct(act, at, 'objective/occurred-in-future');
  if (needed === null) return;
  const kinds = needed.kinds.join(', ');
  if (act === null) throw new Refused('lifecycle/act-missing', { verb, kinds });
  if (!isOfKind(act, needed.kinds)) throw new Refused('lifecycle/act-of-another-kind', { verb, kind: act.kind, kinds });
}
