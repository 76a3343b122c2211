import type { Decider } from '../decider.js';
import { Refused, type RefusalCode } from '../refused.js';

export type Outcome<Event> =
  | { readonly events: readonly Event[] }
  | { readonly refusal: RefusalCode; readonly facts: Readonly<Record<string, string | number>> };

/** `given(plan)(drafted, approved).when(command)`; whatever is thrown beside `Refused` passes through. */
export function given<State, Command, Event>(decider: Decider<State, Command, Event>) {
  return (...history: readonly Event[]) => {
    const state = history.reduce((before, event) => decider.evolve(before, event), decider.initial);
    return {
      state,
      when(command: Command): Outcome<Event> {
        try {
          return { events: decider.decide(command, state) };
        } catch (error) {
          if (error instanceof Refused) return { refusal: error.code, facts: error.facts };
          throw error;
        }
      },
    };
  };
}

/**
 * The history that these commands make, one after the other.
 *
 * @throws Refused at the first that the rules refuse
 */
export function eventsOf<State, Command, Event>(
  decider: Decider<State, Command, Event>,
  ...commands: readonly Command[]
): readonly Event[] {
  const history: Event[] = [];
  let state = decider.initial;
  for (const command of commands) {
    for (const event of decider.decide(command, state)) {
      history.push(event);
      state = decider.evolve(state, event);
    }
  }
  return history;
}
