import type { Decider } from '../decider.js';
import { knowingDays } from '../order/days.js';
import { annul } from './annulling.js';
import { delegate, revoke, takeUp } from './delegating.js';
import type { OrganisationCommand, OrganisationEvent } from './messages.js';
import { keysOf, restsOn } from './rests-on.js';
import { evolve, initial, type OrganisationState } from './state.js';
import { leave, take } from './tenures.js';

/** Who holds which office from when to when, and who acts for whom: one for the whole body. */
export const organisation: Decider<OrganisationState, OrganisationCommand, OrganisationEvent> =
  /* @__PURE__ */ knowingDays({ initial, decide, evolve, restsOn }, keysOf);

function decide(command: OrganisationCommand, state: OrganisationState): readonly OrganisationEvent[] {
  switch (command.type) {
    case 'organisation.take-office':
      return take(command, state);
    case 'organisation.leave-office':
      return leave(command, state);
    case 'organisation.annul-tenure':
      return annul(command, state);
    case 'organisation.delegate':
      return delegate(command, state);
    case 'organisation.take-up-delegation':
      return takeUp(command, state);
    case 'organisation.revoke-delegation':
      return revoke(command, state);
  }
}
