import type { Direction, Entry, Storage, Stored } from '../log/storage.js';
import { PAGE_BYTES } from '../log/storage.js';

/** A log that is gone with its process, for tests and trials. */
export function memoryStorage(): Storage {
  const log: Stored[] = [];
  const streams = new Map<string, Stored[]>();

  return {
    lastPosition: () => log.length,
    lastRevision: (stream) => (streams.get(stream)?.length ?? 0) - 1,
    eventAt: (stream, revision) => streams.get(stream)?.[revision],
    page: (from, direction, limit) => pageOf(log, from - 1, direction, limit),
    streamPage: (stream, from, direction, limit) => pageOf(streams.get(stream) ?? [], from, direction, limit),
    write: async (entries: readonly Entry[]) => {
      for (const { stream, position, bytes } of entries) {
        const stored = { position, bytes };
        log.push(stored);
        const events = streams.get(stream);
        if (events) events.push(stored);
        else streams.set(stream, [stored]);
      }
    },
    close: async () => undefined,
  };
}

function pageOf(events: readonly Stored[], from: number, direction: Direction, limit: number): Stored[] {
  const page: Stored[] = [];
  const step = direction === 'forwards' ? 1 : -1;
  const start = direction === 'forwards' ? Math.max(from, 0) : Math.min(from, events.length - 1);
  let bytes = 0;
  for (let index = start; page.length < limit && bytes < PAGE_BYTES; index += step) {
    const stored = events[index];
    if (!stored) break;
    page.push(stored);
    bytes += stored.bytes.length;
  }
  return page;
}
