import type { LifecycleVerb } from '../workflow/lifecycle.js';
import type { ObjectiveEvent } from './messages.js';
import type { ObjectiveState } from './state.js';
import { requirePossible } from './transitions.js';

/** The transition that an event makes, and of which share; null where it makes none, or was checked by its own rule. */
function transitionIn(event: ObjectiveEvent): { readonly verb: LifecycleVerb; readonly shareId: string } | null {
  switch (event.type) {
    case 'objective.assigned.v1':
      return { verb: 'assign', shareId: event.data.shareId };
    case 'objective.acknowledged.v1':
      return { verb: 'acknowledge', shareId: event.data.shareId };
    case 'objective.rendicontazione-submitted.v1':
    case 'objective.rendicontazione-submitted.v2':
      return { verb: 'submit-rendicontazione', shareId: event.data.shareId };
    case 'objective.rendicontazione-returned.v1':
      return { verb: 'return-rendicontazione', shareId: event.data.shareId };
    case 'objective.rendicontazione-approved.v1':
      return event.data.final ? { verb: 'approve-rendicontazione', shareId: event.data.shareId } : null;
    case 'objective.premium-liquidated.v1':
    case 'objective.premium-adjusted.v1':
      // what was paid before the share moved on is noted wherever it stands
      return event.data.degree === undefined ? { verb: 'liquidate', shareId: event.data.shareId } : null;
    default:
      return null;
  }
}

/**
 * What was decided, where the body's definition allows it too: the rules of each act come first and say more.
 *
 * @throws Refused `lifecycle/not-allowed`
 */
export function obeying(state: ObjectiveState, events: readonly ObjectiveEvent[]): readonly ObjectiveEvent[] {
  for (const event of events) {
    const transition = transitionIn(event);
    if (transition === null) continue;
    for (const share of state.shares) {
      // from hand to hand a share stays where it is
      if (transition.verb === 'assign' && share.office !== null && share.removal === null) continue;
      if (share.shareId === transition.shareId) requirePossible(state, share, transition.verb);
    }
  }
  return events;
}
