import type { LifecycleState, LifecycleVerb, Transition } from '../workflow/lifecycle.js';
import { statusOf, type ShareStatus, type StatusFacts } from './state.js';

/** Where a share stands in the words of definitions. */
export const stateOfStatus: Readonly<Record<ShareStatus, LifecycleState>> = {
  draft: 'draft',
  proposed: 'proposed',
  validated: 'validated',
  defined: 'approved',
  assigned: 'assigned',
  acknowledged: 'in-progress',
  'in-progress': 'in-progress',
  suspended: 'suspended',
  removed: 'removed',
  'rendicontazione-submitted': 'rendicontazione-submitted',
  'rendicontazione-returned': 'rendicontazione-returned',
  'rendicontazione-approved': 'rendicontazione-approved',
  scored: 'rendicontazione-approved',
  definitive: 'definitive',
  liquidated: 'liquidated',
};

/** As much of a share as says where it stands, and what it is ripe for. */
export interface ShareStanding extends StatusFacts {
  readonly adjusting: object | null;
}

/** The shares of an objective, and whether it is over. */
export interface Standing {
  readonly closed: boolean;
  readonly shares: readonly ShareStanding[];
}

/** Where a share stands in the words of a body's definition. */
export function lifecycleStateOf({ closed }: Pick<Standing, 'closed'>, share: StatusFacts): LifecycleState {
  return closed ? 'closed' : stateOfStatus[statusOf(share)];
}

/** What of a definition can happen to a share, as far as where it stands and what was done with it says. */
export function ripeFor(
  transitions: readonly Transition[],
  objective: Standing,
  share: ShareStanding,
): readonly Transition[] {
  const isPaid = isPaidUnder(transitions);
  return transitions
    .filter(({ verb, from }) => from.includes(standingFor(verb, objective, share)))
    .filter(({ verb }) => isRipe(verb, objective, share, isPaid));
}

/** Whether a definition liquidates anything: where it does not, no share waits for it. */
export function isPaidUnder(transitions: readonly Transition[]): boolean {
  return transitions.some(({ verb }) => verb === 'liquidate');
}

/** An office that was given a share in the middle of its way takes note as if it were at the beginning. */
export function standingFor(
  verb: LifecycleVerb,
  objective: Pick<Standing, 'closed'>,
  share: ShareStanding,
): LifecycleState {
  const standing = lifecycleStateOf(objective, share);
  const begun = standing === 'in-progress' || standing === 'rendicontazione-returned';
  return verb === 'acknowledge' && begun && !share.acknowledged ? 'assigned' : standing;
}

/** What the rules ask besides. */
function isRipe(verb: LifecycleVerb, { shares }: Standing, share: ShareStanding, isPaid: boolean): boolean {
  // what was struck out is closed with the others, and nothing else is done with it
  if (share.removal !== null && verb !== 'close') return false;
  switch (verb) {
    case 'propose':
    case 'return-proposal':
    case 'withdraw-proposal':
    case 'validate':
    case 'approve':
      return share.stage !== 'planned';
    case 'assign':
      return !isReported(share);
    case 'acknowledge':
      return share.office !== null && !share.acknowledged;
    case 'submit-rendicontazione':
      return share.acknowledged && !isReported(share);
    case 'return-rendicontazione':
    case 'approve-rendicontazione':
      return share.rendicontazione?.status === 'open';
    case 'make-definitive':
      return share.score !== null;
    case 'liquidate':
      return share.score !== null && share.premium === null && share.adjusting === null;
    case 'close':
      return shares.every(({ premium, removal, score }) => removal !== null || (isPaid ? premium : score) !== null);
    case 'reopen':
      return share.removal === null && share.rendicontazione?.status === 'approved';
    default:
      return true;
  }
}

/** Whether a report is with its approvers, or has passed them. */
function isReported({ rendicontazione }: ShareStanding): boolean {
  return rendicontazione?.status === 'open' || rendicontazione?.status === 'approved';
}
