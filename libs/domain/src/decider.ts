import type { EventMetadata } from './metadata.js';
import type { Needed } from './order/needed.js';
import type { LocalDate } from './values.js';

/** Who did something, and in whose place, as the log keeps it beside the event. */
export type DoneBy = Pick<EventMetadata, 'actor' | 'onBehalfOf'>;

/** The rules of one kind of stream: what a command does to a state, and what an event makes of it. */
export interface Decider<State, Command, Event> {
  readonly initial: State;
  /** @throws Refused when the rules say no; nothing has changed then */
  decide(command: Command, state: State): readonly Event[];
  /**
   * @param on  the day on which it happened; absent: nobody says
   * @param by  who did it; absent: the same
   */
  evolve(state: State, event: Event, on?: LocalDate, by?: DoneBy): State;
  /** What a command rests on, of which the day is known: nothing that it tells happened before. Absent: on nothing. */
  restsOn?(command: Command, state: State): readonly Needed[];
  /** The first day on which what a command tells can have happened; null or absent: any. */
  since?(command: Command, state: State): LocalDate | null;
  /** The day on which what an event tells happened, whenever somebody noticed; null or absent: as its command says. */
  happened?(event: Event): LocalDate | null;
}
