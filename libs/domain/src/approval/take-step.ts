import { requireAct } from '../act.js';
import { isOfKind } from '../acts/act-key.js';
import { requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { DEGREE, formatHundredths, parseHundredths } from '../decimal.js';
import { Refused } from '../refused.js';
import { isBlank, requireText } from '../text.js';
import type { ActReference, Decimal, Instant, LocalDate } from '../values.js';
import type { Outcome, StepDefinition } from '../workflow/chain-definition.js';
import { requireAtStep, type AtStep, type ByStaff } from './actor.js';
import { isAgreed } from './agreement.js';
import { isLastStep, type Approval } from './approval.js';
import { requireNotClaimed } from './claims.js';
import type { ApprovalFact } from './facts.js';
import { inItsWords } from './in-its-words.js';
import { requireActAfterOpening, requireAfterCorrection, requireAfterOpening, requireAfterTurn } from './its-day.js';
import { requireTheirsThen } from './theirs-then.js';
import { requireNotOlder } from './taken-note-of.js';
import { isByOffice, isHeard, isTaken } from './voices.js';

/** What somebody says at a step. */
export interface StepTaken {
  readonly step: string;
  readonly outcome: Outcome;
  readonly note: string;
  readonly act: ActReference | null;
  /** What is asked for; of a return. */
  readonly points: readonly string[];
  /** By when; of a return. */
  readonly returnBy: LocalDate | null;
  /** Of a correction. */
  readonly degree: Decimal | null;
  /** Of a correction or a rejection, in writing. */
  readonly reason: string;
  /** The day on which it happened, where it is recorded later; absent: the day of the recording. */
  readonly on?: LocalDate;
}

/**
 * One vote, and what follows from it. A rejection or a return ends the approval; whoever corrects the degree agrees to
 * what they wrote, and who had agreed before is asked again.
 *
 * @throws Refused `approval/not-open`, `approval/not-this-step`, `approval/no-substitute`, `approval/own-report`,
 * `approval/not-your-step`, `approval/not-your-turn`, `approval/already-voted`, `approval/claimed`,
 * `approval/may-not-return`, `approval/outcome-not-offered`, `approval/act-missing`, `approval/act-of-other-kind`,
 * `approval/act-before-certification`, `approval/act-before-reopening`, `approval/before-its-step`, `approval/act-before-step`,
 * `approval/points-missing`, `approval/same-degree`, `value/before-its-fact`, `value/text-missing`, `value/not-a-date`, `value/out-of-range`
 */
export function takeStep(approval: Approval, taken: StepTaken & ByStaff): readonly ApprovalFact[] {
  return inItsWords(approval.chain, () => taking(approval, taken));
}

function taking(approval: Approval, taken: StepTaken & ByStaff): readonly ApprovalFact[] {
  const found = requireAtStep(approval, taken.step, taken.by, taken.staff);
  const { step } = found;
  requireFirstVote(approval, found);
  requireNotClaimed(approval, found);
  requireAfterOpening(approval, step, taken.on);
  requireAfterTurn(approval, step, taken.on);
  requireAfterCorrection(approval, taken);
  requireTheirsThen(approval, found, taken);
  if (!step.outcomes.includes(taken.outcome)) {
    const code = taken.outcome === 'return' ? 'approval/may-not-return' : 'approval/outcome-not-offered';
    throw new Refused(code, { step: step.id, outcome: taken.outcome });
  }
  switch (taken.outcome) {
    case 'approve':
      return agreeing(approval, found, taken);
    case 'correct-degree':
      return correcting(approval, found, taken);
    case 'return':
      requireActAfterOpening(approval, step, taken);
      return returning(found, taken);
    case 'reject':
      requireActAfterOpening(approval, step, taken);
      requireText(taken.reason, 'reason');
      return [votedBy(found, taken), { kind: 'rejected', step: step.id, reason: taken.reason, at: taken.at }];
  }
}

function agreeing(approval: Approval, found: AtStep, taken: StepTaken & ByStaff): readonly ApprovalFact[] {
  const { step, panel, as } = found;
  requireFittingAct(approval, step, taken);
  requireActAfterOpening(approval, step, taken);
  const voted = votedBy(found, taken);
  if (!isAgreed(step, panel, [...approval.opening.votes, as])) return [voted];
  return [voted, ...passing(approval, step, { office: as.office, note: taken.note, act: taken.act, at: taken.at })];
}

function correcting(approval: Approval, found: AtStep, taken: StepTaken & ByStaff): readonly ApprovalFact[] {
  if (approval.degree === null) {
    throw new Refused('approval/outcome-not-offered', { step: found.step.id, outcome: taken.outcome });
  }
  requireText(taken.reason, 'reason');
  const degree = parseHundredths(taken.degree ?? '', 'degree', DEGREE);
  const to = formatHundredths(degree);
  // it would ask those who agreed once more, for nothing
  if (degree === parseHundredths(approval.degree, 'degree', DEGREE)) {
    throw new Refused('approval/same-degree', { step: found.step.id, degree: to });
  }
  const { step, at, reason } = { ...taken, step: found.step.id };
  const corrected = { kind: 'degree-corrected', step, from: approval.degree, to, reason, at } as const;
  const alone = { ...approval, opening: { ...approval.opening, votes: [] } };
  return [corrected, ...agreeing(alone, found, taken)];
}

function returning(found: AtStep, taken: StepTaken & ByStaff): readonly ApprovalFact[] {
  const { points, returnBy, at } = taken;
  const step = found.step.id;
  if (points.length === 0 || points.some(isBlank)) {
    throw new Refused('approval/points-missing', { step });
  }
  if (returnBy !== null) {
    requireDate(returnBy, 'returnBy');
    const today = romeDayOf(at);
    if (returnBy < today) throw new Refused('value/out-of-range', { field: 'returnBy', value: returnBy, min: today });
  }
  return [votedBy(found, taken), { kind: 'returned', step, points, returnBy, at }];
}

/** What follows when a step has agreed. */
export function passing(
  approval: Approval,
  step: StepDefinition,
  last: Pick<Extract<ApprovalFact, { kind: 'step-passed' }>, 'office' | 'note' | 'act' | 'at'>,
): readonly ApprovalFact[] {
  const final = isLastStep(approval);
  const passed = { kind: 'step-passed', step: step.id, ...last, final } as const;
  return final ? [passed, { kind: 'approved', at: last.at }] : [passed];
}

function votedBy({ step, panel, as }: AtStep, taken: StepTaken & ByStaff): ApprovalFact {
  const { outcome, note, act, returnBy, on, at } = taken;
  const by = outcome === 'return' ? returnBy : null;
  const rerouted = reroutedTo(as.office, step, panel);
  const more = { ...(rerouted && { rerouted }), ...(on !== undefined && { on }) };
  return { kind: 'voted', step: step.id, ...as, outcome, note, act, returnBy: by, ...more, at };
}

function reroutedTo(office: string, { who }: StepDefinition, { reroutedFrom, rule }: AtStep['panel']) {
  const isNamed = who.some((participant) => 'office' in participant && participant.office === office);
  return reroutedFrom === null || rule === null || isNamed ? null : { from: reroutedFrom, rule: rule.code };
}

/** Nobody counts twice, by themselves or in another's place, nor does an office where each speaks once. */
function requireFirstVote({ opening }: Approval, { step, as }: AtStep): void {
  const { office, person, onBehalfOf } = as;
  // in the place of a vacant office several may speak
  const place = onBehalfOf === office ? null : onBehalfOf;
  const before = opening.votes.find(
    (vote) =>
      (isByOffice(step) && vote.office === office) ||
      isHeard(person, office, [vote]) ||
      (place !== null && isTaken(place, office, [vote])),
  );
  if (before !== undefined) throw new Refused('approval/already-voted', { step: step.id, office: before.office });
}

function requireFittingAct(
  approval: Approval,
  step: StepDefinition,
  { act, at }: { readonly act: ActReference | null; readonly at: Instant },
): void {
  if (act !== null) requireAct(act, at, 'objective/occurred-in-future');
  if (step.act === null) return;
  if (act === null) throw new Refused('approval/act-missing', { step: step.id, kinds: step.act.kinds.join(', ') });
  requireKind(step, act);
  requireNotOlder(approval, step, act);
}

/** @throws Refused `approval/act-of-other-kind` where the step takes acts of other kinds */
export function requireKind(step: Pick<StepDefinition, 'id' | 'act'>, act: ActReference): void {
  if (step.act === null || isOfKind(act, step.act.kinds)) return;
  throw new Refused('approval/act-of-other-kind', { step: step.id, kind: act.kind, kinds: step.act.kinds.join(', ') });
}
