import type { Decider } from '#domain';
import type { EventStore, RecordedEvent } from '#event-store';
import type { Baselines } from './baselines.js';
import { empty, fold, type Folded } from './fold.js';

/** A stream, and the rules by which it is read. */
export interface Read<State, Command, Event> {
  readonly store: EventStore;
  readonly baselines: Baselines;
  readonly decider: Decider<State, Command, Event>;
  readonly stream: string;
}

/** The stream as the log has it now: the baseline and the tail that follows it. */
export async function refreshed<State, Command, Event>(read: Read<State, Command, Event>): Promise<Folded<State>> {
  const known = kept(read) ?? empty(read.decider.initial);
  const tail: RecordedEvent[] = [];
  for await (const event of read.store.read(read.stream, { from: known.revision + 1 })) tail.push(event);
  const folded = fold(read.decider, known, tail);
  if (folded.revision >= 0) read.baselines.set(read.stream, folded);
  return folded;
}

export function kept<State>({ baselines, stream }: Read<State, never, unknown>): Folded<State> | undefined {
  // a stream's name begins with its kind, so what is kept under it was folded by these very rules
  return baselines.get(stream) as Folded<State> | undefined;
}
