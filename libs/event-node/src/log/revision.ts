/** The last revision of a stream that was tombstoned; outside this process it is 2^63−1. */
export const TOMBSTONE = Number.MAX_SAFE_INTEGER;

/** What `TOMBSTONE` is on the wire, and what `$tb` is in the metadata of a deleted stream. */
export const LARGEST_REVISION = 2n ** 63n - 1n;

/** As it is said to clients. */
export function revisionText(revision: number): string {
  return revision === TOMBSTONE ? String(LARGEST_REVISION) : String(revision);
}

/** As it is reckoned with here: whatever is not exact lies beyond every event, and only the largest is a tombstone. */
export function revisionOf(text: string): number {
  const revision = BigInt(text);
  if (revision === LARGEST_REVISION) return TOMBSTONE;
  return revision >= BigInt(TOMBSTONE) ? TOMBSTONE - 1 : Number(revision);
}
