import type { Mark } from './mark.js';
import type { Batch } from './record.js';
import type { Found } from './write-ahead-file.js';

/**
 * The batches of a write-ahead file that the tables do not hold, in order, as far as one follows the other.
 *
 * Only the last one may be there in part: it was being written, and nobody was told that it is kept. So what comes after
 * a gap tells of a file that is damaged, or of one that was read while it was written; and a file that ends before what
 * the tables have from it, of an older copy.
 */
export function unsettled(
  found: readonly Found[],
  { settled, filed }: Mark,
): { readonly batches: readonly Batch[]; readonly isWhole: boolean } {
  const later = found.filter(({ sequence }) => sequence > settled).sort((a, b) => a.sequence - b.sequence);
  const batches = later.filter(({ sequence }, index) => sequence === settled + 1 + index);
  const isCurrent = found.some(({ sequence }) => sequence >= filed);
  return { batches, isWhole: isCurrent && batches.length === later.length };
}
