import type { Filter } from '../log/filter.js';
import { patternOf } from '../log/pattern.js';
import type { Definition } from './definition.js';
import type { Settings } from './settings.js';
import { objectionTo, STRATEGIES } from './settings.js';

/** EventStoreDB's names in that stream; `StartsAfter` is ours. */
export interface Entry {
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

export function entryOf({ source, group, start, filter, settings }: Definition): Entry {
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

function filterEntry({ on, pattern, prefixes }: Filter): NonNullable<Entry['Filter']> {
  const Context = on === 'stream' ? 'StreamId' : 'EventType';
  return pattern ? { Context, Type: 'Regex', Data: pattern.source } : { Context, Type: 'Prefix', Data: prefixes };
}

/** @returns undefined for what `entryOf` has not written */
export function definitionOf(entry: unknown): Definition | undefined {
  if (!isRecord(entry)) return undefined;
  const { Stream, Group, StartPosition, StartsAfter, Filter } = entry;
  if (!isText(Stream) || Stream === '' || !isText(Group) || !isText(StartPosition)) return undefined;
  if (!Number.isSafeInteger(StartsAfter)) return undefined;
  const settings = settingsOf(entry);
  const filter = Filter === undefined ? undefined : filterOf(Filter);
  if (!settings || (Filter !== undefined && !filter)) return undefined;
  const start = { text: StartPosition, after: StartsAfter as number };
  return { source: Stream, group: Group, start, ...(filter && { filter }), settings };
}

function settingsOf(entry: Readonly<Record<string, unknown>>): Settings | undefined {
  const settings = {
    resolveLinks: entry['ResolveLinkTos'],
    extraStatistics: entry['ExtraStatistics'],
    messageTimeoutMs: entry['MessageTimeout'],
    maxRetryCount: entry['MaxRetryCount'],
    checkpointAfterMs: entry['CheckPointAfter'],
    minCheckpointCount: entry['MinCheckPointCount'],
    maxCheckpointCount: entry['MaxCheckPointCount'],
    maxSubscriberCount: entry['MaxSubscriberCount'],
    liveBufferSize: entry['LiveBufferSize'],
    readBatchSize: entry['ReadBatchSize'],
    historyBufferSize: entry['HistoryBufferSize'],
    strategy: entry['NamedConsumerStrategy'],
  };
  const { resolveLinks, extraStatistics, strategy, ...numbers } = settings;
  const sensible =
    typeof resolveLinks === 'boolean' &&
    typeof extraStatistics === 'boolean' &&
    STRATEGIES.some((known) => known === strategy) &&
    Object.values(numbers).every(Number.isSafeInteger);
  return sensible && !objectionTo(settings as Settings) ? (settings as Settings) : undefined;
}

function filterOf(entry: unknown): Filter | undefined {
  if (!isRecord(entry)) return undefined;
  const { Context, Type, Data } = entry;
  const on = Context === 'StreamId' ? 'stream' : 'type';
  if (Type === 'Prefix' && Array.isArray(Data) && Data.every(isText)) return { on, prefixes: Data };
  if (Type !== 'Regex' || !isText(Data)) return undefined;
  try {
    return { on, pattern: patternOf(Data), prefixes: [] };
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
