import type { Filter } from '../log/filter.js';
import { matches } from '../log/filter.js';
import { isHidden } from '../log/hidden.js';
import { headingOf } from '../log/record.js';
import { TOMBSTONE } from '../log/revision.js';
import type { Storage, Stored } from '../log/storage.js';
import { isVisible, streamWindow } from '../log/window.js';
import { WHOLE_LOG } from '../log/whole-log.js';

/** What a source held at one place; `stored` is absent when that is not for the group. */
export interface Found {
  readonly place: number;
  readonly stored?: Stored;
  /** What groups write about themselves: if it counted, a checkpoint would make the next one due. */
  readonly bookkeeping?: true;
}

/** Where the events of a group come from, read from one place to the next. */
export interface Source {
  /** What comes next, with at most `limit` events for the group; empty at the end for now. */
  next(limit: number, nowMs: number): readonly Found[];
  at(place: number): Stored | undefined;
  /** The last place there is; undefined when there is none. */
  last(): number | undefined;
}

/** Looked at in one turn, when a filter lets few through. */
const MOST_LOOKED_AT = 512;

/** @param after  the place after which reading begins */
export function sourceOf(storage: Storage, name: string, filter: Filter | undefined, after: number): Source {
  return name === WHOLE_LOG ? allSource(storage, filter, after) : streamSource(storage, name, after);
}

/** What can be seen of a stream: what was truncated is passed over, a deleted stream has nothing, a tombstoned one ends. */
function streamSource(storage: Storage, stream: string, after: number): Source {
  let next = after + 1;
  return {
    next: (limit, nowMs) => {
      const window = streamWindow(storage, stream, nowMs);
      if (!window || storage.lastRevision(stream) === TOMBSTONE) return [];
      const page = storage.streamPage(stream, Math.max(next, window.from), 'forwards', limit);
      next = (page.at(-1)?.revision ?? next - 1) + 1;
      return page.map((stored) => ({
        place: stored.revision,
        ...(isVisible(window, stored.revision, stored.bytes) && { stored }),
      }));
    },
    at: (place) => storage.eventAt(stream, place),
    last: () => {
      const last = storage.lastRevision(stream);
      return last < 0 ? undefined : last;
    },
  };
}

function allSource(storage: Storage, filter: Filter | undefined, after: number): Source {
  let seen = after;
  return {
    next: (limit) => {
      const found: Found[] = [];
      let wanted = 0;
      for (const stored of storage.page(seen + 1, 'forwards', filter ? MOST_LOOKED_AT : limit)) {
        const heading = headingOf(stored.bytes);
        const bookkeeping = isHidden(heading.stream);
        const isWanted = !bookkeeping && (!filter || matches(filter, heading));
        found.push({ place: stored.position, ...(isWanted && { stored }), ...(bookkeeping && { bookkeeping }) });
        seen = stored.position;
        wanted += isWanted ? 1 : 0;
        if (wanted === limit) break;
      }
      return found;
    },
    at: (place) => {
      const [stored] = storage.page(place, 'forwards', 1);
      return stored?.position === place ? stored : undefined;
    },
    last: () => storage.lastPosition() || undefined,
  };
}
