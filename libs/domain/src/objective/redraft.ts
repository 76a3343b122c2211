import { resumed } from '../approval/resumed.js';
import { requireDate } from '../calendar/civil.js';
import { checkObjective } from '../plan/check-objective.js';
import type { PlannedObjective } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { Instant } from '../values.js';
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
export function withdraw({ at }: ObjectiveCommandOf<'objective.withdraw'>, state: ObjectiveState): ObjectiveEvent[] {
  if (!isPlanned(state)) return []; // proposed, and not in the draft
  requireNotBegun(state);
  const isJudged = state.proposed?.stage === 'proposed';
  return [{ type: 'objective.withdrawn.v1', data: { planId: state.planId ?? '', ...(isJudged && { resumesAt: at }) } }];
}

/** A draft takes what was proposed: how far that had come is kept, for when another draft has it no more. */
export function taken(state: ObjectiveState): ObjectiveState {
  const { proposed, shares } = state;
  const stage = shares[0]?.stage;
  if (proposed === undefined || stage === undefined || stage === 'planned') return state;
  return { ...state, proposed: { ...proposed, stage } };
}

/**
 * Before a draft had it: what was proposed is that proposal, judged as far as it was, of anything else nothing is left.
 *
 * @param resumesAt  null where the log does not say, as `resumed` has it
 */
export function asBefore(
  state: ObjectiveState,
  resumesAt: Instant | null,
  sharesOf: (proposed: PlannedObjective, stage: ShareState['stage']) => readonly ShareState[],
): ObjectiveState {
  const { proposed, proposal } = state;
  if (proposal === null || proposed === undefined || proposed.objective === null) {
    return { ...state, objective: null, horizon: null, planId: null, workflow: null, shares: [] };
  }
  const { stage = 'proposed', ...before } = proposed;
  const { objective, horizon, workflow = state.workflow } = before;
  const approval =
    stage === 'proposed' ? proposal.approval && resumed(proposal.approval, resumesAt) : proposal.approval;
  const shares = sharesOf(proposed.objective, stage);
  return { ...state, objective, horizon, workflow, shares, proposed: before, proposal: { ...proposal, approval } };
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
