import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import type { ObjectiveState } from './state.js';
import { requireTransition } from './transitions.js';

/**
 * Taken back by whoever proposed it, judged or not: the number is free again, what was said of it stays in the log.
 * Not while a variation brings it in: who decides that would decide on what nobody proposes any more.
 *
 * @throws Refused as `requireTransition`, `proposal/under-variation`, `value/text-missing`
 */
export function withdrawProposal(
  { reason, broughtInBy, ...command }: ObjectiveCommandOf<'objective.withdraw-proposal'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const [share] = state.shares;
  if (share === undefined) throw new Refused('objective/not-defined');
  requireTransition(state, share, 'withdraw-proposal', { ...command, act: null });
  if (broughtInBy !== undefined) {
    throw new Refused('proposal/under-variation', { objective: state.objective?.id ?? '', ...broughtInBy });
  }
  requireText(reason, 'reason');
  return [{ type: 'objective.proposal-withdrawn.v1', data: { planId: state.planId ?? '', reason } }];
}

/** As if nobody had proposed it. */
export function unproposed(state: ObjectiveState): ObjectiveState {
  const { proposed: _, ...rest } = state;
  return { ...rest, objective: null, horizon: null, planId: null, workflow: null, proposal: null, shares: [] };
}
