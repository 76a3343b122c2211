import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { appendAnswerIn } from './append-answer.js';
import { appendFrame, type AppendRequest } from './append-message.js';
import type { ExpectedRevision, JsonObject } from './event-store.js';
import { Frames } from './grpc-frames.js';

const { BatchAppendReq, BatchAppendResp } = streams;

/** As the stubs write it. */
function byTheStubs({ correlation, stream, events, expected, deadlineMs }: AppendRequest): Buffer {
  const options = new BatchAppendReq.Options();
  options.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)));
  options.setDeadline(timestamp.Timestamp.fromDate(new Date(deadlineMs)));
  if (expected === 'any') options.setAny(new empty.Empty());
  else if (expected === 'no-stream') options.setNoStream(new empty.Empty());
  else if (expected === 'stream-exists') options.setStreamExists(new empty.Empty());
  else options.setStreamPosition(String(expected));
  const proposed = events.map(({ id, type, data, metadata }) => {
    const message = new BatchAppendReq.ProposedMessage().setId(new shared.UUID().setString(id));
    message.getMetadataMap().set('type', type).set('content-type', 'application/json');
    message.setData(Buffer.from(JSON.stringify(data)));
    return message.setCustomMetadata(Buffer.from(JSON.stringify(metadata)));
  });
  const request = new BatchAppendReq()
    .setCorrelationId(new shared.UUID().setString(correlation))
    .setOptions(options)
    .setProposedMessagesList(proposed)
    .setIsFinal(true);
  return Buffer.from(request.serializeBinary());
}

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const object = fc.dictionary(text, fc.jsonValue()) as fc.Arbitrary<JsonObject>;
const expectation: fc.Arbitrary<ExpectedRevision> = fc.oneof(
  fc.constantFrom('any', 'no-stream', 'stream-exists'),
  fc.nat({ max: Number.MAX_SAFE_INTEGER }),
);
const request: fc.Arbitrary<AppendRequest> = fc.record({
  correlation: fc.uuid(),
  stream: text,
  events: fc.array(fc.record({ id: fc.uuid(), type: text, data: object, metadata: object }), { maxLength: 4 }),
  expected: expectation,
  deadlineMs: fc.integer({ min: 1_000, max: 4_000_000_000_000 }),
});

describe('an append on the wire', () => {
  it('given any append, when its message is written by hand, then it is the stubs’, byte by byte', () => {
    fc.assert(
      fc.property(request, (append) => {
        const [message, ...more] = new Frames().take(appendFrame(append));
        expect(more).toEqual([]);
        expect(message?.equals(byTheStubs(append))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('given any answer that says where it was written, when read by hand, then it says what the stubs wrote', () => {
    const answers = fc.record({
      correlation: fc.uuid(),
      stream: text,
      revision: fc.option(fc.nat({ max: Number.MAX_SAFE_INTEGER })),
      position: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
    });
    fc.assert(
      fc.property(answers, ({ correlation, stream, revision, position }) => {
        const place = new shared.AllStreamPosition().setCommitPosition(String(position));
        const success = new BatchAppendResp.Success().setPosition(place.setPreparePosition(String(position)));
        if (revision === null) success.setNoStream(new empty.Empty());
        else success.setCurrentRevision(String(revision));
        const written = new BatchAppendResp()
          .setCorrelationId(new shared.UUID().setString(correlation))
          .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
          .setSuccess(success);
        expect(appendAnswerIn(Buffer.from(written.serializeBinary()))).toEqual({
          correlation,
          appended: { revision: revision ?? -1, position: BigInt(position) },
        });
      }),
    );
  });

  it('given a refusal, an id in its other form, a number beyond all others, or half an answer, then it is left to the stubs', () => {
    const correlation = new shared.UUID().setString('00000000-0000-4000-8000-000000000001');
    const structured = new shared.UUID().setStructured(new shared.UUID.Structured().setMostSignificantBits('1'));
    const success = new BatchAppendResp.Success().setCurrentRevision('18446744073709551615');
    const answers = [
      new BatchAppendResp().setCorrelationId(correlation).setError(new statusPb.Status().setMessage('no')),
      new BatchAppendResp().setCorrelationId(structured).setSuccess(new BatchAppendResp.Success()),
      new BatchAppendResp().setCorrelationId(correlation).setSuccess(success),
    ].map((answer) => Buffer.from(answer.serializeBinary()));
    const half = Buffer.from(new BatchAppendResp().setCorrelationId(correlation).serializeBinary()).subarray(0, 20);
    for (const answer of [...answers, half]) expect(appendAnswerIn(answer)).toBeUndefined();
  });
});
