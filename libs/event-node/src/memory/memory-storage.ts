import { firstAtOrBeyond, pageOf, positionOf, revisionOf } from '../log/page-of.js';
import type { Storage, Stored, StreamEvent } from '../log/storage.js';

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
