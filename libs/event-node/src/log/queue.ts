import type { Batch, Outcome } from './batch.js';

/** One flush carries at most this much, so that no append waits for an endless one. */
const MOST_APPENDS = 1024;
const MOST_BYTES = 16 * 1024 * 1024;

/** Who brings more waits until less than this does. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;

/**
 * It carries about as many events as are taken in and answered while it lasts. With more, everybody is answered at once
 * and then asks at once, and the disk and the processors wait for each other.
 */
const EVENTS_PER_MS = 32;
const FEWEST_EVENTS = 16;

/** How much of what is known of a flush comes from the newest. */
const NEWEST = 1 / 8;

export interface Queued {
  readonly decide: (batch: Batch) => Outcome;
  readonly events: number;
  readonly bytes: number;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** What waits for a flush, in order of arrival. */
export class Queue {
  private readonly queued: Queued[] = [];
  private bytes = 0;
  private flushMs = 0;
  private roomMade: Promise<void> | undefined;
  private makeRoom = (): void => undefined;

  get length(): number {
    return this.queued.length;
  }

  push(queued: Queued): void {
    this.queued.push(queued);
    this.bytes += queued.bytes;
  }

  /** Resolves when there is room for more; undefined when there is now. */
  room(): Promise<void> | undefined {
    if (this.bytes < MOST_WAITING_BYTES) return undefined;
    return (this.roomMade ??= new Promise((resolve) => (this.makeRoom = resolve)));
  }

  /** What the next flush carries: at least one append, however large. */
  take(): Queued[] {
    const mostEvents = Math.max(FEWEST_EVENTS, this.flushMs * EVENTS_PER_MS);
    let [appends, events, bytes] = [0, 0, 0];
    for (const queued of this.queued) {
      events += queued.events;
      bytes += queued.bytes;
      if (appends > 0 && (appends === MOST_APPENDS || events > mostEvents || bytes > MOST_BYTES)) break;
      appends += 1;
    }
    const taken = this.queued.splice(0, appends);
    for (const queued of taken) this.bytes -= queued.bytes;
    if (this.bytes < MOST_WAITING_BYTES) {
      this.makeRoom();
      this.roomMade = undefined;
    }
    return taken;
  }

  /** Tells how long a flush took. */
  flushed(tookMs: number): void {
    this.flushMs += (tookMs - this.flushMs) * NEWEST;
  }
}
