import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import type { ObjectiveState } from './state.js';
import { requireTransition } from './transitions.js';

/** Taken back by whoever proposed it, judged or not: the number is free again, what was said of it stays in the log. */
export function withdrawProposal(
  { reason, ...command }: ObjectiveCommandOf<'objective.withdraw-proposal'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const [share] = state.shares;
  if (share === undefined) throw new Refused('objective/not-defined');
  requireTransition(state, share, 'withdraw-proposal', { ...command, act: null });
  requireText(reason, 'reason');
  return [{ type: 'objective.proposal-withdrawn.v1', data: { planId: state.planId ?? '', reason } }];
}

/** As if nobody had proposed it. */
export function unproposed(state: ObjectiveState): ObjectiveState {
  const { proposed: _, ...rest } = state;
  return { ...rest, objective: null, horizon: null, planId: null, workflow: null, proposal: null, shares: [] };
}
