import type { CreateReq, UpdateReq } from '@eventstore/db-client/generated/persistent_pb.js';
import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import type { Storage } from '../log/storage.js';
import type { Definition, Start } from '../persistent-subscriptions/definition.js';
import { WHOLE_LOG } from '../log/whole-log.js';
import { SubscriptionFailed } from '../persistent-subscriptions/errors.js';
import { placeText } from '../persistent-subscriptions/place-text.js';
import type { Settings } from '../persistent-subscriptions/settings.js';
import { objectionTo, STRATEGIES } from '../persistent-subscriptions/settings.js';
import { filterOf } from './filter.js';
import { invalidArgument } from './status.js';
import { LONGEST_NAME, nameOf } from './target.js';
import { TICKS_PER_MS } from './ticks.js';

type Options = CreateReq.Options | UpdateReq.Options;
type AskedSettings = CreateReq.Settings | UpdateReq.Settings;
type AllOptions = CreateReq.AllOptions | UpdateReq.AllOptions;

const SIGNED_END = -1n;

/**
 * What a call of Create or Update asks for.
 *
 * @throws SubscriptionFailed with what is wrong
 */
export function definitionOf(options: Options | undefined, storage: Storage): Definition {
  const asked = options?.getSettings();
  if (!options || !asked) throw invalidArgument('The call lacks its options or settings.');
  const group = options.getGroupName();
  const all = options.getAll();
  const source = all ? WHOLE_LOG : nameIn(options.getStream()?.getStreamIdentifier() ?? options.getStreamIdentifier());
  if (source === '' || (source === WHOLE_LOG && !all)) throw new SubscriptionFailed(source, group, 'Bad stream name.');
  if (group.length > LONGEST_NAME) throw new SubscriptionFailed(source, group, 'Bad group name.');
  const definition = {
    source,
    group,
    start: all ? allStart(all, group, storage) : streamStart(source, options, asked, storage),
    settings: settingsOf(source, group, asked),
    ...(all && 'getFilter' in all && all.hasFilter() && { filter: filterOf(all.getFilter()) }),
  };
  const objection = objectionTo(definition.settings);
  if (objection) throw new SubscriptionFailed(source, group, objection);
  return definition;
}

/** The stream that the other calls name. */
export function sourceIn(options: { hasAll(): boolean; getStreamIdentifier(): StreamIdentifier | undefined }): string {
  return options.hasAll() ? WHOLE_LOG : nameIn(options.getStreamIdentifier());
}

/** Empty when it is no name: no group can have such a source. */
export function nameIn(identifier: StreamIdentifier | undefined): string {
  return nameOf(identifier) ?? '';
}

/** Older clients, and the one for Node.js, put the revision into the settings. */
function streamStart(source: string, options: Options, asked: AskedSettings, storage: Storage): Start {
  const stream = options.getStream();
  if (stream?.hasStart()) return { text: '0', after: -1 };
  const revision = stream?.hasEnd()
    ? SIGNED_END
    : signed(stream?.hasRevision() ? stream.getRevision() : asked.getRevision());
  if (revision === SIGNED_END) return { text: '-1', after: storage.lastRevision(source) };
  if (revision < 0n)
    throw new SubscriptionFailed(source, options.getGroupName(), 'Invalid Start From position: revision is negative.');
  return { text: String(revision), after: Number(revision) - 1 };
}

function allStart(all: AllOptions, group: string, storage: Storage): Start {
  const position = all.getPosition();
  if (all.hasEnd()) return allEnd(storage);
  if (!position) return { text: placeText(WHOLE_LOG, 0), after: 0 };
  const [commit, prepare] = [signed(position.getCommitPosition()), signed(position.getPreparePosition())];
  const objection = objectionToStart(commit, prepare, storage.lastPosition());
  if (objection) throw new SubscriptionFailed(WHOLE_LOG, group, `Invalid Start From position: ${objection}.`);
  return commit < 0n ? allEnd(storage) : { text: `C:${commit}/P:${prepare}`, after: Number(commit) - 1 };
}

function allEnd(storage: Storage): Start {
  return { text: placeText(WHOLE_LOG, -1), after: storage.lastPosition() };
}

function objectionToStart(commit: bigint, prepare: bigint, last: number): string | undefined {
  if (commit < 0n !== prepare < 0n) return 'either both or none of its positions may be negative';
  if (prepare > commit) return 'prepare position must be less than or equal to the commit position';
  if (commit > BigInt(last))
    return 'commit position must be less than or equal to the last commit position in the transaction file';
  return undefined;
}

function settingsOf(source: string, group: string, asked: AskedSettings): Settings {
  return {
    resolveLinks: asked.getResolveLinks(),
    extraStatistics: asked.getExtraStatistics(),
    messageTimeoutMs: asked.hasMessageTimeoutMs() ? asked.getMessageTimeoutMs() : inMs(asked.getMessageTimeoutTicks()),
    maxRetryCount: asked.getMaxRetryCount(),
    checkpointAfterMs: asked.hasCheckpointAfterMs()
      ? asked.getCheckpointAfterMs()
      : inMs(asked.getCheckpointAfterTicks()),
    minCheckpointCount: asked.getMinCheckpointCount(),
    maxCheckpointCount: asked.getMaxCheckpointCount(),
    maxSubscriberCount: asked.getMaxSubscriberCount(),
    liveBufferSize: asked.getLiveBufferSize(),
    readBatchSize: asked.getReadBatchSize(),
    historyBufferSize: asked.getHistoryBufferSize(),
    strategy: strategyOf(source, group, asked),
  };
}

/** By name, which is newer, or by number. */
function strategyOf(source: string, group: string, asked: AskedSettings): Settings['strategy'] {
  const named = 'getConsumerStrategy' in asked ? asked.getConsumerStrategy() : '';
  const strategy = STRATEGIES.slice(0, 3)[asked.getNamedConsumerStrategy()];
  const found = named === '' ? strategy : STRATEGIES.find((name) => name === named);
  if (!found) throw new SubscriptionFailed(source, group, `Consumer strategy ${named} does not exist.`);
  return found;
}

function inMs(ticks: string): number {
  return Math.trunc(Number(ticks) / TICKS_PER_MS);
}

/** Numbers of 64 bits, of which the largest stands for the end. */
function signed(number: string): bigint {
  return BigInt.asIntN(64, BigInt(number));
}
