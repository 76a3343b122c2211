import type { LifecycleState, Transition } from './lifecycle.js';

/** Where a transition leads: a share that rested goes on where it was, of which the file names one. */
export function leadsTo(
  { verb, to }: Pick<Transition, 'verb' | 'to'>,
  transitions: readonly Pick<Transition, 'verb' | 'from'>[],
): readonly LifecycleState[] {
  const rested = transitions.flatMap((one) => (one.verb === 'suspend' ? one.from : []));
  return verb === 'resume' && rested.length > 0 ? [...new Set(rested)] : [to];
}
