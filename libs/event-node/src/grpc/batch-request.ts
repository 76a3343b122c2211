import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import protobuf from 'google-protobuf';
import duration from 'google-protobuf/google/protobuf/duration_pb.js';
import type { ExpectedRevision } from '../log/append.js';
import type { ProposedEvent } from '../log/record.js';
import { accessDeniedAnswer, malformedAnswer, tooLargeAnswer } from './batch-answer.js';
import type { Answer, Target } from './batch-answer.js';
import { countedSize, proposedEvent } from './proposed.js';
import { isWritable, nameOf, NO_NAME, placeIn } from './target.js';

/** A chunk of an append. */
export interface Chunk {
  readonly request: BatchAppendReq;
  /** How long it may take, where the client says that; the stubs know only the other form, a point in time. */
  readonly timeoutMs?: number;
}

/** An append whose last chunk has not come yet. */
export interface Arriving extends Target {
  readonly deadlineMs: number;
  readonly events: ProposedEvent[];
  size: number;
}

const OPTIONS_FIELD = 2;
const DURATION_FIELD = 7;

export function chunkIn(bytes: Buffer): Chunk {
  const request = streams.BatchAppendReq.deserializeBinary(bytes);
  const options = request.getOptions();
  if (!options || options.hasDeadline()) return { request };
  const wanted = fieldIn(fieldIn(bytes, OPTIONS_FIELD), DURATION_FIELD);
  if (!wanted) return { request };
  const { seconds, nanos } = duration.Duration.deserializeBinary(wanted).toObject();
  return { request, timeoutMs: seconds * 1000 + nanos / 1e6 };
}

/** The last field of that number. */
function fieldIn(message: Uint8Array | undefined, number: number): Uint8Array | undefined {
  let found: Uint8Array | undefined;
  const reader = new protobuf.BinaryReader(message ?? []);
  while (reader.nextField() && !reader.isEndGroup()) {
    if (reader.getFieldNumber() === number) found = reader.readBytes();
    else reader.skipField();
  }
  return found;
}

/** @returns the append that begins with this chunk, or the answer that refuses it */
export function begin(
  correlationId: UUID,
  options: BatchAppendReq.Options,
  timeoutMs: number | undefined,
  nowMs: number,
): Arriving | Answer {
  const stream = nameOf(options.getStreamIdentifier());
  const expected = expectedOf(options);
  const target = { correlationId, stream: stream ?? '', expected: expected ?? 'any' };
  if (stream === undefined) return malformedAnswer(target, NO_NAME);
  if (expected === undefined) return malformedAnswer(target, 'The expected revision is missing, or too large.');
  if (!isWritable(stream)) return accessDeniedAnswer(target);
  const until = options.getDeadline()?.toDate().getTime();
  const deadlineMs = until ?? (timeoutMs === undefined ? Infinity : nowMs + timeoutMs);
  return { ...target, deadlineMs, events: [], size: 0 };
}

/** @returns the answer that refuses the append, when it cannot be taken any more */
export function add(append: Arriving, request: BatchAppendReq, maxAppendSize: number): Answer | undefined {
  for (const message of request.getProposedMessagesList()) {
    const event = proposedEvent(message);
    if (typeof event === 'string') return malformedAnswer(append, `An event is malformed: ${event}.`);
    append.events.push(event);
    append.size += countedSize(event);
    if (append.size > maxAppendSize) return tooLargeAnswer(append, maxAppendSize);
  }
  return undefined;
}

function expectedOf(options: BatchAppendReq.Options): ExpectedRevision | undefined {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  if (options.hasAny()) return 'any';
  return options.hasStreamPosition() ? placeIn(options.getStreamPosition()) : undefined;
}
