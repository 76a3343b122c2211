import { addDays } from '../calendar/civil.js';
import type { WithDays } from '../order/days.js';
import type { OrganisationEvent } from './messages.js';
import type { Delegation, Tenure } from './staff.js';

export interface OrganisationState extends WithDays {
  readonly tenures: ReadonlyMap<string, Tenure>;
  /** Those that were revoked end on the day before. */
  readonly delegations: ReadonlyMap<string, Delegation>;
}

export const initial: OrganisationState = { tenures: new Map(), delegations: new Map() };

export function evolve(state: OrganisationState, event: OrganisationEvent): OrganisationState {
  switch (event.type) {
    case 'organisation.office-taken.v1': {
      const { tenureId, nobodyElse: _, ...tenure } = event.data;
      return { ...state, tenures: new Map(state.tenures).set(tenureId, tenure) };
    }
    case 'organisation.office-left.v1': {
      const { tenureId, to } = event.data;
      const tenure = state.tenures.get(tenureId);
      return tenure === undefined
        ? state
        : { ...state, tenures: new Map(state.tenures).set(tenureId, { ...tenure, to }) };
    }
    case 'organisation.tenure-annulled.v1': {
      const tenures = new Map(state.tenures);
      tenures.delete(event.data.tenureId);
      return { ...state, tenures };
    }
    case 'organisation.delegated.v1': {
      const { delegationId: id, person, nobodyElse: _, ...rest } = event.data;
      return { ...state, delegations: new Map(state.delegations).set(id, { id, to: { person }, ...rest }) };
    }
    case 'organisation.delegation-taken-up.v1': {
      const { delegationId } = event.data;
      const delegation = state.delegations.get(delegationId);
      if (delegation === undefined) return state;
      return { ...state, delegations: new Map(state.delegations).set(delegationId, { ...delegation, takenUp: true }) };
    }
    case 'organisation.delegation-revoked.v1': {
      const { delegationId, on } = event.data;
      const delegation = state.delegations.get(delegationId);
      if (delegation === undefined) return state;
      const until = addDays(on, -1);
      return { ...state, delegations: new Map(state.delegations).set(delegationId, { ...delegation, until }) };
    }
    default:
      return state; // an event newer than this code: history must stay readable
  }
}
