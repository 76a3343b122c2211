import type { Decider } from '#domain';
import type { NewEvent } from '#event-store';
import { dayOf, type Folded } from './fold.js';

/** Streams as they would be, had been done what was only asked. Nothing of it is written, nor kept with what was. */
export class Supposed {
  private readonly streams = new Map<string, Folded<unknown>>();

  /** @param asDone  whether what is asked counts as done for what is asked after it; else all are asked of one moment */
  constructor(private readonly asDone = true) {}

  /** Undefined where nothing is supposed of the stream. */
  of<State>(stream: string): Folded<State> | undefined {
    // a stream's name begins with its kind, so what is kept under it was folded by these very rules
    return this.streams.get(stream) as Folded<State> | undefined;
  }

  /** The stream as the log has it: nobody has to look again. */
  found(stream: string, folded: Folded<unknown>): void {
    this.streams.set(stream, folded);
  }

  add<State, Command, Event>(
    stream: string,
    decider: Decider<State, Command, Event>,
    { state, revision, ...from }: Folded<State>,
    events: readonly NewEvent[],
  ): void {
    const last = events.at(-1);
    if (last === undefined || !this.asDone) return;
    this.streams.set(stream, {
      ...from, // its commands are those that were carried out
      state: events.reduce(
        (before, { type, data, metadata }) => decider.evolve(before, { type, data } as Event, dayOf(metadata)),
        state,
      ),
      revision: revision + events.length,
      hash: typeof last.metadata['hash'] === 'string' ? last.metadata['hash'] : null,
    });
  }
}
