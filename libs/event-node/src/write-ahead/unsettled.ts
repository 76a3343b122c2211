import type { Mark } from './mark.js';
import type { Batch } from './record.js';
import type { Found } from './write-ahead-file.js';

/**
 * The batches of a write-ahead file that the tables do not hold, in order, as far as one follows the other.
 *
 * Only the last one may be there in part: it was being written, and nobody was told that it is kept. So what comes after
 * a gap tells of a file that is damaged, or of one that was read while it was written.
 */
export function unsettled(
  found: readonly Found[],
  { settled }: Mark,
): { readonly batches: readonly Batch[]; readonly gap: boolean } {
  const later = found.filter(({ sequence }) => sequence > settled).sort((a, b) => a.sequence - b.sequence);
  const batches = later.filter(({ sequence }, index) => sequence === settled + 1 + index);
  return { batches, gap: batches.length < later.length };
}
