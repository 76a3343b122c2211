import { isLastStep, type Approval } from '../approval/approval.js';
import { actOn, type ActOnApproval } from '../approval/compose.js';
import type { ApprovalFact } from '../approval/facts.js';
import { begun, openApproval, type Opening } from '../approval/open.js';
import { takeStep } from '../approval/take-step.js';
import { missedAt } from '../deadline/instances.js';
import { addDays } from '../calendar/civil.js';
import { known } from '../order/needed.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { missed } from './missed.js';
import {
  requireAcknowledged,
  requireOwn,
  requireShare,
  requireStanding,
  requireThere,
  requireUnsettled,
  standingOf,
  toldDeadline,
} from './guards.js';
import type { InstanceRef, JustificationEffect } from './late.js';
import type { Through } from './lifecycle-messages.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import { effectWithout, type EffectSaid } from './named-effects.js';
import { knowingParties, partiesOf, relationsOf } from './parties.js';
import { isFrozen } from './suspension.js';
import { isBound, type JustificationStanding, type ObjectiveState, type ShareState } from './state.js';
import type { Instant, LocalDate } from '../values.js';

/** Why a deadline was missed, said by itself: what was due may never be done. Again only after a rejection. */
export function justify(command: ObjectiveCommandOf<'objective.justify'>, state: ObjectiveState): ObjectiveEvent[] {
  const { shareId, justification, evidence, by, at } = command;
  const share = requireShare(state, shareId);
  requireUnsettled(share);
  requireOwn(share, by);
  requireAcknowledged(share);
  const standing = requireStanding(state, share, command.missed);
  const { deadlineId, instance } = standing;
  const facts = toldDeadline(state.objective, shareId, standing);
  const overdue =
    standing.status === 'open' && isBound(share) && !isFrozen(share, standing) && at >= missedAt(standing);
  if (!overdue && standing.status !== 'missed' && standing.status !== 'fulfilled-late') {
    throw new Refused('objective/deadline-not-missed', facts);
  }
  if (standing.justification !== null && !isBack(standing.justification) && !isLeft(standing.justification, command)) {
    throw new Refused('objective/already-justified', { ...facts, status: standing.justification.status });
  }
  requireText(justification.note, 'justification.note');
  const submitted: ObjectiveEvent = {
    type: 'objective.justification-submitted.v1',
    data: { shareId, deadlineId, instance, justification, evidence, submittedBy: by.id },
  };
  const authors = [...new Set(standing.justification?.authors).add(by.id)];
  const opened = opening(command, standing, share, state, authors);
  return overdue ? [missed(shareId, standing), submitted, ...opened] : [submitted, ...opened];
}

/** It was not accepted, or is asked for again with what was missing. */
function isBack({ status, approval }: JustificationStanding): boolean {
  return status === 'rejected' || (status === 'submitted' && approval?.status === 'returned');
}

interface SettingOut extends Through, Pick<Opening, 'waits'> {
  readonly shareId: string;
  readonly on?: LocalDate;
  readonly at: Instant;
}

/** An earlier release let it set out where nobody could judge it: said again, it sets out. */
function isLeft({ status, approval }: JustificationStanding, { through }: Through): boolean {
  return status === 'submitted' && approval === null && (through?.chain?.steps.length ?? 0) > 0;
}

/** Sets out through the body's chain. */
export function opening(
  { shareId, through, on, at, waits }: SettingOut,
  { deadlineId, instance }: InstanceRef,
  share: ShareState,
  state: ObjectiveState,
  authors: readonly string[],
): readonly ObjectiveEvent[] {
  if (through === undefined || through.chain === null || through.chain.steps.length === 0) return [];
  const { chain, workflow, staff } = through;
  const parties = partiesOf(share, state, authors);
  const relations = relationsOf(share, state);
  const asked = {
    subject: 'justification',
    chain,
    workflow,
    parties,
    relations,
    degree: null,
    staff,
    on,
    at,
    waits,
  } as const;
  const approval = openApproval(asked);
  return [{ type: 'objective.justification-opened.v1', data: { shareId, deadlineId, instance, approval } }];
}

/** Any deed on a justification that is under way: votes, claims, time-outs, a migration. */
export function actOnJustification(command: ActOnApproval, state: ObjectiveState): readonly ObjectiveEvent[] {
  const { deed, effect = null } = command;
  const share = requireShare(state, command.shareId ?? '');
  const ref = command.missed ?? { deadlineId: '', instance: '' };
  // an alarm that rings late asks whether something is due; of what was removed, or is missed no more, nothing is
  if (deed.do === 'time-out' && (share.removal !== null || standingOf(share, ref) === undefined)) return [];
  const standing = requireStanding(state, share, ref);
  const { justification } = standing;
  requireThere(share);
  const approval = judgedBy(justification);
  const facts = actOn(
    approval && knowingParties(approval, share, state),
    command,
    known('missed', addDays(standing.dueOn, 1)),
  );
  if (justification === null || justification === undefined || deed.do !== 'take-step') {
    return weighing(share, standing, facts, (fact) =>
      justification === null || justification === undefined ? { effect: null } : effectWithout(justification, fact),
    );
  }
  const agrees = deed.outcome === 'approve';
  requireEffectOf(share, agrees, effect);
  if (agrees && approval !== null) requireOneEffect(share, approval, effect, justification.effect);
  const said = { effect: agrees ? effect : null, note: agrees ? deed.note : deed.reason };
  return [
    ...weighing(share, standing, facts, () => said),
    ...deciding(share, standing, facts, said, justification.effect),
  ];
}

/** Its approval, also one that is over; null: none judges it. */
function judgedBy(justification: JustificationStanding | null): Approval | null {
  const approval = justification?.approval ?? null;
  return justification?.status === 'submitted' || approval?.status !== 'open' ? approval : null;
}

/**
 * One step of the chain that decides on a justification. The first freezes the chain; the last that accepts says with
 * what effect. Nobody decides who wrote it, answers for the share or is scored on the same finding.
 */
export function decideJustification(
  command: ObjectiveCommandOf<'objective.decide-justification'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, step, accept, effect, note, act, chain, workflow, staff, by, on, at } = command;
  const share = requireShare(state, shareId);
  const { deadlineId, instance, justification } = requireStanding(state, share, command.missed);
  requireThere(share);
  const ref = { shareId, deadlineId, instance };
  if (justification?.status !== 'submitted') {
    throw new Refused('objective/not-justified', toldDeadline(state.objective, shareId, ref));
  }
  const parties = partiesOf(share, state, justification.authors);
  const relations = relationsOf(share, state);
  const open = () =>
    openApproval({ subject: 'justification', chain, workflow, parties, relations, degree: null, staff, on, at });
  const opened = justification.approval ?? open();
  const approval = 'status' in opened ? knowingParties(opened, share, state) : begun(opened);
  const outcome = accept ? 'approve' : 'reject';
  const taken = {
    step,
    outcome,
    note,
    act,
    points: [],
    returnBy: null,
    degree: null,
    reason: note,
    ...(on !== undefined && { on }),
  } as const;
  const facts = takeStep(approval, { ...taken, by, staff, at });
  requireEffectOf(share, accept, effect);
  if (accept) requireOneEffect(share, approval, effect, justification.effect);
  const said = { effect: accept ? effect : null, note };
  return [
    ...('status' in opened
      ? []
      : [{ type: 'objective.justification-opened.v1', data: { ...ref, approval: opened } } as const]),
    ...weighing(share, ref, facts, () => said),
    ...deciding(share, ref, facts, said, justification.effect),
  ];
}

/** What is not accepted counts as missed: an effect that was said of it would be lost without a word. */
function requireEffectOf({ shareId }: ShareState, accepted: boolean, effect: JustificationEffect | null): void {
  if (!accepted && effect !== null) throw new Refused('objective/effect-of-rejection', { share: shareId });
}

/**
 * All who agree at a step agree to the same: the effect that the first of them named, or left as an earlier step proposed it. At
 * the last step there is one from the first vote on.
 */
function requireOneEffect(
  { shareId }: ShareState,
  approval: Approval,
  effect: JustificationEffect | null,
  proposed: JustificationEffect | null,
): void {
  if (isLastStep(approval) && (effect ?? proposed) === null) {
    throw new Refused('objective/effect-missing', { share: shareId });
  }
  const isAgreed = approval.opening.votes.length > 0 && proposed !== null;
  if (isAgreed && effect !== null && effect !== proposed) {
    throw new Refused('objective/effect-differs', { share: shareId, effect, agreed: proposed });
  }
}

function weighing(
  { shareId }: ShareState,
  { deadlineId, instance }: InstanceRef,
  facts: readonly ApprovalFact[],
  said: (fact: ApprovalFact) => EffectSaid,
): readonly ObjectiveEvent[] {
  const ref = { shareId, deadlineId, instance };
  return facts.map((fact) => {
    const { effect, effectLost } = said(fact);
    const data = { ...ref, fact, effect, ...(effectLost && { effectLost }) };
    return { type: 'objective.justification-weighed.v1', data } as const;
  });
}

/** The last word of the chain; none while it goes on, or goes back. */
function deciding(
  { shareId }: ShareState,
  { deadlineId, instance }: InstanceRef,
  facts: readonly ApprovalFact[],
  { effect, note }: { readonly effect: JustificationEffect | null; readonly note: string },
  proposed: JustificationEffect | null,
): readonly ObjectiveEvent[] {
  const last = facts.at(-1)?.kind;
  if (last !== 'approved' && last !== 'rejected') return [];
  const accepted = last === 'approved';
  const decided = accepted ? (effect ?? proposed) : null;
  const ref = { shareId, deadlineId, instance };
  return [{ type: 'objective.justification-decided.v1', data: { ...ref, accepted, effect: decided, note } }];
}
