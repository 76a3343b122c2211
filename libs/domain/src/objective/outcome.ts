import { requireNoParty } from '../approval/actor.js';
import { asksSeveral } from '../approval/agreement.js';
import { inItsWords } from '../approval/in-its-words.js';
import { romeDayOf } from '../calendar/rome.js';
import { DEGREE, formatHundredths, formatMoney, parseHundredths } from '../decimal.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { barredBy } from '../separation/separation.js';
import { requireText } from '../text.js';
import type { Decimal } from '../values.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { requireNotLiquidated, requireShare, requireThere } from './guards.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import { requireNoneWaiting } from './justification-waits.js';
import { isOvertaken } from './overtaken.js';
import type { Asked } from './own-share.js';
import { knowingParties } from './parties.js';
import type { ObjectiveState, Rendicontazione, ShareState } from './state.js';
import { pays, requireActOfAll, requireNamed } from './transitions.js';

/**
 * The degree that counts for the premium. It may differ from what the chain approved, with a written reason: not where
 * several had to agree to it, whom one alone does not overrule, unless the body's definition says so; nor while why a deadline
 * was missed waits for its decision.
 *
 * @throws Refused `approval/own-report`, `approval/not-your-step` besides what the degree itself is refused for
 */
export function score(command: ObjectiveCommandOf<'objective.score'>, state: ObjectiveState): ObjectiveEvent[] {
  const { shareId, reason } = command;
  const share = requireShare(state, shareId);
  requireThere(share);
  const report = share.rendicontazione;
  if (report?.status !== 'approved') {
    throw new Refused('objective/rendicontazione-not-approved', { share: shareId });
  }
  if (share.score !== null) throw new Refused('objective/already-scored', { share: shareId });
  requireNoneWaiting(state, share, command.staff);
  requireNoParty(knowingParties(report, share, state), command);
  requireEvaluates(command.by.office, command.staff);
  const degree = formatHundredths(parseHundredths(command.degree, 'degree', DEGREE));
  const certified = report.degree ?? report.selfDegree;
  if (degree !== certified) {
    requireText(reason, 'reason');
    inItsWords(report.chain, () => requireMayDiffer(report, certified, state, shareId));
  }
  const on = command.on ?? romeDayOf(command.at);
  return [{ type: 'objective.scored.v1', data: { shareId, degree, reason, on } }];
}

/** Whether the degree of a share is for somebody to give: whoever evaluates, and is on no other side of it. */
export function mayScore(
  share: ShareState,
  state: ObjectiveState,
  { by, staff }: Pick<Asked, 'by' | 'staff'>,
): boolean {
  const report = share.rendicontazione;
  if (report === null || !mayEvaluate(by.office, staff)) return false;
  return barredBy(by, knowingParties(report, share, state).parties, staff) === null;
}

/** The office that certifies gives the degree: the permission of a role is of no other. */
function requireEvaluates(office: string, staff: Staff): void {
  if (mayEvaluate(office, staff)) return;
  throw new Refused('approval/not-your-step', { office: evaluating(staff).join(', ') });
}

/** Whether an office is the Nucleo or OIV; where the body has none, any may be. */
function mayEvaluate(office: string, staff: Pick<Staff, 'offices'>): boolean {
  const named = evaluating(staff);
  return named.length === 0 || named.includes(office);
}

function evaluating({ offices }: Pick<Staff, 'offices'>): readonly string[] {
  return offices.filter((one) => one.function === 'evaluation-body').map(({ id }) => id);
}

function requireMayDiffer(report: Rendicontazione, certified: Decimal, { workflow }: ObjectiveState, shareId: string) {
  const scoring = workflow?.scoring;
  const several = agreeingTo(report).filter(asksSeveral);
  // of several such steps, the one that could have given another
  const bySeveral = several.find(({ outcomes }) => outcomes.includes('correct-degree')) ?? several[0];
  if (scoring === 'with-reason' || (scoring === undefined && bySeveral === undefined)) return;
  const step = bySeveral?.id;
  throw new Refused('objective/degree-certified', {
    share: shareId,
    degree: certified,
    ...(step !== undefined && { step }),
  });
}

/** The steps at which people agreed to the degree that stands: those from the last that corrected it on; silence agrees to none. */
function agreeingTo({ chain, passed, agreed, silences = {} }: Rendicontazione): readonly StepDefinition[] {
  const corrected = passed.findLastIndex((id) => agreed[id]?.some(({ outcome }) => outcome === 'correct-degree'));
  const since = passed.slice(Math.max(corrected, 0)).filter((id) => silences[id] === undefined);
  return chain.steps.filter(({ id }) => since.includes(id));
}

/** What a run pays a share; also where the share was reopened or removed since the run was liquidated: then it waits to be adjusted. */
export function liquidatePremium(
  command: ObjectiveCommandOf<'objective.liquidate-premium'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, runId } = command;
  const share = requireShare(state, shareId);
  const overtaken = isOvertaken(command.degree, share, state);
  if (share.score === null && !overtaken) throw new Refused('objective/not-scored', { share: shareId });
  requireNotLiquidated(share);
  if (share.adjusting !== null) {
    throw new Refused('objective/adjustment-needed', { share: shareId, run: share.adjusting.runId });
  }
  requireText(runId, 'runId');
  const amount = moneyOf(command.amount);
  const full = command.fullAmount !== undefined && { fullAmount: moneyOf(command.fullAmount) };
  const most = command.ceiling !== undefined && { ceiling: moneyOf(command.ceiling) };
  const by = overtaken && command.degree !== undefined && { degree: command.degree };
  return [{ type: 'objective.premium-liquidated.v1', data: { shareId, runId, amount, ...full, ...most, ...by } }];
}

function moneyOf(amount: Decimal): Decimal {
  return formatMoney(parseHundredths(amount, 'amount'));
}

/** Once every share that was not removed is scored and, where the body pays, its premium liquidated, be it of 0 euros. */
export function close(
  objectiveId: string,
  command: ObjectiveCommandOf<'objective.close'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { comment, act = null } = command;
  const [first] = state.shares;
  if (first !== undefined) requireNamed('close', state, first, command);
  for (const { shareId, score: scored, premium, removal } of state.shares) {
    if (removal !== null) continue;
    if (scored === null) throw new Refused('objective/not-scored', { share: shareId });
    if (premium === null && pays(state)) throw new Refused('objective/not-liquidated', { share: shareId });
  }
  requireActOfAll('close', state, { ...command, act });
  const said = { ...(comment !== undefined && { comment }), ...(act && { act }) };
  return [{ type: 'objective.closed.v1', data: { objectiveId, ...said } }];
}
