import { firstAtOrBeyond, revisionOf } from '../log/page-of.js';
import type { Entry, StreamEvent } from '../log/storage.js';
import type { Batch } from './record.js';

const NONE: readonly StreamEvent[] = [];

/** Batches that are durable and not in the tables yet; they settle in one transaction. */
export class Layer {
  readonly entries: Entry[] = [];
  readonly events: StreamEvent[] = [];
  private readonly byStream = new Map<string, StreamEvent[]>();
  /** The last of its batches. */
  sequence = 0;

  add({ sequence, entries }: Batch): void {
    this.sequence = sequence;
    for (const entry of entries) {
      const { stream, revision, position, bytes } = entry;
      const event = { revision, position, bytes };
      this.entries.push(entry);
      this.events.push(event);
      const known = this.byStream.get(stream);
      if (known) known.push(event);
      else this.byStream.set(stream, [event]);
    }
  }

  of(stream: string): readonly StreamEvent[] {
    return this.byStream.get(stream) ?? NONE;
  }

  eventAt(stream: string, revision: number): StreamEvent | undefined {
    const events = this.of(stream);
    const event = events[firstAtOrBeyond(events, revision, revisionOf)];
    return event?.revision === revision ? event : undefined;
  }
}
