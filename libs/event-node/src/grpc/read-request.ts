import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Filter } from '../log/filter.js';
import type { Direction } from '../log/storage.js';
import { filterOf } from './filter.js';
import { invalidArgument } from './status.js';

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
  /** Event ids in two halves instead of text. */
  readonly structuredIds: boolean;
}

const DEFAULT_WINDOW = 32;

/** @throws CallFailed INVALID_ARGUMENT for what no client may ask */
export function readRequest(request: ReadReq): ReadRequest {
  const options = request.getOptions();
  if (!options) throw invalidArgument('The read has no options.');
  if (!options.getUuidOption()) throw invalidArgument('The read does not say in which form it wants ids.');
  const direction = options.getReadDirection() === 1 ? 'backwards' : 'forwards';
  const count = options.hasSubscription() ? 'subscription' : Number(options.getCount());
  if (count === 0) throw invalidArgument('A read asks for at least one event.');
  if (count === 'subscription' && direction === 'backwards') throw combination();
  const stream = options.getStream();
  if (stream && options.hasFilter()) throw combination();
  return {
    ...(stream ? streamStart(stream) : allStart(options)),
    direction,
    count,
    ...filtering(options),
    structuredIds: !options.getUuidOption()?.hasString(),
  };
}

function streamStart(options: ReadReq.Options.StreamOptions): { stream: string; from: From } {
  const stream = Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
  if (stream === '') throw invalidArgument('The stream has no name.');
  if (options.hasRevision()) return { stream, from: bounded(options.getRevision()) };
  return { stream, from: options.hasEnd() ? 'end' : 'start' };
}

function allStart(options: ReadReq.Options): { from: From } {
  const all = options.getAll();
  if (!all) throw invalidArgument('The read names neither a stream nor the whole log.');
  const position = all.getPosition();
  if (!position) return { from: all.hasEnd() ? 'end' : 'start' };
  const [commit, prepare] = [bounded(position.getCommitPosition()), bounded(position.getPreparePosition())];
  if (commit < prepare) throw invalidArgument('The commit position is below the prepare position.');
  return { from: commit };
}

function filtering(options: ReadReq.Options): Pick<ReadRequest, 'filter' | 'checkpointInterval'> {
  const asked = options.getFilter();
  if (!asked) return { checkpointInterval: Infinity };
  const multiplier = asked.getCheckpointintervalmultiplier();
  if (multiplier === 0) throw invalidArgument('The filter lacks its checkpoint interval.');
  const window = asked.getWindowCase() === streams.ReadReq.Options.FilterOptions.WindowCase.MAX ? asked.getMax() : 0;
  return {
    filter: filterOf(asked),
    checkpointInterval: multiplier * (window || DEFAULT_WINDOW),
  };
}

/** Numbers of 64 bits beyond those that are exact here lie beyond every log. */
function bounded(number: string): number {
  const value = BigInt(number);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}

function combination() {
  return invalidArgument('The combination of stream, direction, count and filter is invalid.');
}
