import { contentOf } from './record.js';
import type { Storage } from './storage.js';
import type { StreamMetadata } from './stream-metadata.js';
import { isDeleted, metadataOf } from './stream-metadata.js';

/** Which events of a stream are seen, as its metadata want it at one moment. */
export interface Window {
  /** Lowest revision that is seen. */
  readonly from: number;
  /** Events written before are not seen; -Infinity when age does not matter. */
  readonly writtenSinceMs: number;
}

/** @param last  the stream's last revision, -1 when it has none */
export function windowOf(metadata: StreamMetadata, last: number, nowMs: number): Window {
  return {
    from: visibleFrom(metadata, last),
    writtenSinceMs: metadata.maxAgeMs === undefined ? -Infinity : nowMs - metadata.maxAgeMs,
  };
}

/** Lowest revision that may be seen; age is another question. */
export function visibleFrom({ maxCount, truncateBefore }: StreamMetadata, last: number): number {
  return Math.max(0, maxCount === undefined ? 0 : last - maxCount + 1, truncateBefore ?? 0);
}

export function isVisible({ from, writtenSinceMs }: Window, revision: number, record: Buffer): boolean {
  if (revision < from) return false;
  return writtenSinceMs === -Infinity || contentOf(record).writtenAtMs >= writtenSinceMs;
}

/** Lowest revision that may be seen, age included: times never go back in a log, so it is found by halving. */
export function lowestVisible(storage: Storage, stream: string, { from, writtenSinceMs }: Window): number {
  if (writtenSinceMs === -Infinity) return from;
  let [low, high] = [from, storage.lastRevision(stream) + 1];
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    const [event] = storage.streamPage(stream, middle, 'forwards', 1);
    if (!event || contentOf(event.bytes).writtenAtMs >= writtenSinceMs) high = middle;
    else low = event.revision + 1;
  }
  return low;
}

/** The window of a stream as it stands; undefined when there is nothing to see, since it is missing or was deleted. */
export function streamWindow(storage: Storage, stream: string, nowMs: number): Window | undefined {
  const last = storage.lastRevision(stream);
  if (last < 0) return undefined;
  const metadata = metadataOf(storage, stream);
  return isDeleted(metadata) ? undefined : windowOf(metadata, last, nowMs);
}
