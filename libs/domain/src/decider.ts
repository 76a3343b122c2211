import type { LocalDate } from './values.js';

/** The rules of one kind of stream: what a command does to a state, and what an event makes of it. */
export interface Decider<State, Command, Event> {
  readonly initial: State;
  /** @throws Refused when the rules say no; nothing has changed then */
  decide(command: Command, state: State): readonly Event[];
  evolve(state: State, event: Event): State;
  /** The first day on which what a command tells can have happened; null or absent: any. */
  since?(command: Command, state: State): LocalDate | null;
  /** The day on which what an event tells happened, whenever somebody noticed; null or absent: as its command says. */
  happened?(event: Event): LocalDate | null;
}
