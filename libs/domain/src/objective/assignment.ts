import { requireDate } from '../calendar/civil.js';
import { checkObjective } from '../plan/check-objective.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { requireOwn, requireShare } from './guards.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import type { ObjectiveState } from './state.js';

export function define(command: ObjectiveCommandOf<'objective.define'>, state: ObjectiveState): ObjectiveEvent[] {
  const { planId, objective, horizon } = command;
  if (state.objective !== null) throw new Refused('objective/already-defined', { objective: state.objective.id });
  requireText(planId, 'planId');
  requireDate(horizon, 'horizon');
  checkObjective(objective);
  return [{ type: 'objective.defined.v1', data: { planId, objective, horizon } }];
}

/**
 * Gives a share to the office that will answer for it, or to another one.
 * Not while a report is with its approvers (they would judge what another office wrote) nor after it was approved.
 */
export function assign(command: ObjectiveCommandOf<'objective.assign'>, state: ObjectiveState): ObjectiveEvent[] {
  const { shareId, office } = command;
  const share = requireShare(state, shareId);
  requireText(office, 'office');
  if (share.office === office) throw new Refused('objective/already-assigned', { share: shareId, office });
  if (share.rendicontazione?.status === 'approved') {
    throw new Refused('objective/rendicontazione-already-approved', { share: shareId });
  }
  if (share.rendicontazione?.status === 'open') throw new Refused('objective/rendicontazione-open', { share: shareId });
  return [{ type: 'objective.assigned.v1', data: { shareId, office } }];
}

export function acknowledge(
  command: ObjectiveCommandOf<'objective.acknowledge'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const share = requireShare(state, command.shareId);
  requireOwn(share, command.by);
  if (share.acknowledged) throw new Refused('objective/already-acknowledged', { share: share.shareId });
  return [{ type: 'objective.acknowledged.v1', data: { shareId: share.shareId } }];
}
