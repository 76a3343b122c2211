import type { Decider } from '../decider.js';
import { Refused } from '../refused.js';
import type { Actor, Instant } from '../values.js';

export interface ClockCommand {
  readonly type: 'clock.advance';
  readonly to: Instant;
  readonly by: Actor;
  readonly at: Instant;
}

export interface ClockEvent {
  readonly type: 'clock.advanced.v1';
  readonly data: { readonly to: Instant };
}

export interface ClockState {
  readonly now: Instant | null;
}

/** The simulated clock of a demonstration: it only goes forward. */
export const clock: Decider<ClockState, ClockCommand, ClockEvent> = {
  initial: { now: null },

  decide({ to }, { now }) {
    if (now !== null && to < now) throw new Refused('clock/goes-backwards', { now, to });
    return to === now ? [] : [{ type: 'clock.advanced.v1', data: { to } }];
  },

  evolve(state, event) {
    return event.type === 'clock.advanced.v1' ? { now: event.data.to } : state;
  },
};
