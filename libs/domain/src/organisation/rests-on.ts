import { known, type Needed } from '../order/needed.js';
import type { OrganisationCommand, OrganisationEvent } from './messages.js';
import type { OrganisationState } from './state.js';

/** An office may be held since before the act that says so: of tenures their own first and last days are asked. @see `Decider.restsOn` */
export function restsOn(command: OrganisationCommand, { days = {} }: OrganisationState): readonly Needed[] {
  switch (command.type) {
    case 'organisation.take-office':
    case 'organisation.leave-office':
    case 'organisation.annul-tenure':
    case 'organisation.delegate':
    case 'organisation.take-up-delegation':
      return [];
    case 'organisation.revoke-delegation':
      return known('delegated', days[given(command.delegationId)]);
  }
}

/** Under which names the day of an event is kept. */
export function keysOf(event: OrganisationEvent): readonly string[] {
  return event.type === 'organisation.delegated.v1' ? [given(event.data.delegationId)] : [];
}

function given(delegationId: string): string {
  return `delegated/${delegationId}`;
}
