import type { Decider } from '#domain';
import type { Position, RecordedEvent, Revision } from '#event-store';
import { DoneCommands } from './done-commands.js';

/** A stream folded into what the next command needs: immutable, so that it can be kept and shared. */
export interface Folded<State> {
  readonly state: State;
  /** -1 before the first event. */
  readonly revision: Revision;
  readonly position: Position;
  readonly hash: string | null;
  readonly commands: DoneCommands;
}

export function empty<State>(initial: State): Folded<State> {
  return { state: initial, revision: -1, position: 0n, hash: null, commands: new DoneCommands() };
}

/** Folds the events that follow `from`. */
export function fold<State, Command, Event>(
  decider: Decider<State, Command, Event>,
  from: Folded<State>,
  events: readonly RecordedEvent[],
): Folded<State> {
  if (events.length === 0) return from;
  let { state, revision, position, hash } = from;
  const { commands } = from;
  for (const event of events) {
    // what was written through these rules is what they read back
    state = decider.evolve(state, { type: event.type, data: event.data } as Event);
    ({ revision, position } = event);
    hash = typeof event.metadata['hash'] === 'string' ? event.metadata['hash'] : null;
    commands.note(event);
  }
  return { state, revision, position, hash, commands };
}
