import { romeDayOf } from '../calendar/rome.js';
import type { Decider, DoneBy } from '../decider.js';
import { dayTold, decideInOrder, type Dated } from '../order/in-order.js';
import { Refused, type RefusalCode } from '../refused.js';
import type { LocalDate } from '../values.js';

export type Outcome<Event> =
  | { readonly events: readonly Event[] }
  | { readonly refusal: RefusalCode; readonly facts: Readonly<Record<string, string | number>> };

/** A command, with the day on which it happened where it is recorded later. */
type Told = Dated & { readonly on?: LocalDate };

/** The day of each event that came of a command, and who gave it, as the log keeps them beside the event. */
const beside = new WeakMap<object, { readonly on: LocalDate; readonly by: DoneBy }>();

/** `given(plan)(drafted, approved).when(command)`; whatever is thrown beside `Refused` passes through. */
export function given<State, Command extends Told, Event extends object>(decider: Decider<State, Command, Event>) {
  return (...history: readonly Event[]) => {
    const state = history.reduce((before, event) => {
      const { on, by } = beside.get(event) ?? {};
      return decider.evolve(before, event, on, by);
    }, decider.initial);
    return {
      state,
      when(command: Command): Outcome<Event> {
        try {
          return { events: decideInOrder(decider, command, state, command.on) };
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
export function eventsOf<State, Command extends Told, Event extends object>(
  decider: Decider<State, Command, Event>,
  ...commands: readonly Command[]
): readonly Event[] {
  const history: Event[] = [];
  let state = decider.initial;
  for (const command of commands) {
    const on = dayTold(command, command.on)?.on ?? romeDayOf(command.at);
    const by = { actor: command.by, onBehalfOf: null };
    for (const event of decider.decide(command, state)) {
      beside.set(event, { on, by });
      history.push(event);
      state = decider.evolve(state, event, on, by);
    }
  }
  return history;
}
