import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { chunkIn } from './batch-chunk.js';
import { proposedEvent } from './proposed.js';
import { nameOf, placeIn } from './target.js';
import { structuredUuid } from './uuid.js';

const { BatchAppendReq } = streams;
const nothing = () => new empty.Empty();
const bytes = fc.uint8Array({ maxLength: 300 });

const UUIDS = fc
  .tuple(fc.uuid(), fc.boolean())
  .map(([id, structured]) => (structured ? structuredUuid(id) : new shared.UUID().setString(id.toUpperCase())));

const EXPECTED = fc.oneof(
  fc.constantFrom<(to: streams.BatchAppendReq.Options) => unknown>(
    (to) => to.setAny(nothing()),
    (to) => to.setNoStream(nothing()),
    (to) => to.setStreamExists(nothing()),
    () => undefined,
  ),
  fc
    .oneof(fc.bigInt(0n, 1000n), fc.bigInt(0n, 2n ** 64n - 1n), fc.constantFrom(2n ** 53n - 1n, 2n ** 63n - 1n))
    .map((revision) => (to: streams.BatchAppendReq.Options) => to.setStreamPosition(String(revision))),
);

const OPTIONS = fc
  .record({
    stream: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }).map((name) => Buffer.from(name)),
      bytes,
    ),
    expected: EXPECTED,
    deadline: fc.option(fc.date({ noInvalidDate: true, max: new Date('9999-12-31T00:00:00Z') })),
  })
  .map(({ stream, expected, deadline }) => {
    const options = new BatchAppendReq.Options();
    options.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(stream));
    if (deadline) options.setDeadline(timestamp.Timestamp.fromDate(deadline));
    expected(options);
    return options;
  });

const MESSAGES = fc
  .record({
    id: fc.option(UUIDS),
    metadata: fc.array(
      fc.tuple(fc.constantFrom('type', 'content-type', 'other'), fc.constantFrom('', 'però', 'application/json')),
    ),
    data: bytes,
    custom: bytes,
  })
  .map(({ id, metadata, data, custom }) => {
    const message = new BatchAppendReq.ProposedMessage().setData(data).setCustomMetadata(custom);
    if (id) message.setId(id);
    for (const [key, value] of metadata) message.getMetadataMap().set(key, value);
    return message;
  });

const REQUESTS = fc
  .record({ id: fc.option(UUIDS), options: fc.option(OPTIONS), messages: fc.array(MESSAGES), isFinal: fc.boolean() })
  .map(({ id, options, messages, isFinal }) => {
    const request = new BatchAppendReq().setProposedMessagesList(messages).setIsFinal(isFinal);
    if (id) request.setCorrelationId(id);
    if (options) request.setOptions(options);
    return request;
  });

/** What the stubs read. */
function readByStubs(request: streams.BatchAppendReq) {
  const options = request.getOptions();
  const expectedIn = (from: streams.BatchAppendReq.Options) => {
    if (from.hasAny()) return 'any';
    if (from.hasNoStream()) return 'no-stream';
    if (from.hasStreamExists()) return 'stream-exists';
    return from.hasStreamPosition() ? placeIn(from.getStreamPosition()) : undefined;
  };
  const deadline = options?.getDeadline()?.toDate().getTime();
  return {
    correlationId: request.getCorrelationId()?.serializeBinary(),
    options: options && {
      stream: nameOf(options.getStreamIdentifier()),
      expected: expectedIn(options),
      deadline: deadline === undefined ? undefined : { atMs: deadline },
    },
    events: request.getProposedMessagesList().map(proposedEvent),
    isFinal: request.getIsFinal(),
  };
}

/** Buffers and arrays of bytes are the same to a reader. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, held: unknown) =>
      held instanceof Uint8Array || isBufferJson(held) ? Buffer.from(held as Buffer).toString('hex') : held,
    ),
  );
}

function isBufferJson(held: unknown): boolean {
  return typeof held === 'object' && held !== null && 'type' in held && held.type === 'Buffer';
}

const encoded = (request: streams.BatchAppendReq): Buffer => Buffer.from(request.serializeBinary());

describe('a chunk of a batch append', () => {
  it('says what the stubs read in it', () => {
    fc.assert(
      fc.property(REQUESTS, (request) => {
        expect(plain(chunkIn(encoded(request)))).toEqual(plain(readByStubs(request)));
      }),
    );
  });

  it('may say for how long instead of until when', () => {
    const [options, deadline, seconds, nanos] = [0x12, 0x3a, [0x08, 0x02], [0x10, 0x80, 0xca, 0xb5, 0xee, 0x01]];
    const duration = [...seconds, ...nanos]; // 2 s and 500,000,000 ns
    const message = [options, duration.length + 2, deadline, duration.length, ...duration];
    expect(chunkIn(Buffer.from(message)).options?.deadline).toEqual({ inMs: 2500 });
  });

  it('may hold fields that nobody knows, of every kind', () => {
    const unknown = [0x78, 0x96, 0x01, 0x79, ...Array<number>(8).fill(7), 0x7a, 0x01, 0xff, 0x7d, 1, 2, 3, 4];
    const groups = [0x7b, ...unknown, 0x83, 0x01, 0x84, 0x01, 0x7c];
    const known = encoded(new BatchAppendReq().setIsFinal(true));
    const read = chunkIn(Buffer.concat([Buffer.from(unknown), known, Buffer.from(groups)]));
    expect(read).toEqual({ correlationId: undefined, options: undefined, events: [], isFinal: true });
  });

  it.each([
    ['a length beyond the message', [0x1a, 0x05, 0x0a]],
    ['a length beyond the message around it', [0x1a, 0x02, 0x1a, 0x09, ...Array<number>(9).fill(0)]],
    ['a length beyond every number', [0x1a, ...Array<number>(9).fill(0xff), 0x01]],
    ['a number without an end', [0x20, ...Array<number>(11).fill(0x80), 0x01]],
    ['a number cut off', [0x20, 0x80]],
    ['the field zero', [0x02, 0x00]],
    ['a kind of field that does not exist', [0x0e]],
    ['the end of a group that did not begin', [0x0c]],
    ['groups without an end', Array<number>(100_000).fill(0x0b)],
    ['eight bytes that are seven', [0x79, ...Array<number>(7).fill(0)]],
  ])('is refused: %s', (_, message) => {
    expect(() => chunkIn(Buffer.from(message))).toThrow('malformed');
  });

  it('that is cut off or damaged is refused or read, and never read beyond', () => {
    fc.assert(
      fc.property(REQUESTS, fc.nat(), fc.nat(255), (request, at, value) => {
        const whole = encoded(request);
        const damaged = Buffer.from(whole);
        if (damaged.length > 0) damaged[at % damaged.length] = value;
        for (const message of [damaged, whole.subarray(0, at % (whole.length + 1))]) {
          const beyond = Buffer.concat([message, Buffer.alloc(64, 0x01)]).subarray(0, message.length);
          expect(outcomeOf(beyond)).toEqual(outcomeOf(Buffer.from(message)));
        }
      }),
    );
  });
});

function outcomeOf(message: Buffer): unknown {
  try {
    return plain(chunkIn(message));
  } catch (error) {
    return String(error);
  }
}
