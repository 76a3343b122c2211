import type { Storage } from '../log/storage.js';
import type { Contents } from './contents.js';
import type { Group } from './group.js';
import type { Journal } from './journal.js';
import type { Source } from './source.js';

/** Brings a group what comes next, as far as somebody wants it: from its source, and of what was parked. */
export class Feed {
  /** Whether all that the source had is read. */
  atEnd = false;

  constructor(
    private readonly group: Group,
    private readonly source: Source,
    private readonly contents: Contents,
    private readonly journal: Journal,
    private readonly storage: Storage,
    private readonly nowMs: () => number,
  ) {}

  get isWanted(): boolean {
    return !this.atEnd && this.group.distribution.consumers.length > 0 && this.group.room > 0;
  }

  /** One page, so that others have their turn. */
  read(): void {
    const { group, source, contents } = this;
    const limit = Math.max(Math.min(group.settings.readBatchSize, group.room), 1);
    const found = source.next(limit, this.nowMs());
    if (found.length === 0) this.atEnd = true;
    for (const { place, stored, bookkeeping } of found) {
      if (bookkeeping) group.overlook(place);
      else if (stored) group.offer(contents.offered(place, stored));
      else group.pass(place);
    }
  }

  /** All that is being replayed, and fits. */
  readParked(): void {
    const { replay, waiting, distribution, mostReadAhead, settings } = this.group;
    const limit = Math.max(settings.readBatchSize, 1);
    while (distribution.consumers.length > 0 && replay.unread.from < replay.unread.to) {
      if (waiting.replayed.length >= mostReadAhead) return;
      const { from, to } = replay.unread;
      const page = this.storage.streamPage(this.journal.parkedStream, from, 'forwards', limit);
      for (const link of page.filter(({ revision }) => revision < to)) {
        const offered = this.contents.offeredParked(link.revision, link);
        if (offered) this.group.offerParked(offered);
        else replay.passed(link.revision);
      }
      if (replay.unread.from === from) replay.passed(to - 1);
    }
  }
}
