import type { Parties, Staff } from '../organisation/staff.js';
import { nobodyLeft } from '../premium/running.js';
import { Refused } from '../refused.js';
import { requireAfter, type DayTold } from '../order/in-order.js';
import { inWord } from './could.js';
import { outcomeOf } from './in-order.js';
import { lifecycleStateOf } from './standing.js';
import type { ObjectiveState, ShareState } from './state.js';
import {
  namedToPay,
  payersOf,
  requireActFor,
  requireNamed,
  transitionsOf,
  type Mover,
  type ObjectiveStanding,
} from './transitions.js';

/**
 * A degree is not enough to be paid: the body's definition may want it to be definitive before.
 *
 * @param told  the day on which it is paid, where that is recorded later or an act says it
 * @throws Refused `premium/share-not-payable`, `premium/liquidates-nothing`, `objective/before-its-fact`
 */
export function requirePayable(objective: ObjectiveStanding, share: ShareState, told: DayTold | null = null): void {
  if (share.score === null) return; // it is paid nothing
  const state = lifecycleStateOf(objective, share);
  const from = transitionsOf(objective)
    .filter(({ verb }) => verb === 'liquidate')
    .flatMap((transition) => transition.from);
  if (from.includes(state)) {
    if (told !== null) requireAfter(told, outcomeOf(share));
    return;
  }
  if (from.length === 0) throw new Refused('premium/liquidates-nothing', { share: share.shareId });
  throw new Refused('premium/share-not-payable', { share: share.shareId, state, from: from.join(', ') });
}

/**
 * …and somebody is left who may pay it: asked before anything is signed.
 *
 * @param paid  whom the run pays
 * @returns who may, in words
 * @throws Refused `premium/nobody-may-sign`
 */
export function requirePayer(
  objective: ObjectiveState,
  share: ShareState,
  staff: Staff,
  paid: Parties,
): readonly string[] {
  if (share.score === null) return [];
  const payers = payersOf(objective, share, staff, paid);
  if (payers.length === 0) throw nobodyLeft(namedToPay(objective, share), paid, staff);
  return payers.flatMap((one) => ('system' in one ? [] : [inWord(one)]));
}

/**
 * …and who pays it is whom the definition names for that, by an act of a kind that it takes; where it names nobody, that is for
 * the permissions.
 *
 * @param mover  its `act` null: none is named, which the run refuses
 * @throws Refused `lifecycle/not-yours`, `lifecycle/act-of-another-kind`
 */
export function requireMayPay(objective: ObjectiveState, share: ShareState, mover: Mover): void {
  if (share.score === null) return;
  requireNamed('liquidate', objective, share, mover);
  requirePayingAct(objective, share, mover);
}

/** @throws Refused `lifecycle/act-of-another-kind` */
export function requirePayingAct(objective: ObjectiveState, share: ShareState, mover: Mover): void {
  if (share.score !== null && mover.act !== null) requireActFor('liquidate', objective, mover);
}
