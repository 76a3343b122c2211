import { withGiver, type Decider, type Delegated, type DoneBy, type EventMetadata, type LocalDate } from '#domain';
import type { JsonObject, Position, RecordedEvent, Revision } from '#event-store';
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

/** What logs of earlier releases say beside the data of an event alone. */
function asReadToday({ type, data, metadata }: RecordedEvent): { readonly type: string; readonly data: object } {
  if (type !== 'organisation.delegated.v1') return { type, data };
  return { type, data: withGiver(data as object as Delegated, metadata as object as EventMetadata) };
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
    state = decider.evolve(state, asReadToday(event) as Event, dayOf(event.metadata), doneBy(event.metadata));
    ({ revision, position } = event);
    hash = typeof event.metadata['hash'] === 'string' ? event.metadata['hash'] : null;
    commands.note(event);
  }
  return { state, revision, position, hash, commands };
}

/** Absent: an earlier release did not keep it. */
export function dayOf({ occurredOn }: JsonObject): LocalDate | undefined {
  return typeof occurredOn === 'string' ? occurredOn : undefined;
}

/** Absent: an earlier release did not keep it. */
export function doneBy(metadata: JsonObject): DoneBy | undefined {
  // as the engine wrote it
  return metadata['actor'] === undefined ? undefined : (metadata as object as EventMetadata);
}
