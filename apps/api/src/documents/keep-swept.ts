import { citedDocuments } from '#audit';
import type { EventStore } from '#event-store';
import type { Logger } from '#logging';
import type { Documents } from './open-documents.js';

const DAY_MS = 86_400_000;
const FIRST_MS = 10 * 60_000;

/** A form that is typed and not sent is kept for 60 days in its browser, with what was uploaded for it. */
export const GRACE_MS = 90 * DAY_MS;

interface Keeping {
  readonly documents: Pick<Documents, 'sweep'>;
  readonly store: EventStore;
  readonly body: string;
  readonly logger: Logger;
}

/** Once a day, removes documents that were uploaded long ago and that no event cites. @returns what ends it */
export function keepSwept({ documents, store, body, logger }: Keeping): () => Promise<void> {
  let running = Promise.resolve();
  const once = () => {
    running = documents
      .sweep({ before: Date.now() - GRACE_MS, cited: () => citedDocuments(store, body) })
      .then((count) => void (count > 0 && logger.info({ count }, 'documents that nobody cites were removed')))
      // nothing is removed where it is not known what is cited
      .catch((err: unknown) => logger.warn({ err }, 'documents were not swept'));
  };
  const first = setTimeout(once, FIRST_MS).unref();
  const daily = setInterval(once, DAY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
    return running;
  };
}
