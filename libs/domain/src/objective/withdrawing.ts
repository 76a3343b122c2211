import type { LifecycleState, Transition } from '../workflow/lifecycle.js';

const BEFORE_PLAN: readonly LifecycleState[] = ['draft', 'proposed', 'validated'];

/**
 * Those of a definition, and where it says nothing of it: who proposed an objective may take it back until the plan has it.
 * A definition kept by an older log says nothing of it.
 */
export function withWithdrawal(transitions: readonly Transition[]): readonly Transition[] {
  const isSaid = transitions.some(({ verb }) => verb === 'withdraw-proposal');
  if (isSaid || !transitions.some(({ verb }) => verb === 'propose')) return transitions;
  return [...transitions, BY_PROPOSER];
}

const BY_PROPOSER: Transition = {
  verb: 'withdraw-proposal',
  from: BEFORE_PLAN,
  to: 'draft',
  who: [{ relation: 'proposer' }],
  act: null,
};
