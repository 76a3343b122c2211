import type { LifecycleState, Transition } from './lifecycle.js';

/**
 * The states that can be reached from one, itself among them.
 *
 * @param without  a state that is not entered
 */
export function reachableFrom(
  start: LifecycleState,
  transitions: readonly Transition[],
  without: LifecycleState | null = null,
): ReadonlySet<LifecycleState> {
  const reached = new Set<LifecycleState>([start]);
  for (const state of reached) {
    for (const { from, to } of transitions) if (from.includes(state) && to !== without) reached.add(to);
  }
  return reached;
}
