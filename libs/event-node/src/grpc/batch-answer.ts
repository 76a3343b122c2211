import codes from '@eventstore/db-client/generated/code_pb.js';
import type { Code } from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { ExpectedRevision } from '../log/append.js';
import type { Outcome } from '../log/batch.js';
import { BackwardWriter, nested } from '../log/protobuf.js';
import { revisionText } from '../log/revision.js';
import { NotWritten } from '../log/storage.js';

const CORRELATION_ID = 1;

/** A unit of a text becomes at most so many bytes in UTF-8. */
const BYTES_PER_UNIT = 3;

/** More than what an answer takes besides id and name: numbers, tags, lengths. */
const OVERHEAD = 64;

type Written = Extract<Outcome, { kind: 'written' }>;

/** Which append an answer is for, as the client sent it. */
export interface Target {
  /** A `UUID` message. */
  readonly correlationId: Buffer;
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

export function outcomeAnswer(target: Target, outcome: Outcome): Buffer {
  switch (outcome.kind) {
    case 'expired':
      return expiredAnswer(target);
    case 'stream-deleted': {
      const details = new shared.StreamDeleted().setStreamIdentifier(identifierOf(target));
      return refused(target, codes.Code.NOT_FOUND, 'StreamDeleted', details);
    }
    case 'wrong-revision':
      return refused(
        target,
        codes.Code.ALREADY_EXISTS,
        'WrongExpectedVersion',
        wrongExpected(target.expected, outcome.current),
      );
    case 'written':
      return writtenAnswer(target, outcome);
  }
}

/** `BatchAppendResp` by hand: almost every answer is this one. */
function writtenAnswer({ correlationId, stream }: Target, { revision, position }: Written): Buffer {
  const answer = new BackwardWriter(correlationId.length + stream.length * BYTES_PER_UNIT + OVERHEAD);
  const whole = answer.end;
  answer.text(stream);
  answer.around(3, whole); // StreamIdentifier.stream_name
  answer.around(4, whole); // stream_identifier
  const success = answer.end;
  answer.number(2, position); // AllStreamPosition.prepare_position
  answer.number(1, position); // AllStreamPosition.commit_position
  answer.around(3, success); // Success.position
  if (revision < 0)
    answer.around(2, answer.end); // Success.no_stream
  else answer.number(1, revision); // Success.current_revision
  answer.around(3, success); // success
  const correlation = answer.end;
  answer.bytes(correlationId);
  answer.around(CORRELATION_ID, correlation);
  return answer.written;
}

export function expiredAnswer(target: Target): Buffer {
  return refused(target, codes.Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout());
}

export function accessDeniedAnswer(target: Target): Buffer {
  return refused(target, codes.Code.PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied());
}

export function tooLargeAnswer(target: Target, limit: number): Buffer {
  const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(limit);
  return refused(target, codes.Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details);
}

export function malformedAnswer(target: Target, why: string): Buffer {
  return refused(target, codes.Code.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest().setMessage(why), why);
}

export function failureAnswer(target: Target, error: unknown): Buffer {
  const code = error instanceof NotWritten ? codes.Code.RESOURCE_EXHAUSTED : codes.Code.UNKNOWN;
  const message = error instanceof Error ? error.message : String(error);
  return refused(target, code, 'Unknown', new shared.Unknown(), message);
}

function wrongExpected(expected: ExpectedRevision, current: number) {
  const wrong = new shared.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(new empty.Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new empty.Empty());
  else if (expected === 'no-stream') wrong.setExpectedNoStream(new empty.Empty());
  else wrong.setExpectedStreamPosition(revisionText(expected));
  return wrong;
}

/** The client looks at the type of the details only. */
function refused(
  target: Target,
  code: Code,
  type: string,
  details: { serializeBinary(): Uint8Array },
  message = type,
): Buffer {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${type}`);
  const error = new statusPb.Status().setCode(code).setMessage(message).setDetails(packed);
  const answer = new streams.BatchAppendResp().setStreamIdentifier(identifierOf(target)).setError(error);
  return Buffer.concat([...nested(CORRELATION_ID, [target.correlationId]), answer.serializeBinary()]);
}

function identifierOf({ stream }: Target): StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
}
