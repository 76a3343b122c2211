import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Append, ExpectedRevision } from '../log/append.js';
import type { Outcome } from '../log/batch.js';
import type { ProposedEvent } from '../log/record.js';
import { revisionText } from '../log/revision.js';
import { expectedRevision } from './expected.js';
import type { Holding } from './inbound.js';
import type { Node } from './node.js';
import { countedSize, proposedEvent } from './proposed.js';
import { accessDenied } from '../access/access.js';
import { failureOf } from './failure.js';
import { streamDeleted, timedOut } from './refusals.js';
import { CallFailed, invalidArgument } from './status.js';
import { isWritable, requireName } from './target.js';

/** Streams.Append: the options, then one message per event, then one answer. */
export function append({ access, inbound, log, maxAppendSize }: Node) {
  return (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    const authorize = (stream: string): void => access.require(access.callerOf(call), 'write', stream);
    const holding = inbound.begin((error) => call.destroy(error));
    receive(call, maxAppendSize, authorize, holding)
      .finally(() => holding.holds(0))
      .then(async (received) => answer(null, response(received, await log.append(received))))
      .catch((error: unknown) => answer(failureOf(error)));
  };
}

async function receive(
  call: ServerReadableStream<AppendReq, AppendResp>,
  maxAppendSize: number,
  authorize: (stream: string) => void,
  holding: Holding,
): Promise<Append> {
  let target: Pick<Append, 'stream' | 'expected'> | undefined;
  const events: ProposedEvent[] = [];
  let size = 0;
  for await (const message of call as AsyncIterable<AppendReq>) {
    const options = message.getOptions();
    if (options && !target) {
      target = targetOf(options);
      authorize(target.stream);
    } else if (options || !target) throw new CallFailed(status.UNKNOWN, 'The options come first, and once.');
    const proposed = message.getProposedMessage();
    if (!proposed) continue;
    const event = proposedEvent(proposed);
    if (event === 'metadata-missing') throw metadataMissing();
    if (typeof event === 'string') throw new CallFailed(status.UNKNOWN, `An event is malformed: ${event}.`);
    size += countedSize(event);
    if (size > maxAppendSize) throw tooLarge(maxAppendSize);
    events.push(event);
    holding.holds(size);
  }
  if (!target) throw invalidArgument('The call carried no options.');
  return { ...target, events, deadlineMs: Number(call.getDeadline()) };
}

function targetOf(options: AppendReq.Options): Pick<Append, 'stream' | 'expected'> {
  const stream = requireName(options.getStreamIdentifier());
  const expected = expectedRevision(options);
  if (!isWritable(stream)) throw accessDenied();
  return { stream, expected };
}

function response({ stream, expected }: Append, outcome: Outcome): AppendResp {
  switch (outcome.kind) {
    case 'expired':
      throw timedOut();
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'written': {
      const success = new streams.AppendResp.Success();
      if (outcome.revision < 0) success.setNoStream(new shared.Empty());
      else success.setCurrentRevision(String(outcome.revision));
      const position = new streams.AppendResp.Position();
      position.setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position));
      return new streams.AppendResp().setSuccess(success.setPosition(position));
    }
    case 'wrong-revision':
      return new streams.AppendResp().setWrongExpectedVersion(wrong(expected, outcome.current));
  }
}

function wrong(expected: ExpectedRevision, current: number): AppendResp.WrongExpectedVersion {
  const answer = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) answer.setCurrentNoStream(new shared.Empty());
  else answer.setCurrentRevision(String(current));
  if (expected === 'any') answer.setExpectedAny(new shared.Empty());
  else if (expected === 'stream-exists') answer.setExpectedStreamExists(new shared.Empty());
  else if (expected === 'no-stream') answer.setExpectedNoStream(new shared.Empty());
  else answer.setExpectedRevision(revisionText(expected));
  return answer;
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
