import { headingOf, streamBegins } from './record.js';

const BOOKKEEPING = '$persistentsubscription-$all::';
const BOOKKEEPING_BYTES = Buffer.from(BOOKKEEPING);

/**
 * Streams that the whole log does not show: what persistent subscriptions to the whole log write about themselves
 * would otherwise be news to them without end.
 */
export function isHidden(stream: string): boolean {
  return stream.startsWith(BOOKKEEPING) && (stream.endsWith('-checkpoint') || stream.endsWith('-parked'));
}

/** The same of a record, without decoding every one. */
export function isHiddenFromAll(record: Buffer): boolean {
  return streamBegins(record, BOOKKEEPING_BYTES) && isHidden(headingOf(record).stream);
}
