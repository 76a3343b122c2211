import { requireDate } from '../calendar/civil.js';
import { checkObjective } from '../plan/check-objective.js';
import type { PlannedObjective } from '../plan/document.js';
import { Refused } from '../refused.js';
import { define } from './assignment.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import { statusOf, type ObjectiveState, type ShareState } from './state.js';

/**
 * As the new draft has it: told anew where it was told otherwise, defined where the plan had it not.
 *
 * @throws Refused `plan/already-begun`, or what an objective is refused for
 */
export function redefine(command: ObjectiveCommandOf<'objective.redefine'>, state: ObjectiveState): ObjectiveEvent[] {
  if (!isPlanned(state)) return define({ ...command, type: 'objective.define' }, state);
  const { planId, objective, horizon, workflow } = command;
  const kept = workflow ?? state.workflow;
  const told = JSON.stringify([objective, horizon, kept]);
  if (told === JSON.stringify([state.objective, state.horizon, state.workflow])) return [];
  requireNotBegun(state);
  requireDate(horizon, 'horizon');
  checkObjective(objective);
  return [{ type: 'objective.redefined.v1', data: { planId, objective, horizon, ...(kept && { workflow: kept }) } }];
}

/** @throws Refused `plan/already-begun` */
export function withdraw(state: ObjectiveState): ObjectiveEvent[] {
  if (!isPlanned(state)) return []; // proposed, and not in the draft
  requireNotBegun(state);
  return [{ type: 'objective.withdrawn.v1', data: { planId: state.planId ?? '' } }];
}

/** Before a draft had it: what was proposed is that proposal, of anything else nothing is left. */
export function asBefore(
  state: ObjectiveState,
  validated: (proposed: PlannedObjective) => readonly ShareState[],
): ObjectiveState {
  const { objective = null, horizon = null } = state.proposed ?? {};
  if (objective !== null) return { ...state, objective, horizon, shares: validated(objective) };
  return { ...state, objective, horizon, planId: null, workflow: null, shares: [] };
}

/** Whether anything has happened to it since the plan has it. */
export function hasBegun(state: ObjectiveState): boolean {
  return isPlanned(state) && (state.closed || state.shares.some((share) => statusOf(share) !== 'defined'));
}

function isPlanned({ shares }: ObjectiveState): boolean {
  return shares[0]?.stage === 'planned';
}

function requireNotBegun(state: ObjectiveState): void {
  const { planId, objective } = state;
  if (hasBegun(state)) {
    throw new Refused('plan/already-begun', { plan: planId ?? '', objective: objective?.id ?? '' });
  }
}
