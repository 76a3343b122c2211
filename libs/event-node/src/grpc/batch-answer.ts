import codes from '@eventstore/db-client/generated/code_pb.js';
import type { Code } from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { ExpectedRevision } from '../log/append.js';
import type { Outcome } from '../log/batch.js';
import { revisionText } from '../log/revision.js';
import { NotWritten } from '../log/storage.js';

export type Answer = BatchAppendResp;

/** Which append an answer is for, as the client sent it. */
export interface Target {
  readonly correlationId: UUID;
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

export function outcomeAnswer(target: Target, outcome: Outcome): Answer {
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
    case 'written': {
      const success = new streams.BatchAppendResp.Success();
      if (outcome.revision < 0) success.setNoStream(new empty.Empty());
      else success.setCurrentRevision(String(outcome.revision));
      const position = String(outcome.position);
      success.setPosition(new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position));
      return answerTo(target).setSuccess(success);
    }
  }
}

export function expiredAnswer(target: Target): Answer {
  return refused(target, codes.Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout());
}

export function accessDeniedAnswer(target: Target): Answer {
  return refused(target, codes.Code.PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied());
}

export function tooLargeAnswer(target: Target, limit: number): Answer {
  const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(limit);
  return refused(target, codes.Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details);
}

export function malformedAnswer(target: Target, why: string): Answer {
  return refused(target, codes.Code.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest().setMessage(why), why);
}

export function failureAnswer(target: Target, error: unknown): Answer {
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
): Answer {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${type}`);
  const error = new statusPb.Status().setCode(code).setMessage(message).setDetails(packed);
  return answerTo(target).setError(error);
}

function answerTo(target: Target): Answer {
  return new streams.BatchAppendResp().setCorrelationId(target.correlationId).setStreamIdentifier(identifierOf(target));
}

function identifierOf({ stream }: Target): StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
}
