/** The rules of one kind of stream: what a command does to a state, and what an event makes of it. */
export interface Decider<State, Command, Event> {
  readonly initial: State;
  /** @throws Refused when the rules say no; nothing has changed then */
  decide(command: Command, state: State): readonly Event[];
  evolve(state: State, event: Event): State;
}
