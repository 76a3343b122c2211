import type { Direction, Entry, Storage, Stored, StreamEvent } from '../log/storage.js';
import { PAGE_BYTES } from '../log/storage.js';

interface Stream {
  last: number;
  events: StreamEvent[];
}

/** A log that is gone with its process, for tests and trials. */
export function memoryStorage(): Storage {
  let last = 0;
  let log: Stored[] = [];
  const streams = new Map<string, Stream>();

  return {
    lastPosition: () => last,
    lastRevision: (stream) => streams.get(stream)?.last ?? -1,
    eventAt: (stream, revision) => {
      const events = streams.get(stream)?.events ?? [];
      const found = events[firstAtOrBeyond(events, revision, revisionOf)];
      return found?.revision === revision ? found : undefined;
    },
    page: (from, direction, limit) => pageOf(log, from, positionOf, direction, limit),
    streamPage: (stream, from, direction, limit) =>
      pageOf(streams.get(stream)?.events ?? [], from, revisionOf, direction, limit),
    write: async (entries) => {
      for (const { stream, revision, position, bytes } of entries) {
        const event = { revision, position, bytes };
        last = position;
        log.push(event);
        const known = streams.get(stream);
        if (!known) streams.set(stream, { last: revision, events: [event] });
        else {
          known.last = revision;
          known.events.push(event);
        }
      }
    },
    remove: async (events) => {
      const gone = new Set(events.map(positionOf).filter((position) => position !== last));
      const stays = ({ position }: Stored): boolean => !gone.has(position);
      log = log.filter(stays);
      for (const name of new Set(events.map(({ stream }) => stream))) {
        const stream = streams.get(name);
        if (stream) stream.events = stream.events.filter(stays);
      }
    },
    compact: async () => ({ bytesBefore: 0, bytesAfter: 0, pauseMs: 0 }),
    close: async () => undefined,
  };
}

const positionOf = ({ position }: Omit<Entry, 'bytes' | 'stream' | 'revision'>): number => position;
const revisionOf = ({ revision }: StreamEvent): number => revision;

function pageOf<Event extends Stored>(
  events: readonly Event[],
  from: number,
  numberOf: (event: Event) => number,
  direction: Direction,
  limit: number,
): Event[] {
  const page: Event[] = [];
  const forwards = direction === 'forwards';
  const start = forwards ? firstAtOrBeyond(events, from, numberOf) : firstAtOrBeyond(events, from + 1, numberOf) - 1;
  let bytes = 0;
  for (let index = start; page.length < limit && bytes < PAGE_BYTES; index += forwards ? 1 : -1) {
    const event = events[index];
    if (!event) break;
    page.push(event);
    bytes += event.bytes.length;
  }
  return page;
}

/** Index of the first event whose number is not below `number`; the length when there is none. */
function firstAtOrBeyond<Event>(events: readonly Event[], number: number, numberOf: (event: Event) => number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const event = events[middle];
    if (event !== undefined && numberOf(event) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
