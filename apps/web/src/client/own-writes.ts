let furthest = 0n;

/** Remembers how far the log was after an act of this page, so that queries wait until they have seen it. */
export function wrote(position: string): void {
  const written = BigInt(position);
  if (written > furthest) furthest = written;
}

/** What a query must have seen; undefined before the first act. */
export function ownPosition(): string | undefined {
  return furthest === 0n ? undefined : furthest.toString();
}
