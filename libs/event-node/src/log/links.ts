import { contentOf, headingOf } from './record.js';
import { TOMBSTONE } from './revision.js';
import type { Storage, Stored } from './storage.js';
import { isVisible, streamWindow } from './window.js';

export const LINK_TYPE = '$>';

/** An event as a reader who wants links resolved gets it. */
export interface Resolved {
  /** The event; absent when the link leads to nothing that can be seen. */
  readonly event?: Stored;
  /** The link that led to it; absent for what is no link. */
  readonly link?: Stored;
}

/** Follows a link, one level deep, through the window of the stream it leads to; a link that says nothing is an event. */
export function resolveLinks(storage: Storage, stored: Stored, nowMs: number): Resolved {
  if (headingOf(stored.bytes).type !== LINK_TYPE) return { event: stored };
  const target = targetOf(contentOf(stored.bytes).data.toString());
  if (!target) return { event: stored };
  const event = eventSeen(storage, target, nowMs);
  return event ? { event, link: stored } : { link: stored };
}

export interface LinkTarget {
  readonly stream: string;
  readonly revision: number;
}

/** `<revision>@<stream>`; the stream's name may hold further @. */
export function targetOf(text: string): LinkTarget | undefined {
  const parts = /^(\d{1,19})@(.+)$/s.exec(text);
  if (!parts) return undefined;
  const [, revision = '', stream = ''] = parts;
  return { stream, revision: Number(revision) };
}

function eventSeen(storage: Storage, { stream, revision }: LinkTarget, nowMs: number): Stored | undefined {
  if (storage.lastRevision(stream) === TOMBSTONE || revision > TOMBSTONE) return undefined;
  const window = streamWindow(storage, stream, nowMs);
  const stored = window && storage.eventAt(stream, revision);
  return stored && isVisible(window, revision, stored.bytes) ? stored : undefined;
}
