import { actKey, isSameAct } from '../acts/act-key.js';
import type { WorkingCalendar } from '../approval/terms.js';
import { addDays } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { addWorkingDays } from '../calendar/working-days.js';
import { formatMoney, parseHundredths } from '../decimal.js';
import { dayTold } from '../order/in-order.js';
import { barredAsPaid, type Signer } from '../premium/paid.js';
import { Refused } from '../refused.js';
import { requireRightThen } from '../separation/right-then.js';
import { requireText } from '../text.js';
import { requireNoMore } from './adjusted.js';
import { requireShare, requireThere } from './guards.js';
import { actsOn } from './judged-anew.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import { isOvertaken } from './overtaken.js';
import type { ActReference, LocalDate } from '../values.js';
import { paidForShare } from './paid-for-share.js';
import type { ObjectiveState, ShareState } from './state.js';
import { requireActFor, requireNamed, requireTransition } from './transitions.js';

/**
 * Nothing can be said against the degree any more: whoever could was heard, or let the term pass.
 *
 * @throws Refused `objective/not-scored`, `objective/appeal-open`, as `requireTransition`
 */
export function makeDefinitive(
  command: ObjectiveCommandOf<'objective.make-definitive'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, note, act = null, at } = command;
  const share = requireShare(state, shareId);
  requireTransition(state, share, 'make-definitive', { ...command, act });
  if (share.score === null) throw new Refused('objective/not-scored', { share: shareId });
  const on = dayTold(command, command.on)?.on ?? romeDayOf(at);
  requireHeard(share, { ...command, on }, state);
  return [{ type: 'objective.made-definitive.v1', data: { shareId, note, on, ...(act && { act }) } }];
}

/** Scores of earlier releases have no day: of them nothing is asked. */
function requireHeard(
  { shareId, score }: ShareState,
  { on, calendar }: { readonly on: LocalDate; readonly calendar?: WorkingCalendar },
  { workflow }: ObjectiveState,
): void {
  const appeal = workflow?.appeal;
  if (appeal === undefined || score?.on === undefined) return;
  const until = addWorkingDays(score.on, appeal.workingDays, calendar?.patronDay);
  if (on > until) return;
  throw new Refused('objective/appeal-open', { share: shareId, value: on, until, from: addDays(until, 1) });
}

/** By act, even after the close: the report is judged again from the first step. All that was said before stays. */
export function reopen(command: ObjectiveCommandOf<'objective.reopen'>, state: ObjectiveState): ObjectiveEvent[] {
  const { shareId, reason, act, at } = command;
  const share = requireShare(state, shareId);
  requireThere(share);
  requireTransition(state, share, 'reopen', command);
  requireText(reason, 'reason');
  requireAfterDecision(share, act);
  requireAnotherAct(share, act);
  return [{ type: 'objective.reopened.v1', data: { shareId, reason, act, at } }];
}

/** No act undoes what was not decided yet. */
function requireAfterDecision({ shareId, rendicontazione }: ShareState, { date }: ActReference): void {
  const decidedOn = rendicontazione?.decidedOn;
  if (decidedOn === undefined || date === null || date >= decidedOn) return;
  throw new Refused('objective/reopened-before-decision', { share: shareId, value: date, min: decidedOn });
}

/** What took note of a report, now or before an earlier reopening, does not undo it in one breath. */
function requireAnotherAct({ shareId, rendicontazione }: ShareState, act: ActReference): void {
  const acts = rendicontazione === null ? [] : actsOn(rendicontazione);
  if (!acts.some((noted) => isSameAct(noted, act))) return;
  throw new Refused('objective/reopened-by-same-act', { share: shareId, act: actKey(act).id });
}

/**
 * What was paid before a reopening is never edited: the difference is paid or recovered beside it, within the degree of now.
 * A run that was liquidated carries it over, as it does a first payment.
 */
export function adjustPremium(
  command: ObjectiveCommandOf<'objective.adjust-premium'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, runId, act, at } = command;
  const share = requireShare(state, shareId);
  const { adjusting, score } = share;
  if (adjusting === null) throw new Refused('objective/nothing-to-adjust', { share: shareId });
  const overtaken = isOvertaken(command.degree, share, state);
  const degree = overtaken ? command.degree : score?.degree;
  if (degree === undefined) throw new Refused('objective/not-scored', { share: shareId });
  requireText(runId, 'runId');
  if (runId === adjusting.runId) throw new Refused('value/not-unique', { field: 'runId', value: runId });
  requireNamed('liquidate', state, share, command);
  requireActFor('liquidate', state, { by: command.by, at, act });
  requireUnpaid(command, share, state);
  const cents = parseHundredths(command.amount, 'amount');
  const after = formatMoney(cents);
  requireNoMore(cents, { share: shareId, paid: adjusting, degree });
  const data = { shareId, runId, act, before: adjusting.amount, after, ...(overtaken && { degree }) };
  return [{ type: 'objective.premium-adjusted.v1', data }];
}

/**
 * @throws Refused `premium/signer-is-paid` when who adjusts, or the one in whose place, is or was paid for the share,
 * `value/before-its-fact`
 */
function requireUnpaid(
  { by, staff, on, onBehalfOf = null }: ObjectiveCommandOf<'objective.adjust-premium'>,
  share: ShareState,
  state: ObjectiveState,
): void {
  if (staff === undefined) return;
  const rule = barredAsPaid(paidForShare(share, state, staff), { by, onBehalfOf, staff, on });
  if (rule !== null) throw new Refused('premium/signer-is-paid', { office: by.office, rule: rule.code });
  requireRightThen({ by, staff, on }, { place: onBehalfOf });
}

/** Whether who acts, or the one in whose place, is or was paid for a share. */
export function isPaidForShare(share: ShareState, state: ObjectiveState, signer: Signer): boolean {
  return barredAsPaid(paidForShare(share, state, signer.staff), signer) !== null;
}
