import { alsoBy } from '../approval/given-to.js';
import type { DoneBy } from '../decider.js';
import type { PlanEvent } from './messages.js';
import type { PlanState } from './state.js';

/**
 * Who gave the document of a draft, or one in its place: they wrote what is judged, whoever proposes it. Null: it is no document, or
 * nobody says who.
 */
export function drafterIn({ type }: { readonly type: string }, by: Partial<DoneBy> | undefined): string | null {
  const person = by?.actor?.id;
  const isDocument = type === 'plan.drafted.v1' || type === 'plan.redrafted.v1';
  return !isDocument || person === undefined || person === 'system' ? null : person;
}

/** Also of an approval that an earlier release let set out with who proposed it alone. */
export function knowingDrafters(state: PlanState, event: PlanEvent, by: DoneBy | undefined): PlanState {
  const { drafters = [], approval } = state;
  if (event.type === 'plan.approval-opened.v1' && approval !== null)
    return { ...state, approval: drafters.reduce((one, person) => alsoBy(one, person), approval) };
  const person = drafterIn(event, by);
  return person === null || drafters.includes(person) ? state : { ...state, drafters: [...drafters, person] };
}
