import type { Decider } from '#domain';
import type { Position, RecordedEvent, Revision } from '#event-store';

/** How many commands a stream remembers, newest last: far more than a client that retries can have in doubt. */
const REMEMBERED = 1000;

/** What a command ended with, as the log itself tells it. */
export interface Done {
  readonly hash: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly events: readonly string[];
}

/** A stream folded into what the next command needs: immutable, so that it can be kept and shared. */
export interface Folded<State> {
  readonly state: State;
  /** -1 before the first event. */
  readonly revision: Revision;
  readonly position: Position;
  readonly hash: string | null;
  readonly commands: ReadonlyMap<string, Done>;
}

export function empty<State>(initial: State): Folded<State> {
  return { state: initial, revision: -1, position: 0n, hash: null, commands: new Map() };
}

/** Folds the events that follow `from`. */
export function fold<State, Command, Event>(
  decider: Decider<State, Command, Event>,
  from: Folded<State>,
  events: readonly RecordedEvent[],
): Folded<State> {
  if (events.length === 0) return from;
  const commands = new Map(from.commands);
  let { state, revision, position, hash } = from;
  for (const event of events) {
    // what was written through these rules is what they read back
    state = decider.evolve(state, { type: event.type, data: event.data } as Event);
    ({ revision, position } = event);
    hash = text(event.metadata['hash']);
    const commandId = text(event.metadata['commandId']);
    if (commandId !== null) {
      const before = commands.get(commandId);
      commands.delete(commandId);
      commands.set(commandId, {
        hash: text(event.metadata['commandHash']) ?? '',
        revision,
        position,
        events: [...(before?.events ?? []), event.type],
      });
    }
  }
  for (const oldest of commands.keys()) {
    if (commands.size <= REMEMBERED) break;
    commands.delete(oldest);
  }
  return { state, revision, position, hash, commands };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
