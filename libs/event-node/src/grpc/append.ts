import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Append, ExpectedRevision } from '../log/append.js';
import type { Outcome } from '../log/batch.js';
import type { ProposedEvent } from '../log/record.js';
import { failureOf } from './failure.js';
import type { Node } from './node.js';
import { countedSize, proposedEvent } from './proposed.js';
import { CallFailed, invalidArgument } from './status.js';

/** Streams.Append: the options, then one message per event, then one answer. */
export function append({ log, maxAppendSize }: Node) {
  return (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    receive(call, maxAppendSize)
      .then(async (received) => answer(null, response(received, await log.append(received))))
      .catch((error: unknown) => answer(failureOf(error)));
  };
}

async function receive(call: ServerReadableStream<AppendReq, AppendResp>, maxAppendSize: number): Promise<Append> {
  let target: { stream: string; expected: ExpectedRevision } | undefined;
  const events: ProposedEvent[] = [];
  let size = 0;
  for await (const message of call as AsyncIterable<AppendReq>) {
    const options = message.getOptions();
    if (options && !target) target = targetOf(options);
    else if (options || !target) throw new CallFailed(status.UNKNOWN, 'The options come first, and once.');
    const proposed = message.getProposedMessage();
    if (!proposed) continue;
    const event = proposedEvent(proposed);
    if (event === 'metadata-missing') throw metadataMissing();
    if (typeof event === 'string') throw new CallFailed(status.UNKNOWN, `An event is malformed: ${event}.`);
    size += countedSize(event);
    if (size > maxAppendSize) throw tooLarge(maxAppendSize);
    events.push(event);
  }
  if (!target) throw invalidArgument('The call carried no options.');
  const deadline = call.getDeadline();
  return { ...target, events, deadlineMs: Number(deadline) };
}

function targetOf(options: AppendReq.Options): { stream: string; expected: ExpectedRevision } {
  const stream = Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
  if (stream === '' || stream === '$$') throw invalidArgument('The stream has no name.');
  const { ExpectedStreamRevisionCase: expected } = streams.AppendReq.Options;
  switch (options.getExpectedStreamRevisionCase()) {
    case expected.REVISION:
      return { stream, expected: Number(options.getRevision()) };
    case expected.NO_STREAM:
      return { stream, expected: 'no-stream' };
    case expected.STREAM_EXISTS:
      return { stream, expected: 'stream-exists' };
    case expected.ANY:
      return { stream, expected: 'any' };
    case expected.EXPECTED_STREAM_REVISION_NOT_SET:
      throw invalidArgument('The expected revision is missing.');
  }
}

function response({ expected }: Append, outcome: Outcome): AppendResp {
  switch (outcome.kind) {
    case 'expired':
      throw new CallFailed(status.ABORTED, 'Operation timed out: the deadline passed before the append was written.');
    case 'written': {
      const success = new streams.AppendResp.Success();
      if (outcome.revision < 0) success.setNoStream(new shared.Empty());
      else success.setCurrentRevision(String(outcome.revision));
      const position = new streams.AppendResp.Position();
      position.setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position));
      return new streams.AppendResp().setSuccess(success.setPosition(position));
    }
    case 'wrong-revision': {
      const wrong = new streams.AppendResp.WrongExpectedVersion();
      if (outcome.current < 0) wrong.setCurrentNoStream(new shared.Empty());
      else wrong.setCurrentRevision(String(outcome.current));
      if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
      else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new shared.Empty());
      else if (expected === 'no-stream') wrong.setExpectedNoStream(new shared.Empty());
      else wrong.setExpectedRevision(String(expected));
      return new streams.AppendResp().setWrongExpectedVersion(wrong);
    }
  }
}

function metadataMissing(): CallFailed {
  return new CallFailed(status.INVALID_ARGUMENT, 'An event lacks its type or content type.', {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });
}

function tooLarge(limit: number): CallFailed {
  return new CallFailed(status.INVALID_ARGUMENT, `The append is larger than ${limit} bytes.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });
}
