import type { Direction, Stored, StreamEvent } from './storage.js';
import { PAGE_BYTES } from './storage.js';

export const positionOf = ({ position }: Pick<Stored, 'position'>): number => position;
export const revisionOf = ({ revision }: Pick<StreamEvent, 'revision'>): number => revision;

/** One page of events that are sorted by a number of theirs. */
export function pageOf<Event extends Stored>(
  events: readonly Event[],
  from: number,
  numberOf: (event: Event) => number,
  direction: Direction,
  limit: number,
): Event[] {
  const page: Event[] = [];
  const forwards = direction === 'forwards';
  const start = forwards ? firstAtOrBeyond(events, from, numberOf) : firstAtOrBeyond(events, from + 1, numberOf) - 1;
  let bytes = 0;
  for (let index = start; page.length < limit && bytes < PAGE_BYTES; index += forwards ? 1 : -1) {
    const event = events[index];
    if (!event) break;
    page.push(event);
    bytes += event.bytes.length;
  }
  return page;
}

/** Index of the first event whose number is not below `number`; the length when there is none. */
export function firstAtOrBeyond<Event>(
  events: readonly Event[],
  number: number,
  numberOf: (event: Event) => number,
): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const event = events[middle];
    if (event !== undefined && numberOf(event) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads on in what follows it: a page of one part of a log, from a number on. */
export type Part<Event> = (from: number, limit: number) => readonly Event[];

/** One page over parts of a log of which each goes on where the one before ends; they may overlap. */
export function pageOver<Event extends Stored>(
  parts: readonly Part<Event>[],
  from: number,
  numberOf: (event: Event) => number,
  direction: Direction,
  limit: number,
): Event[] {
  const page: Event[] = [];
  const step = direction === 'forwards' ? 1 : -1;
  let [next, bytes] = [from, 0];
  for (const part of direction === 'forwards' ? parts : parts.toReversed()) {
    if (page.length >= limit || bytes >= PAGE_BYTES || next < 0) break;
    for (const event of part(next, limit - page.length)) {
      page.push(event);
      bytes += event.bytes.length;
      next = numberOf(event) + step;
    }
  }
  return page;
}
