import { begun, openApproval } from '../approval/open.js';
import { takeStep } from '../approval/take-step.js';
import { missedAt } from '../deadline/instances.js';
import type { Parties } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import type { Relations } from '../separation/separation.js';
import { requireText } from '../text.js';
import { missed } from './deadlines.js';
import { requireAcknowledged, requireNotLiquidated, requireOwn, requireShare, requireStanding } from './guards.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import { isFrozen } from './suspension.js';
import { isBound, type ObjectiveState, type ShareState } from './state.js';

/** Why a deadline was missed, said by itself: what was due may never be done. Again only after a rejection. */
export function justify(command: ObjectiveCommandOf<'objective.justify'>, state: ObjectiveState): ObjectiveEvent[] {
  const { shareId, justification, evidence, by, at } = command;
  const share = requireShare(state, shareId);
  requireNotLiquidated(share);
  requireOwn(share, by);
  requireAcknowledged(share);
  const standing = requireStanding(share, command.missed);
  const { deadlineId, instance } = standing;
  const facts = { share: shareId, deadline: deadlineId, instance };
  const overdue =
    standing.status === 'open' && isBound(share) && !isFrozen(share, standing) && at >= missedAt(standing);
  if (!overdue && standing.status !== 'missed' && standing.status !== 'fulfilled-late') {
    throw new Refused('objective/deadline-not-missed', facts);
  }
  if (standing.justification !== null && standing.justification.status !== 'rejected') {
    throw new Refused('objective/already-justified', { ...facts, status: standing.justification.status });
  }
  requireText(justification.note, 'justification.note');
  const submitted: ObjectiveEvent = {
    type: 'objective.justification-submitted.v1',
    data: { shareId, deadlineId, instance, justification, evidence, submittedBy: by.id },
  };
  return overdue ? [missed(shareId, standing), submitted] : [submitted];
}

/**
 * One step of the chain that decides on a justification. The first freezes the chain; the last that accepts says with
 * what effect. Nobody decides who wrote it, answers for the share or is scored on the same finding.
 */
export function decideJustification(
  command: ObjectiveCommandOf<'objective.decide-justification'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, step, accept, effect, note, act, chain, workflow, staff, by, at } = command;
  const share = requireShare(state, shareId);
  const { deadlineId, instance, justification } = requireStanding(share, command.missed);
  const ref = { shareId, deadlineId, instance };
  if (justification?.status !== 'submitted') {
    throw new Refused('objective/not-justified', { share: shareId, deadline: deadlineId, instance });
  }
  const parties = partiesOf(share, state, justification.authors);
  const relations = relationsOf(share);
  const open = () =>
    openApproval({ subject: 'justification', chain, workflow, parties, relations, degree: null, staff, at });
  const opened = justification.approval ?? open();
  const approval = 'status' in opened ? opened : begun(opened);
  const outcome = accept ? 'approve' : 'reject';
  const taken = { step, outcome, note, act, points: [], returnBy: null, degree: null, reason: note } as const;
  const facts = takeStep(approval, { ...taken, by, staff, at });
  const weighed = facts.map((fact): ObjectiveEvent => ({
    type: 'objective.justification-weighed.v1',
    data: { ...ref, fact, effect: accept ? effect : null },
  }));
  const opening: ObjectiveEvent[] =
    'status' in opened ? [] : [{ type: 'objective.justification-opened.v1', data: { ...ref, approval: opened } }];
  const last = facts.at(-1)?.kind;
  if (last !== 'approved' && last !== 'rejected') return [...opening, ...weighed];
  const decided = accept ? (effect ?? justification.effect) : null;
  if (accept && decided === null) throw new Refused('objective/effect-missing', { share: shareId });
  return [
    ...opening,
    ...weighed,
    { type: 'objective.justification-decided.v1', data: { ...ref, accepted: accept, effect: decided, note } },
  ];
}

function partiesOf(share: ShareState, { shares }: ObjectiveState, authors: readonly string[]): Parties {
  const offices = officesOf(share);
  const scored = shares
    .filter((other) => other !== share && other.indicatorIds.some((id) => share.indicatorIds.includes(id)))
    .flatMap(officesOf)
    .filter((office) => !offices.includes(office));
  return { authors, offices, scored: [...new Set(scored)], beneficiaries: [] };
}

function relationsOf(share: ShareState): Relations {
  const assignee = share.office === null ? [] : [share.office];
  return { 'head-of-area': [share.areaId], assignee, proposer: assignee, 'other-areas': [] };
}

function officesOf({ areaId, office }: ShareState): readonly string[] {
  return office === null || office === areaId ? [areaId] : [areaId, office];
}
