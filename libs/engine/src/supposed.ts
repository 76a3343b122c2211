import type { Decider } from '#domain';
import type { NewEvent } from '#event-store';
import { dayOf, doneBy, type Folded } from './fold.js';

/** Streams as they would be, had been done what was only asked. Nothing of it is written, nor kept with what was. */
export class Supposed {
  private readonly streams = new Map<string, Folded<unknown>>();

  /** @param asDone  whether what is asked counts as done for what is asked after it; else all are asked of one moment */
  constructor(private readonly asDone = true) {}

  /** The stream as it is supposed; where nothing is, as the log has it, and nobody has to look again. */
  async read<State>(stream: string, look: () => Promise<Folded<State>>): Promise<Folded<State>> {
    // a stream's name begins with its kind, so what is kept under it was folded by these very rules
    const known = this.streams.get(stream) as Folded<State> | undefined;
    if (known !== undefined) return known;
    const found = await look();
    this.streams.set(stream, found);
    return found;
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
        (before, { type, data, metadata }) =>
          decider.evolve(before, { type, data } as Event, dayOf(metadata), doneBy(metadata)),
        state,
      ),
      revision: revision + events.length,
      hash: typeof last.metadata['hash'] === 'string' ? last.metadata['hash'] : null,
    });
  }
}
