import { streamName, type Instant } from '#domain';
import type { EventStore, Position, RecordedEvent } from '#event-store';

/** Where time enters. */
export interface Clock {
  now(): Instant;
}

/** Several commands come in one millisecond. */
let told = { ms: NaN, instant: '' };

export const systemClock: Clock = {
  now: () => {
    const ms = Date.now();
    if (ms !== told.ms) told = { ms, instant: new Date(ms).toISOString() };
    return told.instant;
  },
};

/** Before anyone has set it, a simulated clock shows the beginning of time. */
const UNSET: Instant = '1970-01-01T00:00:00.000Z';

/** A clock that stands still until the log says otherwise: every process that follows the log reads the same time. */
export interface SimulatedClock extends Clock {
  /** Takes note of an instant at once, before the log's echo arrives. Never goes back. */
  observe(now: Instant): void;
  /** Whether anyone has set it. */
  isSet(): boolean;
  close(): Promise<void>;
}

/** @param onAdvance  called after the clock has moved by the log */
export async function simulatedClock(
  store: EventStore,
  body: string,
  onAdvance: (now: Instant) => void = () => undefined,
): Promise<SimulatedClock> {
  const stream = streamName('clock', body, 'simulated');
  const over = new AbortController();
  let now = UNSET;
  let after: Position | undefined;
  const observe = (instant: Instant): void => {
    if (instant > now) now = instant;
  };
  for await (const event of store.read(stream, { direction: 'backwards', limit: 1 })) {
    observe(instantOf(event));
    after = event.position;
  }
  const following = (async () => {
    while (!over.signal.aborted) {
      try {
        const news = store.follow({ prefixes: [stream], signal: over.signal, ...(after !== undefined && { after }) });
        for await (const item of news) {
          if (item.kind === 'checkpoint') after = item.position;
          if (item.kind !== 'event') continue;
          after = item.event.position;
          observe(instantOf(item.event));
          onAdvance(now);
        }
      } catch {
        await pause(RECONNECT_MS, over.signal); // the store is away: the time stands still until it is back
      }
    }
  })();
  return {
    now: () => now,
    observe,
    isSet: () => now !== UNSET,
    close: async () => {
      over.abort();
      await following;
    },
  };
}

function instantOf({ data }: RecordedEvent): Instant {
  return typeof data['to'] === 'string' ? data['to'] : UNSET;
}

const RECONNECT_MS = 200;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
