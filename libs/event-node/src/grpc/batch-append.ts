import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { ExpectedRevision } from '../log/append.js';
import { LogStopped } from '../log/log.js';
import type { ProposedEvent } from '../log/record.js';
import type { Target } from './batch-answer.js';
import { failureAnswer, malformedAnswer, outcomeAnswer, tooLargeAnswer } from './batch-answer.js';
import type { Node } from './node.js';
import { countedSize, proposedEvent } from './proposed.js';
import { stopping } from './status.js';
import { uuidText } from './uuid.js';

/** A call is read no further while it has this much unanswered. */
const MOST_UNANSWERED = 4096;
const MOST_UNANSWERED_BYTES = 64 * 1024 * 1024;

/** An append whose last chunk has not come yet. */
interface Arriving extends Target {
  readonly deadlineMs: number;
  readonly events: ProposedEvent[];
  readonly malformed?: string;
  size: number;
  /** Answered already; the chunks still to come are dropped. */
  refused: boolean;
}

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** Streams.BatchAppend: one long call on which a client sends all its appends, each answered once, in any order. */
export function batchAppend({ log, maxAppendSize, stopping: stop }: Node) {
  return (call: Call): void => {
    const arriving = new Map<string, Arriving>();
    let unanswered = 0;
    let unansweredBytes = 0;
    let halfClosed = false;

    function done(size: number): void {
      unanswered -= 1;
      unansweredBytes -= size;
      if (halfClosed && unanswered === 0) call.end();
      else if (call.isPaused() && unanswered < MOST_UNANSWERED && unansweredBytes < MOST_UNANSWERED_BYTES)
        call.resume();
    }

    function submit(append: Arriving): void {
      unanswered += 1;
      unansweredBytes += append.size;
      if (unanswered >= MOST_UNANSWERED || unansweredBytes >= MOST_UNANSWERED_BYTES) call.pause();
      log
        .append(append)
        .then((outcome) => call.write(outcomeAnswer(append, outcome)))
        // a stopping node ends the whole call instead: the client then knows that the outcome is unknown
        .catch((error: unknown) => error instanceof LogStopped || call.write(failureAnswer(append, error)))
        .finally(() => done(append.size));
    }

    function refuse(append: Arriving, answer: BatchAppendResp): void {
      append.refused = true;
      call.write(answer);
    }

    call.on('data', (request: BatchAppendReq) => {
      const correlationId = uuidText(request.getCorrelationId()) ?? '';
      const append = arriving.get(correlationId) ?? begin(correlationId, request);
      if (!append) return; // a late chunk of something long answered
      arriving.set(correlationId, append);
      const refusal = append.refused ? undefined : add(append, request, maxAppendSize);
      if (refusal) refuse(append, refusal);
      if (!request.getIsFinal()) return;
      arriving.delete(correlationId);
      if (!append.refused) submit(append);
    });
    call.on('end', () => {
      halfClosed = true;
      if (unanswered === 0) call.end();
    });
    // the client is gone: what was accepted is written all the same
    call.on('error', () => arriving.clear());
    const cancel = (): void => void call.emit('error', stopping());
    stop.addEventListener('abort', cancel);
    call.on('close', () => stop.removeEventListener('abort', cancel));
    call.on('cancelled', () => stop.removeEventListener('abort', cancel));
  };
}

function begin(correlationId: string, request: BatchAppendReq): Arriving | undefined {
  const options = request.getOptions();
  if (!options) return undefined;
  const stream = Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
  const deadlineMs = options.getDeadline()?.toDate().getTime() ?? Infinity;
  const expected = expectedOf(options);
  const nameless = stream === '' || stream === '$$';
  const malformed = nameless
    ? 'The stream has no name.'
    : expected === undefined && 'The expected revision is missing.';
  return {
    correlationId,
    stream,
    expected: expected ?? 'any',
    deadlineMs,
    events: [],
    ...(malformed && { malformed }),
    size: 0,
    refused: false,
  };
}

/** @returns the refusal, when the append cannot be taken any more */
function add(append: Arriving, request: BatchAppendReq, maxAppendSize: number): BatchAppendResp | undefined {
  if (append.malformed) return malformedAnswer(append, append.malformed);
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
  const { ExpectedStreamPositionCase: expected } = streams.BatchAppendReq.Options;
  switch (options.getExpectedStreamPositionCase()) {
    case expected.STREAM_POSITION:
      return Number(options.getStreamPosition());
    case expected.NO_STREAM:
      return 'no-stream';
    case expected.STREAM_EXISTS:
      return 'stream-exists';
    case expected.ANY:
      return 'any';
    case expected.EXPECTED_STREAM_POSITION_NOT_SET:
      return undefined;
  }
}
