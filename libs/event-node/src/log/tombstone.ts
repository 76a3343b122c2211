import { TOMBSTONE } from './revision.js';
import { describedBy } from './stream-metadata.js';

interface Written {
  lastRevision(stream: string): number;
}

/**
 * Whether a stream is gone for good; its metadata stream goes with it.
 *
 * @param last  the stream's last revision, where it is known already
 */
export function isTombstoned(written: Written, stream: string, last = written.lastRevision(stream)): boolean {
  if (last === TOMBSTONE) return true;
  const described = describedBy(stream);
  return described !== undefined && written.lastRevision(described) === TOMBSTONE;
}
