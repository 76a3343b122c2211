import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { status } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import type { Server } from './servers.js';
import { SERVERS } from './servers.js';
import {
  following,
  withoutCount,
  subscription,
  filtered,
  streamFrom,
  allFrom,
  at,
  within,
} from './wire/spoilt-requests.js';
import { appendMessage, appendOptions, chunk, readOptions, streamsCalls } from './wire/streams-calls.js';

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
