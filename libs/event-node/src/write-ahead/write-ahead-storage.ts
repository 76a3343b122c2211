import { pageOf, pageOver, positionOf, revisionOf } from '../log/page-of.js';
import type { Entry, Storage } from '../log/storage.js';
import { Layer } from './layer.js';
import type { Mark } from './mark.js';
import type { Batch } from './record.js';
import { roomOf } from './record.js';
import type { WriteAheadFile } from './write-ahead-file.js';
import { LARGEST_RECORD } from './write-ahead-file.js';

/** What batches settle in. */
export interface TableStorage extends Omit<Storage, 'write' | 'close'> {
  /** As `Storage.write`, and in the same transaction says how much of the write-ahead file it holds then. */
  write(entries: readonly Entry[], mark?: Mark): Promise<void>;
  /** @param settled  whether the tables hold all, and can say so */
  close(settled: boolean): Promise<void>;
}

const SETTLE_AFTER_MS = 100;

/**
 * Tables whose batches are durable before they settle: each is written and flushed in one place, and a transaction of
 * the tables, which flushes twice, has many of them. Reads see both.
 *
 * @param unsettled  what was found in the file when it was opened
 * @param settleAfterMs  how long a batch waits for others to settle with
 */
export function writeAheadStorage(
  tables: TableStorage,
  file: WriteAheadFile,
  mark: Mark,
  unsettled: readonly Batch[],
  settleAfterMs = SETTLE_AFTER_MS,
): Storage {
  let { settled, filed } = mark;
  let sequence = settled;
  /** What is settling, or could not; and what comes after it. */
  let older: Layer | undefined;
  let newer: Layer | undefined;
  let settling: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failed = false;

  function keep(batch: Batch): void {
    newer ??= new Layer();
    newer.add(batch);
    ({ sequence } = batch);
  }

  /** Settles one layer. */
  function settle(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    return (settling ??= settleOlder().finally(() => (settling = undefined)));
  }

  async function settleOlder(): Promise<void> {
    if (!older) [older, newer] = [newer, undefined];
    if (!older) return;
    try {
      const { sequence: last } = older;
      await tables.write(older.entries, { epoch: mark.epoch, settled: last, filed: last });
    } catch (error) {
      failed = true;
      throw error;
    }
    failed = false;
    settled = filed = older.sequence;
    older = undefined;
  }

  /** The last batch that is durable. */
  const kept = (): number => (newer ?? older)?.sequence ?? settled;

  /** Settles what is durable now, not what comes meanwhile. */
  async function settleAll(): Promise<void> {
    const last = kept();
    while (settled < last) await settle();
  }

  function settleSoon(): void {
    timer ??= setTimeout(settleInTurn, settleAfterMs);
  }

  function settleInTurn(): void {
    settle().then(
      () => newer && settleSoon(),
      () => undefined, // they stay where they are durable; the next append tries again, and is refused if that fails
    );
  }

  /** To the tables at once, after all that came before. */
  async function writeThrough(batch: Batch): Promise<void> {
    await settleAll();
    sequence = batch.sequence;
    await tables.write(batch.entries, { epoch: mark.epoch, settled: sequence, filed });
    settled = sequence;
  }

  const layers = (): Layer[] => [older, newer].filter((layer) => layer !== undefined);

  for (const batch of unsettled) keep(batch);
  if (unsettled.length > 0) settleSoon();

  return {
    lastPosition: () => (newer ?? older)?.entries.at(-1)?.position ?? tables.lastPosition(),
    lastRevision: (stream) =>
      newer?.of(stream).at(-1)?.revision ?? older?.of(stream).at(-1)?.revision ?? tables.lastRevision(stream),
    eventAt: (stream, revision) =>
      newer?.eventAt(stream, revision) ?? older?.eventAt(stream, revision) ?? tables.eventAt(stream, revision),
    page: (from, direction, limit) => {
      const inTables = direction === 'backwards' || from <= tables.lastPosition();
      const parts = [
        (start: number, most: number) => (inTables ? tables.page(start, direction, most) : []),
        ...layers().map(
          ({ events }) =>
            (start: number, most: number) =>
              pageOf(events, start, positionOf, direction, most),
        ),
      ];
      return pageOver(parts, from, positionOf, direction, limit);
    },
    streamPage: (stream, from, direction, limit) => {
      const inTables = direction === 'backwards' || from <= tables.lastRevision(stream);
      const parts = [
        (start: number, most: number) => (inTables ? tables.streamPage(stream, start, direction, most) : []),
        ...layers().map(
          (layer) => (start: number, most: number) => pageOf(layer.of(stream), start, revisionOf, direction, most),
        ),
      ];
      return pageOver(parts, from, revisionOf, direction, limit);
    },
    write: async (entries) => {
      if (failed) await settle();
      const batch = { sequence: sequence + 1, entries };
      const bytes = roomOf(entries);
      // one that failed may be in the file nevertheless: only a transaction makes sure that it counts for nothing
      if (bytes > LARGEST_RECORD || sequence > kept()) return writeThrough(batch);
      while (!file.hasRoomFor(bytes, settled)) await settle();
      try {
        await file.write(batch, mark.epoch);
      } catch {
        return writeThrough(batch);
      }
      keep(batch);
      settleSoon();
    },
    remove: async (events) => {
      await settleAll();
      await tables.remove(events);
    },
    compact: (signal) => tables.compact(signal),
    close: async () => {
      clearTimeout(timer);
      const all = await settleAll().then(
        () => true,
        () => false, // such as a full disk: they are durable where they are
      );
      file.close();
      await tables.close(all);
    },
  };
}
