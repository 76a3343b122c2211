import type { LifecycleState, LifecycleVerb, Transition } from './lifecycle.js';

/** Where a verb leads, whatever a body calls it. */
export const LEADS_TO: Readonly<Record<LifecycleVerb, readonly [LifecycleState, ...LifecycleState[]]>> = {
  propose: ['proposed'],
  'return-proposal': ['draft'],
  'withdraw-proposal': ['draft'], // where objectives begin: nothing is left of it
  validate: ['validated'],
  approve: ['approved'],
  assign: ['assigned'],
  acknowledge: ['in-progress'],
  suspend: ['suspended'],
  resume: ['in-progress', 'assigned'],
  remove: ['removed'],
  'submit-rendicontazione': ['rendicontazione-submitted'],
  'return-rendicontazione': ['rendicontazione-returned'],
  'approve-rendicontazione': ['rendicontazione-approved'],
  'make-definitive': ['definitive'],
  liquidate: ['liquidated'],
  close: ['closed'],
  reopen: ['rendicontazione-submitted'], // the report is judged anew; a step may send it back
};

/** Where a transition leads: a share that rested goes on where it was, of which the file names one. */
export function leadsTo(
  { verb, to }: Pick<Transition, 'verb' | 'to'>,
  transitions: readonly Pick<Transition, 'verb' | 'from'>[],
): readonly LifecycleState[] {
  const rested = transitions.flatMap((one) => (one.verb === 'suspend' ? one.from : []));
  return verb === 'resume' && rested.length > 0 ? [...new Set(rested)] : [to];
}
