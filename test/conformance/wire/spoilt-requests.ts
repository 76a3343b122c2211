import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import duration from 'google-protobuf/google/protobuf/duration_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import type { chunk } from './streams-calls.js';
import { identifier, readOptions } from './streams-calls.js';

const { Options } = streams.ReadReq;

export function following() {
  return new Options.SubscriptionOptions();
}

export function withoutCount(options: ReadReq.Options) {
  options.clearCount();
  return options;
}

export function subscription(stream: string | undefined) {
  return withoutCount(readOptions(stream)).setSubscription(following());
}

export function filtered(options: ReadReq.Options, regex: string, multiplier = 1) {
  const filter = new Options.FilterOptions().setCheckpointintervalmultiplier(multiplier).setMax(32);
  filter.setStreamIdentifier(new Options.FilterOptions.Expression().setRegex(regex));
  return options.setNoFilter(undefined).setFilter(filter);
}

export function streamFrom(stream: string, revision: string) {
  const from = new Options.StreamOptions().setStreamIdentifier(identifier(stream)).setRevision(revision);
  return readOptions(stream).setStream(from);
}

export function allFrom(commit: string, prepare: string) {
  const position = new Options.Position().setCommitPosition(commit).setPreparePosition(prepare);
  return readOptions(undefined).setAll(new Options.AllOptions().setPosition(position));
}

type Chunk = ReturnType<typeof chunk>;

/** The deadline that Node's client sends. */
export function at(ms: number) {
  return (request: Chunk): Chunk => {
    const deadline = new timestamp.Timestamp().setSeconds(Math.floor(ms / 1000)).setNanos((ms % 1000) * 1e6);
    request.getOptions()?.setDeadline(deadline);
    return request;
  };
}

/** The deadline that others send, which these stubs do not know. */
export function within(ms: number) {
  return (request: Chunk) => {
    const length = Buffer.from(new duration.Duration().setSeconds(ms / 1000).serializeBinary());
    const options = Buffer.from(request.getOptions()?.serializeBinary() ?? []);
    const spoken = Buffer.concat([options, Buffer.from([(7 << 3) | 2, length.length]), length]);
    const rest = request.clone() as Chunk;
    rest.clearOptions();
    const bytes = Buffer.concat([
      Buffer.from(rest.serializeBinary()),
      Buffer.from([(2 << 3) | 2, spoken.length]),
      spoken,
    ]);
    return Object.assign(Object.create(streams.BatchAppendReq.prototype) as Chunk, { serializeBinary: () => bytes });
  };
}
