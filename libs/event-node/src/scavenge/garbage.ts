import { headingOf } from '../log/record.js';
import { TOMBSTONE } from '../log/revision.js';
import type { Entry, Storage, Stored } from '../log/storage.js';
import { metadataOf } from '../log/stream-metadata.js';
import type { Window } from '../log/window.js';
import { isVisible, windowOf } from '../log/window.js';
import { isIndex } from '../projections/standard.js';

export type Garbage = Omit<Entry, 'bytes'>;

/**
 * Those of a page of the log that nobody can read any more as events of their stream: truncated, expired, deleted with
 * it. The newest event of a metadata stream, a tombstone, and the newest link of an index are never among them: that
 * one says up to which event there were links.
 */
export function garbageIn(storage: Storage, page: readonly Stored[], nowMs: number): readonly Garbage[] {
  const windows = new Map<string, Window>();
  return page.flatMap(({ position, bytes }) => {
    const { stream, revision } = headingOf(bytes);
    let window = windows.get(stream);
    if (!window) windows.set(stream, (window = kept(storage, stream, nowMs)));
    const stays = isVisible(window, revision, bytes) || isNewestLink(storage, { stream, revision });
    return stays ? [] : [{ stream, revision, position }];
  });
}

function isNewestLink(storage: Storage, { stream, revision }: Pick<Garbage, 'stream' | 'revision'>): boolean {
  return isIndex(stream) && storage.lastRevision(stream) === revision;
}

function kept(storage: Storage, stream: string, nowMs: number): Window {
  const last = storage.lastRevision(stream);
  if (last === TOMBSTONE) return { from: TOMBSTONE, writtenSinceMs: -Infinity };
  return windowOf(metadataOf(storage, stream), last, nowMs);
}
