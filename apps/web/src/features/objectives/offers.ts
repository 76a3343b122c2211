import type { RouteName } from '#contract';
import { unratifiedIn } from '#domain';
import type { Answer } from '../../client/ask.js';
import type { ShareAct } from '../../places.js';

export type Objective = Answer<'objective'>;
export type Share = Objective['shares'][number];
type Due = Share['due'][number];
type Verb = Share['possible'][number]['verb'];

interface Actor {
  readonly user: { readonly office: string; readonly roles: readonly string[] };
  readonly actions: readonly string[];
}

/** The command that each act sends. */
export const commandOf = {
  assignment: 'assign',
  acknowledgement: 'acknowledge',
  progress: 'reportProgress',
  'late-fulfilment': 'fulfilLate',
  justification: 'justify',
  decision: 'decideJustification',
  rendicontazione: 'submitRendicontazione',
  approval: 'approveRendicontazione',
  score: 'score',
  definitive: 'makeDefinitive',
  suspension: 'suspend',
  ratification: 'ratifySuspension',
  resumption: 'resume',
  removal: 'removeShare',
  reopening: 'reopen',
  adjustment: 'adjustPremium',
} as const satisfies Readonly<Record<ShareAct, RouteName>>;

/** What is done once in a while, and by few: it does not stand beside what is next. */
const SELDOM: ReadonlySet<ShareAct> = new Set(['justification', 'definitive', 'suspension', 'removal', 'reopening']);

/** The acts that make sense on a share as it stands, whoever may do them; what is most pressing first. */
export function actsOn(share: Share, closed: boolean): readonly ShareAct[] {
  const can = (verb: Verb) => share.possible.some((possible) => possible.verb === verb);
  const { status, moves } = share;
  const settled = closed || status === 'definitive' || status === 'liquidated' || status === 'removed';
  const works = !settled && share.acknowledged && status !== 'suspended';
  const sensible: Readonly<Record<ShareAct, boolean>> = {
    acknowledgement: can('acknowledge'),
    'late-fulfilment': works && share.due.some(({ status: is }) => is === 'missed'),
    ratification: !closed && unratifiedIn(moves) !== null,
    decision: !closed && share.due.some(awaitsDecision),
    resumption: can('resume'),
    assignment: can('assign') || (!settled && HANDED_OVER.has(status)),
    progress: works,
    rendicontazione: can('submit-rendicontazione'),
    approval: can('approve-rendicontazione'),
    score: status === 'rendicontazione-approved',
    adjustment: !closed && moves.adjusting !== null && share.degree !== null,
    justification: !settled && share.acknowledged && share.due.some(mayBeJustified),
    definitive: can('make-definitive'),
    suspension: can('suspend'),
    removal: can('remove'),
    reopening: can('reopen'),
  };
  return (Object.keys(sensible) as ShareAct[]).filter((act) => sensible[act]);
}

/** Those of them that are next and that who is signed in may do; the server has the last word. */
export function offersOn(share: Share, me: Actor, closed = false): readonly ShareAct[] {
  return actsOn(share, closed).filter((act) => !isSeldom(act, share) && mayDo(act, share, me));
}

/** Whether it is for who is signed in, as far as the page knows. */
export function mayDo(act: ShareAct, share: Share, { user, actions }: Actor): boolean {
  const mine = share.office === user.office;
  const may = (action: string) => actions.includes(`objective.${action}`);
  const isFor = (verb: Verb) =>
    share.possible.some((possible) => possible.verb === verb && possible.who.some((who) => isOne(who, user)));
  switch (act) {
    case 'assignment':
      return may('assign') && (share.status !== 'defined' || isFor('assign'));
    case 'acknowledgement':
    case 'progress':
    case 'late-fulfilment':
    case 'justification':
    case 'rendicontazione':
      return mine;
    case 'decision':
      return may('approve-rendicontazione') && share.due.some((due) => isJudgedBy(due, user));
    case 'approval':
      return share.awaiting?.offices.includes(user.office) === true && may('approve-rendicontazione');
    case 'score':
      return may('score');
    case 'definitive':
      return may('make-definitive') && isFor('make-definitive');
    case 'suspension':
      return may('suspend') && isFor('suspend');
    case 'ratification':
      return may('suspend');
    case 'resumption':
      return may('resume') && isFor('resume');
    case 'removal':
      return may('remove') && isFor('remove');
    case 'reopening':
      return may('reopen') && isFor('reopen');
    case 'adjustment':
      return actions.includes('premium.compute');
  }
}

/** Whether the page does not know who may: the server is asked, by the file in force and with every rule. */
export function isAsked(act: ShareAct, { office }: Share): boolean {
  return act === 'ratification' || act === 'adjustment' || (act === 'assignment' && office !== null);
}

/** Who could do an act as the body's definition has it: offices, roles, `system`; none where it does not say. */
export function couldDo(act: ShareAct, { possible, office }: Share): readonly string[] {
  const verb = VERB_OF[act];
  if (verb === undefined) return office === null || !OF_THE_OFFICE.has(act) ? [] : [office];
  return possible
    .filter((one) => one.verb === verb)
    .flatMap(({ who }) => who.map((one) => ('office' in one ? one.office : 'role' in one ? one.role : 'system')));
}

const VERB_OF: Readonly<Partial<Record<ShareAct, Verb>>> = {
  assignment: 'assign',
  acknowledgement: 'acknowledge',
  rendicontazione: 'submit-rendicontazione',
  approval: 'approve-rendicontazione',
  definitive: 'make-definitive',
  suspension: 'suspend',
  ratification: 'suspend',
  resumption: 'resume',
  removal: 'remove',
  reopening: 'reopen',
};

const OF_THE_OFFICE: ReadonlySet<ShareAct> = new Set(['progress', 'late-fulfilment', 'justification']);

/** From hand to hand it goes while nobody judges what the former office wrote. */
const HANDED_OVER: ReadonlySet<Share['status']> = new Set([
  'assigned',
  'acknowledged',
  'in-progress',
  'suspended',
  'rendicontazione-returned',
]);

/** Handing over what somebody has already is seldom, giving it to somebody is next; so is ratifying what rests, not what rested. */
function isSeldom(act: ShareAct, share: Share): boolean {
  if (act === 'assignment') return share.office !== null;
  // of a rest that is over the act is recorded late, if there ever was one
  if (act === 'ratification') return unratifiedIn(share.moves) !== share.moves.suspension;
  return SELDOM.has(act);
}

/** Missed, whether it was done afterwards or not, and nothing said for it that still counts. */
export function mayBeJustified({ status, justification }: Due): boolean {
  return (status === 'missed' || status === 'late') && (justification === null || justification === 'rejected');
}

export function awaitsDecision({ justification }: Due): boolean {
  return justification === 'submitted';
}

/** Who begins is told by the definition; until then it is the Segretario's, as in the inbox. */
export function isJudgedBy(due: Due, { office, roles }: Actor['user']): boolean {
  if (!awaitsDecision(due)) return false;
  return due.judging === null ? roles.includes('segretario') : due.judging.offices.includes(office);
}

function isOne(who: Share['possible'][number]['who'][number], { office, roles }: Actor['user']): boolean {
  if ('office' in who) return who.office === office;
  return 'role' in who && roles.includes(who.role);
}

/** Whether nothing is left but to close it. */
export function mayBeClosed({ status, shares }: Objective): boolean {
  return status !== 'closed' && shares.every((share) => share.status === 'liquidated' || share.status === 'removed');
}
