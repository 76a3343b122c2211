import type { Filter } from '../log/filter.js';
import type { Log } from '../log/log.js';
import { patternOf } from '../log/pattern.js';
import type { Storage } from '../log/storage.js';
import { metadataOf } from '../log/stream-metadata.js';
import type { Definition } from './definition.js';
import { jsonEvent, newest, write, writeMetadata } from './own-streams.js';
import type { Settings } from './settings.js';
import { STRATEGIES } from './settings.js';

const STREAM = '$persistentSubscriptionConfig';

/** Configurations kept. */
const KEPT = 2;

/** EventStoreDB's names in that stream; `StartsAfter` is ours. */
interface Entry {
  readonly Stream: string;
  readonly Group: string;
  readonly StartPosition: string;
  readonly StartsAfter: number;
  readonly Filter?: { readonly Context: 'StreamId' | 'EventType'; readonly Type: string; readonly Data: unknown };
  readonly ResolveLinkTos: boolean;
  readonly ExtraStatistics: boolean;
  readonly MessageTimeout: number;
  readonly MaxRetryCount: number;
  readonly CheckPointAfter: number;
  readonly MinCheckPointCount: number;
  readonly MaxCheckPointCount: number;
  readonly MaxSubscriberCount: number;
  readonly LiveBufferSize: number;
  readonly ReadBatchSize: number;
  readonly HistoryBufferSize: number;
  readonly NamedConsumerStrategy: Settings['strategy'];
}

/** The persistent subscriptions that are to be; what somebody else wrote there, and makes no sense, is none. */
export function readConfiguration(storage: Storage): readonly Definition[] {
  const data = newest(storage, STREAM);
  if (!data) return [];
  try {
    const { Entries } = JSON.parse(data.toString()) as { Entries: readonly Entry[] };
    return Entries.filter(({ NamedConsumerStrategy }) => STRATEGIES.includes(NamedConsumerStrategy)).map(definitionOf);
  } catch {
    return [];
  }
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

function entryOf({ source, group, start, filter, settings }: Definition): Entry {
  return {
    Stream: source,
    Group: group,
    StartPosition: start.text,
    StartsAfter: start.after,
    ...(filter && { Filter: filterEntry(filter) }),
    ResolveLinkTos: settings.resolveLinks,
    ExtraStatistics: settings.extraStatistics,
    MessageTimeout: settings.messageTimeoutMs,
    MaxRetryCount: settings.maxRetryCount,
    CheckPointAfter: settings.checkpointAfterMs,
    MinCheckPointCount: settings.minCheckpointCount,
    MaxCheckPointCount: settings.maxCheckpointCount,
    MaxSubscriberCount: settings.maxSubscriberCount,
    LiveBufferSize: settings.liveBufferSize,
    ReadBatchSize: settings.readBatchSize,
    HistoryBufferSize: settings.historyBufferSize,
    NamedConsumerStrategy: settings.strategy,
  };
}

function definitionOf(entry: Entry): Definition {
  return {
    source: entry.Stream,
    group: entry.Group,
    start: { text: entry.StartPosition, after: entry.StartsAfter },
    ...(entry.Filter && { filter: filterOf(entry.Filter) }),
    settings: {
      resolveLinks: entry.ResolveLinkTos,
      extraStatistics: entry.ExtraStatistics,
      messageTimeoutMs: entry.MessageTimeout,
      maxRetryCount: entry.MaxRetryCount,
      checkpointAfterMs: entry.CheckPointAfter,
      minCheckpointCount: entry.MinCheckPointCount,
      maxCheckpointCount: entry.MaxCheckPointCount,
      maxSubscriberCount: entry.MaxSubscriberCount,
      liveBufferSize: entry.LiveBufferSize,
      readBatchSize: entry.ReadBatchSize,
      historyBufferSize: entry.HistoryBufferSize,
      strategy: entry.NamedConsumerStrategy,
    },
  };
}

function filterEntry({ on, pattern, prefixes }: Filter): NonNullable<Entry['Filter']> {
  const Context = on === 'stream' ? 'StreamId' : 'EventType';
  return pattern ? { Context, Type: 'Regex', Data: pattern.source } : { Context, Type: 'Prefix', Data: prefixes };
}

function filterOf({ Context, Type, Data }: NonNullable<Entry['Filter']>): Filter {
  const on = Context === 'StreamId' ? 'stream' : 'type';
  return Type === 'Regex'
    ? { on, pattern: patternOf(Data as string), prefixes: [] }
    : { on, prefixes: Data as readonly string[] };
}
