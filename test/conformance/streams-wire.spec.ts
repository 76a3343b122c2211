import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { status } from '@grpc/grpc-js';
import duration from 'google-protobuf/google/protobuf/duration_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { randomUUID } from 'node:crypto';
import type { Server } from './servers.js';
import { SERVERS } from './servers.js';
import { appendMessage, appendOptions, chunk, identifier, readOptions, streamsCalls } from './wire/streams-calls.js';

const { Options } = streams.ReadReq;
const LARGEST_U64 = String(2n ** 64n - 1n);
const NO_UTF8 = Buffer.from([0x61, 0xff, 0xfe]);
const nothing = () => new shared.Empty();

const UNIT = 1024 * 1024;

describe.each(SERVERS)('%s, by the wire', (_, start) => {
  let server: Server;
  let calls: ReturnType<typeof streamsCalls>;

  beforeAll(async () => {
    server = await start();
    calls = streamsCalls(server.url);
  });
  afterAll(async () => {
    calls.close();
    await server.close();
  });

  const fresh = (): string => `prova-${randomUUID()}`;

  async function streamOf(events: number): Promise<string> {
    const stream = fresh();
    await calls.append(appendOptions(stream), ...Array.from({ length: events }, () => appendMessage()));
    return stream;
  }

  const eventsIn = (got: readonly ReadResp[]) => got.flatMap((response) => response.getEvent() ?? []);

  describe('a read', () => {
    it.each<[string, () => ReadReq.Options | undefined]>([
      ['without options', () => undefined],
      ['without a form of ids', () => readOptions('s').setUuidOption(undefined)],
      ['with a form of ids that is none', () => readOptions('s').setUuidOption(new Options.UUIDOption())],
      ['of neither stream nor log', () => readOptions('s').setStream(undefined)],
      ['of a stream without a name', () => readOptions('')],
      ['of the stream $$', () => readOptions('$$')],
      ['of a stream whose name is no text', () => readOptions(NO_UTF8)],
      ['without a count', () => withoutCount(readOptions('s'))],
      ['without a word about filters', () => readOptions('s').setNoFilter(undefined)],
      ['of a stream with a filter', () => filtered(readOptions('s'), '^a')],
      ['that follows the past', () => readOptions('s').setReadDirection(1).setSubscription(following())],
      ['with a pattern that is none', () => filtered(readOptions(undefined), '(')],
      ['that follows with checkpoints never', () => filtered(subscription(undefined), 'a', 0)],
      ['from a position before itself', () => allFrom('1', '2')],
      ['from a revision beyond all', () => streamFrom('s', String(2n ** 63n))],
      ['from a position beyond all', () => allFrom(String(2n ** 64n - 2n), '1')],
    ])('%s is an invalid argument', async (_what, options) => {
      expect((await calls.read(options())).ended.code).toBe(status.INVALID_ARGUMENT);
    });

    it('takes counts as large as there are', async () => {
      const stream = await streamOf(3);
      for (const count of [LARGEST_U64, String(2n ** 63n), '9007199254740993'])
        expect(eventsIn((await calls.read(readOptions(stream, count))).got)).toHaveLength(3);
    });

    it('takes revisions as large as there are, and the largest number as the end', async () => {
      const stream = await streamOf(3);
      for (const revision of [LARGEST_U64, String(2n ** 63n - 1n), '9007199254740993', '3']) {
        const backwards = streamFrom(stream, revision).setReadDirection(1).setCount('2');
        const got = eventsIn((await calls.read(backwards)).got);
        expect(got.map((event) => event.getEvent()?.getStreamRevision())).toEqual(['2', '1']);
      }
      for (const revision of [String(2n ** 63n - 1n), '9007199254740993', '3'])
        expect((await calls.read(streamFrom(stream, revision))).got).toEqual([]);
    });

    it('answers ids in the form that is asked for, of links too', async () => {
      const target = await streamOf(1);
      const links = fresh();
      const message = appendMessage('$>');
      message.getProposedMessage()?.setData(Buffer.from(`0@${target}`));
      await calls.append(appendOptions(links), message);
      const options = readOptions(links).setResolveLinks(true);
      const [text] = eventsIn((await calls.read(options)).got);
      options.setUuidOption(new Options.UUIDOption().setStructured(nothing()));
      const [halves] = eventsIn((await calls.read(options)).got);
      for (const part of ['getEvent', 'getLink'] as const) {
        expect(text?.[part]()?.getId()?.hasString()).toBe(true);
        expect(halves?.[part]()?.getId()?.hasStructured()).toBe(true);
      }
      expect(halves?.getCommitPosition()).toBe(text?.getCommitPosition());
    });

    it('of a missing stream says so in a message, and ends well', async () => {
      const { got, ended } = await calls.read(readOptions('never-written'));
      expect(got.map((response) => response.hasStreamNotFound())).toEqual([true]);
      expect(ended.code).toBe(status.OK);
    });
  });

  it('a subscription confirms, sends, has caught up once, and goes on', async () => {
    const stream = await streamOf(2);
    const said: string[] = [];
    await calls.read(subscription(stream), (got) => {
      const last = got.at(-1);
      said.push(last?.hasConfirmation() ? 'confirmed' : last?.hasCaughtUp() ? 'caught up' : 'event');
      if (last?.hasCaughtUp()) void calls.append(appendOptions(stream), appendMessage(), appendMessage());
      return said.length === 6;
    });
    expect(said).toEqual(['confirmed', 'event', 'event', 'caught up', 'event', 'event']);
  });

  describe('a classic append', () => {
    it.each<[string, () => Parameters<typeof calls.append>, number]>([
      ['without a name', () => [appendOptions('')], status.INVALID_ARGUMENT],
      ['to the stream $$', () => [appendOptions('$$')], status.INVALID_ARGUMENT],
      ['to a name that is no text', () => [appendOptions(NO_UTF8)], status.INVALID_ARGUMENT],
      ['without options', () => [appendMessage()], status.UNKNOWN],
      ['with options twice', () => [appendOptions('s'), appendOptions('s')], status.UNKNOWN],
      ['of an event without a type', () => [appendOptions('s'), appendMessage('')], status.UNKNOWN],
      ['of an event without an id', () => [appendOptions('s'), appendMessage('t', 2, NIL)], status.UNKNOWN],
    ])('%s is refused', async (_what, requests, code) => {
      expect((await calls.append(...requests())).ended.code).toBe(code);
    });

    it('of too much names the limit', async () => {
      const { ended } = await calls.append(appendOptions(fresh()), appendMessage('t', UNIT), appendMessage('t', 8));
      expect(ended).toMatchObject({
        code: status.INVALID_ARGUMENT,
        trailers: { exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(UNIT) },
      });
    });

    it('of as much as may be is taken', async () => {
      // one byte of type counts twice
      expect((await calls.append(appendOptions(fresh()), appendMessage('t', UNIT - 2))).ended.code).toBe(status.OK);
    });

    it('of an event without a content type names what is missing', async () => {
      const message = appendMessage();
      message.getProposedMessage()?.getMetadataMap().del('content-type');
      expect((await calls.append(appendOptions(fresh()), message)).ended.trailers).toMatchObject({
        exception: 'missing-required-metadata-property',
        'required-metadata-properties': 'type,content-type',
      });
    });

    it('of nothing answers a position', async () => {
      const { response } = await calls.append(appendOptions(fresh()));
      expect(response?.getSuccess()?.hasNoStream()).toBe(true);
      expect(response?.getSuccess()?.hasPosition()).toBe(true);
    });
  });

  describe('a batch append', () => {
    const ids = (count: number) => Array.from({ length: count }, () => randomUUID() as string);
    const idOf = (answer: BatchAppendResp | undefined) => answer?.getCorrelationId()?.getString();
    const detailsOf = (answer: BatchAppendResp | undefined) => answer?.getError()?.getDetails()?.getTypeName();

    it('in chunks is one append, whatever comes in between', async () => {
      const { write, answers, end } = calls.batch();
      const [slow = '', quick = ''] = ids(2);
      const stream = fresh();
      write(
        chunk(slow, stream, { events: 2, final: false }),
        chunk(quick, stream),
        chunk(slow, undefined, { events: 2, final: false }),
      );
      const [first] = await answers(1);
      expect([idOf(first), first?.getSuccess()?.getCurrentRevision()]).toEqual([quick, '0']);
      write(chunk(slow, undefined));
      const [second] = await answers(1);
      expect([idOf(second), second?.getSuccess()?.getCurrentRevision()]).toEqual([slow, '5']);
      end();
    });

    it('is answered once, also when it is too large long before its end, and late chunks are nothing', async () => {
      const { write, answers, end } = calls.batch();
      const [large = '', unknown = '', next = ''] = ids(3);
      const stream = fresh();
      write(
        chunk(large, stream, { bytes: UNIT + 1, final: false }),
        chunk(large, undefined, { final: false }),
        chunk(large, undefined),
        chunk(unknown, undefined),
        chunk(next, stream),
      );
      end();
      const got = await answers(9);
      expect(got.map(idOf)).toEqual([large, next]);
      expect(detailsOf(got[0])).toBe('event_store.client.MaximumAppendSizeExceeded');
      expect(got[1]?.getSuccess()?.getCurrentRevision()).toBe('0');
    });

    it('of one stream happen in the order in which they came', async () => {
      const { write, answers, end } = calls.batch();
      const all = ids(50);
      const stream = fresh();
      write(...all.map((id) => chunk(id, stream)));
      end();
      const revisions = (await answers(99)).map((answer) => [idOf(answer), answer.getSuccess()?.getCurrentRevision()]);
      expect(revisions.toSorted((a, b) => Number(a[1]) - Number(b[1]))).toEqual(all.map((id, n) => [id, String(n)]));
    });

    it.each([
      ['a point in time', (n: number) => at(Date.now() + n)],
      ['a length of time', (n: number) => within(n)],
    ])('given %s that has passed is too late, and one that is to come is not', async (_what, deadline) => {
      const { write, answers, end } = calls.batch();
      const [late = '', timely = ''] = ids(2);
      const stream = fresh();
      write(deadline(-1_000)(chunk(late, stream)) as never);
      const [first] = await answers(1);
      expect([idOf(first), detailsOf(first)]).toEqual([late, 'event_store.client.Timeout']);
      expect(first?.getError()?.getCode()).toBe(status.DEADLINE_EXCEEDED);
      write(deadline(60_000)(chunk(timely, stream)) as never);
      const [second] = await answers(1);
      expect([idOf(second), second?.getSuccess()?.getCurrentRevision()]).toEqual([timely, '0']);
      end();
    });

    it.each<[string, () => ReturnType<typeof chunk>, number, string]>([
      ['without a name', () => chunk(randomUUID(), ''), status.INVALID_ARGUMENT, 'BadRequest'],
      ['with a name that is no text', () => chunk(randomUUID(), NO_UTF8), status.INVALID_ARGUMENT, 'BadRequest'],
      [
        'of an event without a type',
        () => chunk(randomUUID(), 's', { type: '' }),
        status.INVALID_ARGUMENT,
        'BadRequest',
      ],
      ['to the whole log', () => chunk(randomUUID(), '$all'), status.PERMISSION_DENIED, 'AccessDenied'],
    ])('%s is refused', async (_what, request, code, details) => {
      const { write, answers, end } = calls.batch();
      const sent = request();
      write(sent);
      const [answer] = await answers(1);
      expect(idOf(answer)).toBe(sent.getCorrelationId()?.getString());
      expect(answer?.hasStreamIdentifier()).toBe(true);
      expect([answer?.getError()?.getCode(), detailsOf(answer)]).toEqual([code, `event_store.client.${details}`]);
      end();
    });

    it('of a stream that is gone says so', async () => {
      const stream = await streamOf(1);
      await server.client.tombstoneStream(stream);
      const { write, answers, end } = calls.batch();
      write(chunk(randomUUID(), stream));
      const [answer] = await answers(1);
      expect([answer?.getError()?.getCode(), detailsOf(answer)]).toEqual([
        status.NOT_FOUND,
        'event_store.client.StreamDeleted',
      ]);
      end();
    });

    it('half-closed ends once all is answered', async () => {
      const { call, write, answers } = calls.batch();
      const [done = '', begun = ''] = ids(2);
      write(chunk(done, fresh()), chunk(begun, fresh(), { final: false }));
      call.end();
      expect((await answers(9)).map(idOf)).toEqual([done]);
    });
  });
});

const NIL = '00000000-0000-0000-0000-000000000000';

/** Where the event node is stricter, or kinder, than the server: docs/event-node.md. */
describe('the event node, where it differs on purpose', () => {
  let server: Server;
  let calls: ReturnType<typeof streamsCalls>;

  beforeAll(async () => {
    server = await (SERVERS[0]?.[1]() as Promise<Server>);
    calls = streamsCalls(server.url);
    await calls.append(appendOptions('s'), appendMessage(), appendMessage());
  });
  afterAll(async () => {
    calls.close();
    await server.close();
  });

  const revisionsOf = (got: readonly ReadResp[]) => got.map((read) => read.getEvent()?.getEvent()?.getStreamRevision());

  it('a read of no events is an invalid argument', async () => {
    expect((await calls.read(readOptions('s', '0'))).ended.code).toBe(status.INVALID_ARGUMENT);
  });

  it('a stream read forwards from its end shows its last event', async () => {
    const end = new Options.StreamOptions().setStreamIdentifier(identifier('s')).setEnd(nothing());
    expect(revisionsOf((await calls.read(readOptions('s').setStream(end))).got)).toEqual(['1']);
  });

  it('a position between two events is taken as the next', async () => {
    const first = (await calls.read(readOptions('s', '1'))).got[0]?.getEvent()?.getCommitPosition() ?? '';
    const { got, ended } = await calls.read(allFrom(first, '0'));
    expect(ended.code).toBe(status.OK);
    expect(revisionsOf(got).slice(0, 2)).toEqual(['0', '1']);
  });

  it('a pattern that would never end elsewhere is answered', async () => {
    const stream = `${'a'.repeat(2000)}!`;
    await calls.append(appendOptions(stream), appendMessage());
    const { got } = await calls.read(filtered(readOptions(undefined), '^(a+)+$|!$'));
    expect(got).toHaveLength(1);
    expect((await calls.read(filtered(readOptions(undefined), '^(?!a)'))).ended.code).toBe(status.INVALID_ARGUMENT);
  });

  it('an append without a correlation id ends the whole call', async () => {
    const { write, failed } = calls.batch();
    write(new streams.BatchAppendReq().setIsFinal(true));
    expect((await failed()).code).toBe(status.INVALID_ARGUMENT);
  });

  it('appends that are begun and never ended are dropped at their deadline', async () => {
    const { write, answers, end } = calls.batch();
    const id = randomUUID();
    write(at(Date.now() + 50)(chunk(id, 's', { final: false })) as never);
    const [answer] = await answers(1);
    expect(answer?.getError()?.getMessage()).toBe('Timeout');
    write(chunk(id, undefined), chunk(randomUUID(), 's'));
    const [next] = await answers(1);
    expect(next?.getSuccess()?.getCurrentRevision()).toBe('2');
    end();
  });

  it('too many appends that are begun and not ended end the whole call', async () => {
    const { write, failed } = calls.batch();
    const ended = failed();
    for (let n = 0; n <= 4096; n += 1) write(chunk(randomUUID(), 's', { final: false }));
    expect((await ended).code).toBe(status.RESOURCE_EXHAUSTED);
  });

  it('the bookkeeping of persistent subscriptions to the whole log is not shown in it', async () => {
    const hidden = '$persistentsubscription-$all::gruppo-checkpoint';
    await calls.append(appendOptions(hidden), appendMessage());
    const { got } = await calls.read(readOptions(undefined, '1000'));
    const names = got.map((read) =>
      Buffer.from(read.getEvent()?.getEvent()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    );
    expect(names).not.toContain(hidden);
    expect(revisionsOf((await calls.read(readOptions(hidden))).got)).toEqual(['0']);
  });
});

function following() {
  return new Options.SubscriptionOptions();
}

function withoutCount(options: ReadReq.Options) {
  options.clearCount();
  return options;
}

function subscription(stream: string | undefined) {
  return withoutCount(readOptions(stream)).setSubscription(following());
}

function filtered(options: ReadReq.Options, regex: string, multiplier = 1) {
  const filter = new Options.FilterOptions().setCheckpointintervalmultiplier(multiplier).setMax(32);
  filter.setStreamIdentifier(new Options.FilterOptions.Expression().setRegex(regex));
  return options.setNoFilter(undefined).setFilter(filter);
}

function streamFrom(stream: string, revision: string) {
  const from = new Options.StreamOptions().setStreamIdentifier(identifier(stream)).setRevision(revision);
  return readOptions(stream).setStream(from);
}

function allFrom(commit: string, prepare: string) {
  const position = new Options.Position().setCommitPosition(commit).setPreparePosition(prepare);
  return readOptions(undefined).setAll(new Options.AllOptions().setPosition(position));
}

type Chunk = ReturnType<typeof chunk>;

/** The deadline that Node's client sends. */
function at(ms: number) {
  return (request: Chunk): Chunk => {
    const deadline = new timestamp.Timestamp().setSeconds(Math.floor(ms / 1000)).setNanos((ms % 1000) * 1e6);
    request.getOptions()?.setDeadline(deadline);
    return request;
  };
}

/** The deadline that others send, which these stubs do not know. */
function within(ms: number) {
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
