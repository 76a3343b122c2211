/**
 * Streams that the whole log does not show: what persistent subscriptions to the whole log write about themselves
 * would otherwise be news to them without end.
 */
export function isHidden(stream: string): boolean {
  return (
    stream.startsWith('$persistentsubscription-$all::') &&
    (stream.endsWith('-checkpoint') || stream.endsWith('-parked'))
  );
}
