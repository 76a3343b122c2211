import type { Log } from '../log/log.js';
import { contentOf } from '../log/record.js';
import type { Storage } from '../log/storage.js';
import { metadataOf } from '../log/stream-metadata.js';
import { definitionOf, entryOf } from './configuration-entry.js';
import type { Definition } from './definition.js';
import { jsonEvent, visibleFrom, write, writeMetadata } from './own-streams.js';

const STREAM = '$persistentSubscriptionConfig';

/** Configurations kept. */
const KEPT = 2;

const PAGE = 64;

/**
 * The persistent subscriptions that are to be. Where somebody else wrote what makes no sense, the newest configuration
 * that does is taken, and an entry that does not is left out.
 *
 * @param warn  told of either
 */
export function readConfiguration(storage: Storage, warn: (sentence: string) => void): readonly Definition[] {
  for (const { revision, data } of newestFirst(storage)) {
    const entries = entriesIn(data);
    if (!entries) {
      warn(
        `Event ${revision} of ${STREAM} is no configuration of persistent subscriptions: the one before it is taken.`,
      );
      continue;
    }
    return entries.flatMap((entry, index) => {
      const definition = definitionOf(entry);
      if (!definition) warn(`Entry ${index} of event ${revision} of ${STREAM} makes no sense: it is left out.`);
      return definition ?? [];
    });
  }
  return [];
}

/** Every change is written as the whole of what is to be. */
export async function writeConfiguration(
  log: Log,
  definitions: readonly Definition[],
  { by, atMs }: { readonly by: string; readonly atMs: number },
): Promise<void> {
  if (metadataOf(log.storage, STREAM).maxCount !== KEPT) await writeMetadata(log, STREAM, { $maxCount: KEPT });
  const configuration = {
    Version: '2',
    Updated: new Date(atMs).toISOString(),
    UpdatedBy: by,
    Entries: definitions.map(entryOf),
  };
  await write(log, STREAM, jsonEvent('$PersistentConfig', JSON.stringify(configuration)));
}

function* newestFirst(storage: Storage): Generator<{ readonly revision: number; readonly data: Buffer }> {
  const lowest = visibleFrom(storage, STREAM);
  for (let from = storage.lastRevision(STREAM); from >= lowest;) {
    const page = storage.streamPage(STREAM, from, 'backwards', PAGE);
    for (const { revision, bytes } of page) if (revision >= lowest) yield { revision, data: contentOf(bytes).data };
    from = (page.at(-1)?.revision ?? 0) - 1;
  }
}

function entriesIn(data: Buffer): readonly unknown[] | undefined {
  try {
    const entries = (JSON.parse(data.toString()) as { Entries?: unknown } | null)?.Entries;
    return Array.isArray(entries) ? entries : undefined;
  } catch {
    return undefined;
  }
}
