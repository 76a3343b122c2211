import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Filter } from '../log/filter.js';
import type { Direction } from '../log/storage.js';
import { filterOf } from './filter.js';
import { invalidArgument } from './status.js';
import { LARGEST_U64, placeIn, requireName } from './target.js';

/** Where a read starts: a revision of a stream, or a position of the whole log. */
export type From = number | 'start' | 'end';

export interface ReadRequest {
  /** Absent for the whole log. */
  readonly stream?: string;
  readonly from: From;
  readonly direction: Direction;
  /** Most events to send; `subscription` sends for ever. */
  readonly count: number | 'subscription';
  readonly filter?: Filter;
  /** Events looked at between two checkpoints. */
  readonly checkpointInterval: number;
  readonly resolveLinks: boolean;
  /** Event ids in two halves instead of text. */
  readonly structuredIds: boolean;
}

const DEFAULT_WINDOW = 32;

/** @throws CallFailed INVALID_ARGUMENT for what no client may ask */
export function readRequest(request: ReadReq): ReadRequest {
  const options = request.getOptions();
  if (!options) throw invalidArgument('The read has no options.');
  const ids = options.getUuidOption();
  if (!ids?.hasString() && !ids?.hasStructured())
    throw invalidArgument('The read does not say in which form it wants ids.');
  const stream = options.getStream();
  return {
    ...(stream ? streamStart(stream) : allStart(options)),
    ...combination(options),
    ...filtering(options),
    resolveLinks: options.getResolveLinks(),
    structuredIds: !ids.hasString(),
  };
}

/** What is read how: streams have no filters, and nobody follows the past. */
function combination(options: ReadReq.Options): Pick<ReadRequest, 'direction' | 'count'> {
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const filtered = options.hasFilter();
  if (
    (!options.hasSubscription() && !options.hasCount()) ||
    (!filtered && !options.hasNoFilter()) ||
    (filtered && options.hasStream()) ||
    (backwards && options.hasSubscription()) ||
    options.getReadDirection() > streams.ReadReq.Options.ReadDirection.BACKWARDS
  )
    throw invalidArgument('The combination of stream, direction, count and filter is invalid.');
  // beyond what is exact here there is no log either
  const count = options.hasSubscription() ? 'subscription' : Number(options.getCount());
  if (count === 0) throw invalidArgument('A read asks for at least one event.');
  return { direction: backwards ? 'backwards' : 'forwards', count };
}

function streamStart(options: ReadReq.Options.StreamOptions): { stream: string; from: From } {
  const stream = requireName(options.getStreamIdentifier());
  if (options.hasRevision()) return { stream, from: place(options.getRevision()) };
  return { stream, from: options.hasEnd() ? 'end' : 'start' };
}

function allStart(options: ReadReq.Options): { from: From } {
  const all = options.getAll();
  if (!all) throw invalidArgument('The read names neither a stream nor the whole log.');
  const position = all.getPosition();
  if (!position) return { from: all.hasEnd() ? 'end' : 'start' };
  if (BigInt(position.getCommitPosition()) < BigInt(position.getPreparePosition()))
    throw invalidArgument('The commit position is below the prepare position.');
  return { from: place(position.getCommitPosition()) };
}

function place(text: string): number | 'end' {
  if (BigInt(text) === LARGEST_U64) return 'end';
  const at = placeIn(text);
  if (at === undefined) throw invalidArgument(`There is no revision or position ${text}.`);
  return at;
}

function filtering(options: ReadReq.Options): Pick<ReadRequest, 'filter' | 'checkpointInterval'> {
  const asked = options.getFilter();
  if (!asked) return { checkpointInterval: Infinity };
  const multiplier = asked.getCheckpointintervalmultiplier();
  if (multiplier === 0 && options.hasSubscription())
    throw invalidArgument('The filter says no interval of checkpoints.');
  const window = asked.hasMax() ? asked.getMax() : 0;
  return {
    filter: filterOf(asked),
    checkpointInterval: multiplier * (window || DEFAULT_WINDOW),
  };
}
