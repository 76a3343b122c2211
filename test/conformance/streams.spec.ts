import type { EventStoreDBClient, ReadStreamOptions, ResolvedEvent } from '@eventstore/db-client';
import {
  AccessDeniedError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  binaryEvent,
  jsonEvent,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import type { Server } from './servers.js';
import { SERVERS } from './servers.js';

/** With credentials of their own, appends of the client take the classic call instead of the batch one. */
const CALLS = [
  ['batch', {}],
  ['classic', { credentials: { username: 'admin', password: 'changeit' } }],
] as const;

function event(type = 'thing.happened.v1', id: string = randomUUID()) {
  return jsonEvent({ id, type, data: { id } });
}

function events(count: number, type?: string) {
  return Array.from({ length: count }, () => event(type));
}

function link(text: string) {
  return binaryEvent({ type: '$>', data: Buffer.from(text) });
}

describe.each(SERVERS)('%s', (_, start) => {
  let server: Server;
  let client: EventStoreDBClient;
  let names = 0;

  beforeAll(async () => {
    server = await start();
    client = server.client;
  });
  afterAll(() => server.close());

  /** A stream that no other test knows. */
  function fresh(): string {
    names += 1;
    return `prova-${process.pid}-${Date.now()}-${names}`;
  }

  async function streamOf(count: number): Promise<string> {
    const stream = fresh();
    await client.appendToStream(stream, events(count));
    return stream;
  }

  async function read(stream: string, options: ReadStreamOptions = {}): Promise<ResolvedEvent[]> {
    const got: ResolvedEvent[] = [];
    for await (const resolved of client.readStream(stream, options)) got.push(resolved);
    return got;
  }

  async function revisions(stream: string, options?: ReadStreamOptions): Promise<number[]> {
    return (await read(stream, options)).map(({ event: got }) => Number(got?.revision));
  }

  const metadata = (stream: string, value: object) => client.setStreamMetadata(stream, value as never);

  describe('a stream with limits', () => {
    it.each([
      ['the newest two', { maxCount: 2 }, [3, 4]],
      ['from a revision on', { truncateBefore: 3 }, [3, 4]],
      ['the stricter of two', { maxCount: 4, truncateBefore: 2 }, [2, 3, 4]],
      ['nothing before what never came', { truncateBefore: 9 }, []],
      ['all that is young', { maxAge: 3600 }, [0, 1, 2, 3, 4]],
    ])('shows %s, forwards, backwards and from any revision', async (_what, limits, seen) => {
      const stream = await streamOf(5);
      await metadata(stream, limits);
      expect(await revisions(stream)).toEqual(seen);
      expect(await revisions(stream, { direction: 'backwards', fromRevision: 'end' })).toEqual(seen.toReversed());
      expect(await revisions(stream, { fromRevision: 1n, maxCount: 2 })).toEqual(
        seen.filter((n) => n >= 1).slice(0, 2),
      );
      const below = { direction: 'backwards', fromRevision: 3n } as const;
      expect(await revisions(stream, below)).toEqual(seen.filter((n) => n <= 3).toReversed());
    });

    it('shows them again when the limits are lifted, and all of them in the whole log', async () => {
      const stream = await streamOf(3);
      const { position } = await metadata(stream, { truncateBefore: 2 });
      const all: string[] = [];
      const newestFirst = client.readAll({ direction: 'backwards', fromPosition: position ?? 'end', maxCount: 3 });
      for await (const { event: got } of newestFirst) all.push(`${got?.revision}@${got?.streamId}`);
      expect(all).toEqual([`2@${stream}`, `1@${stream}`, `0@${stream}`]);
      await metadata(stream, {});
      expect(await revisions(stream)).toEqual([0, 1, 2]);
    });

    it('keeps counting revisions where it stands', async () => {
      const stream = await streamOf(3);
      await metadata(stream, { maxCount: 1 });
      const { nextExpectedRevision } = await client.appendToStream(stream, event(), { expectedRevision: 2n });
      expect(nextExpectedRevision).toBe(3n);
      expect(await revisions(stream)).toEqual([3]);
    });
  });

  it('of metadata, only the newest is seen', async () => {
    const stream = fresh();
    for (const maxCount of [1, 2, 3]) await metadata(stream, { maxCount });
    expect(await revisions(`$$${stream}`)).toEqual([2]);
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 3 });
  });

  describe('a deleted stream', () => {
    it('is not found, and the deletion is answered with its position', async () => {
      const stream = await streamOf(2);
      const { position } = await client.deleteStream(stream, { expectedRevision: 1n });
      await expect(read(stream)).rejects.toBeInstanceOf(StreamNotFoundError);
      const backwards: ReadStreamOptions = { direction: 'backwards', fromRevision: 'end' };
      await expect(read(stream, backwards)).rejects.toBeInstanceOf(StreamNotFoundError);
      const [deletion] = await read(`$$${stream}`);
      expect(deletion?.event?.position).toEqual(position);
    });

    it.each([['any'], ['no_stream'], [1n]] as const)('goes on when it is written to expecting %s', async (expected) => {
      const stream = await streamOf(2);
      await metadata(stream, { owner: 'segreteria' });
      await client.deleteStream(stream);
      const { nextExpectedRevision } = await client.appendToStream(stream, events(2), { expectedRevision: expected });
      expect(nextExpectedRevision).toBe(3n);
      expect(await revisions(stream)).toEqual([2, 3]);
      expect((await client.getStreamMetadata(stream)).metadata).toEqual({ truncateBefore: 2 });
    });

    it('comes back, empty, when it is given metadata', async () => {
      const stream = await streamOf(2);
      await client.deleteStream(stream);
      await metadata(stream, { maxCount: 100, owner: 'segreteria' });
      expect(await read(stream)).toEqual([]);
      expect((await client.getStreamMetadata(stream)).metadata).toEqual({
        maxCount: 100,
        owner: 'segreteria',
        truncateBefore: 2,
      });
      await client.appendToStream(stream, event(), { expectedRevision: 1n });
      expect(await revisions(stream)).toEqual([2]);
    });

    it('may be deleted again, from where it stands', async () => {
      const stream = await streamOf(2);
      await client.deleteStream(stream);
      await client.deleteStream(stream);
      await expect(client.deleteStream(stream, { expectedRevision: 0n })).rejects.toMatchObject({ actualVersion: 1n });
    });

    it.each(CALLS)('does not exist for who expects it to, by the %s call', async (_name, options) => {
      const stream = await streamOf(2);
      await client.deleteStream(stream);
      const appended = client.appendToStream(stream, event(), { ...options, expectedRevision: 'stream_exists' });
      await expect(appended).rejects.toBeInstanceOf(StreamDeletedError);
    });

    it('that never was, or is at another revision, is not deleted', async () => {
      const missing = client.deleteStream(fresh());
      await expect(missing).rejects.toBeInstanceOf(WrongExpectedVersionError);
      await expect(missing).rejects.toMatchObject({ expectedVersion: -2n, actualVersion: -1n });
      const stream = await streamOf(2);
      const passed = client.deleteStream(stream, { expectedRevision: 0n });
      await expect(passed).rejects.toMatchObject({ streamName: stream, expectedVersion: 0n, actualVersion: 1n });
      const none = client.tombstoneStream(stream, { expectedRevision: 'no_stream' });
      await expect(none).rejects.toMatchObject({ expectedVersion: -1n, actualVersion: 1n });
      expect(await revisions(stream)).toEqual([0, 1]);
    });
  });

  describe('a tombstoned stream', () => {
    it.each(CALLS)('is never written nor read again, nor its metadata, by the %s call', async (_name, options) => {
      const stream = await streamOf(2);
      const { position } = await client.tombstoneStream(stream, { expectedRevision: 1n });
      for (const expectedRevision of ['any', 'no_stream', 'stream_exists', 1n] as const) {
        const appended = client.appendToStream(stream, event(), { ...options, expectedRevision });
        await expect(appended).rejects.toBeInstanceOf(StreamDeletedError);
        await expect(appended).rejects.toMatchObject({ streamName: stream });
      }
      await expect(metadata(stream, {})).rejects.toBeInstanceOf(StreamDeletedError);
      await expect(read(stream)).rejects.toBeInstanceOf(StreamDeletedError);
      await expect(client.deleteStream(stream)).rejects.toBeInstanceOf(StreamDeletedError);
      await expect(client.tombstoneStream(stream)).rejects.toBeInstanceOf(StreamDeletedError);
      const [last] = await allFrom(position);
      expect(last?.event).toMatchObject({ type: '$streamDeleted', streamId: stream, revision: 2n ** 63n - 1n });
    });

    it('need not have been there', async () => {
      const stream = fresh();
      await client.tombstoneStream(stream, { expectedRevision: 'no_stream' });
      await expect(read(stream)).rejects.toBeInstanceOf(StreamDeletedError);
    });

    it('ends its subscribers after they got everything, and takes no new ones', async () => {
      const stream = await streamOf(1);
      const types: string[] = [];
      const follow = async () => {
        const subscription = client.subscribeToStream(stream);
        subscription.on('caughtUp', () => void client.tombstoneStream(stream));
        for await (const { event: got } of subscription) types.push(got?.type ?? '');
      };
      await expect(follow()).rejects.toBeInstanceOf(StreamDeletedError);
      expect(types).toEqual(['thing.happened.v1', '$streamDeleted']);
      types.length = 0;
      await expect(follow()).rejects.toBeInstanceOf(StreamDeletedError);
      expect(types).toEqual([]);
    });
  });

  async function allFrom(fromPosition: Awaited<ReturnType<EventStoreDBClient['tombstoneStream']>>['position']) {
    const got: ResolvedEvent[] = [];
    for await (const e of client.readAll({ fromPosition: fromPosition ?? 'start', maxCount: 1 })) got.push(e);
    return got;
  }

  it('nobody deletes metadata streams, nor writes to the whole log', async () => {
    const stream = await streamOf(1);
    await metadata(stream, { maxCount: 1 });
    await expect(client.deleteStream(`$$${stream}`)).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(client.tombstoneStream(`$$${stream}`)).rejects.toBeInstanceOf(AccessDeniedError);
    for (const [, options] of CALLS)
      await expect(client.appendToStream('$all', event(), options)).rejects.toBeInstanceOf(AccessDeniedError);
  });

  describe.each(CALLS)('the same append twice, by the %s call', (_name, options) => {
    const ids = () => [randomUUID(), randomUUID(), randomUUID()];
    const of = (some: string[]) => some.map((id) => event(undefined, id));

    it.each([
      ['no_stream', 0, [2]],
      ['any', 0, [2]],
      ['any', 2, [4]],
      ['stream_exists', 2, [4]],
      [1n, 2, [4]],
    ] as const)('expecting %s is done once and answered alike', async (expectedRevision, before, [last]) => {
      const stream = fresh();
      if (before > 0) await client.appendToStream(stream, events(before));
      const same = ids();
      const first = await client.appendToStream(stream, of(same), { ...options, expectedRevision });
      await client.appendToStream(stream, event());
      const second = await client.appendToStream(stream, of(same), { ...options, expectedRevision });
      expect(second).toEqual(first);
      expect(second.nextExpectedRevision).toBe(BigInt(last));
      expect(await revisions(stream)).toHaveLength(before + 4);
    });

    it('at the current revision is done twice', async () => {
      const stream = fresh();
      const same = ids();
      await client.appendToStream(stream, of(same), { ...options, expectedRevision: 'no_stream' });
      const { nextExpectedRevision } = await client.appendToStream(stream, of(same), {
        ...options,
        expectedRevision: 2n,
      });
      expect(nextExpectedRevision).toBe(5n);
    });

    it.each([['no_stream'], ['any']] as const)(
      'with more to it, expecting %s, is refused',
      async (expectedRevision) => {
        const stream = fresh();
        const same = ids();
        await client.appendToStream(stream, of(same), options);
        const more = client.appendToStream(stream, [...of(same), event()], { ...options, expectedRevision });
        await expect(more).rejects.toBeInstanceOf(WrongExpectedVersionError);
      },
    );

    it('in another stream is another append', async () => {
      const same = ids();
      for (const stream of [fresh(), fresh()])
        expect((await client.appendToStream(stream, of(same), options)).nextExpectedRevision).toBe(2n);
    });

    it('expects a stream to exist that has only metadata', async () => {
      const stream = fresh();
      await metadata(stream, { maxCount: 10 });
      const appended = client.appendToStream(stream, event(), { ...options, expectedRevision: 'stream_exists' });
      expect((await appended).nextExpectedRevision).toBe(0n);
    });
  });

  describe('links', () => {
    it('lead to their events where they are asked to, and stay alone where those are gone', async () => {
      const [kept, cut, gone, links] = [await streamOf(2), await streamOf(2), await streamOf(1), fresh()];
      await metadata(cut, { truncateBefore: 1 });
      await client.tombstoneStream(gone);
      await client.appendToStream(links, [link(`1@${kept}`), link(`0@${cut}`), link(`0@${gone}`), link(`7@${kept}`)]);
      const named = (resolved: ResolvedEvent) =>
        [resolved.event, resolved.link].map((got) => got && `${got.revision}@${got.streamId}`);
      const expected = [
        [`1@${kept}`, `0@${links}`],
        [undefined, `1@${links}`],
        [undefined, `2@${links}`],
        [undefined, `3@${links}`],
      ];
      expect((await read(links, { resolveLinkTos: true })).map(named)).toEqual(expected);
      const unresolved = (await read(links)).map(named);
      expect(unresolved).toEqual([0, 1, 2, 3].map((revision) => [`${revision}@${links}`, undefined]));

      const subscription = client.subscribeToStream(links, { resolveLinkTos: true });
      const followed: ResolvedEvent[] = [];
      for await (const resolved of subscription) if (followed.push(resolved) === 4) break;
      await subscription.unsubscribe();
      expect(followed.map(named)).toEqual(expected);
    });

    it('lead one level, into any stream, and answer the position of the link', async () => {
      const target = `${fresh()}@città`;
      await client.appendToStream(target, event());
      const [first, second] = [fresh(), fresh()];
      await client.appendToStream(first, link(`0@${target}`));
      const { position } = await client.appendToStream(second, link(`0@${first}`));
      const [resolved] = await read(second, { resolveLinkTos: true });
      expect(resolved?.event).toMatchObject({ type: '$>', streamId: first });
      expect(resolved?.commitPosition).toBe(position?.commit);
      const [once] = await read(first, { resolveLinkTos: true });
      expect(once?.event?.streamId).toBe(target);
    });
  });

  describe('a subscription', () => {
    it('from a revision that has not come waits for what is beyond it', async () => {
      const stream = await streamOf(2);
      const subscription = client.subscribeToStream(stream, { fromRevision: 3n });
      const caughtUp = new Promise((resolve) => subscription.once('caughtUp', () => resolve(undefined)));
      const appended = caughtUp.then(() => client.appendToStream(stream, events(4)));
      const got: bigint[] = [];
      for await (const { event: come } of subscription) if (got.push(come?.revision ?? -1n) === 2) break;
      await appended;
      await subscription.unsubscribe();
      expect(got).toEqual([4n, 5n]);
    });

    it('gets of history what is seen of it, then all that comes, whatever the limits', async () => {
      const stream = await streamOf(4);
      await metadata(stream, { maxCount: 2 });
      const subscription = client.subscribeToStream(stream);
      subscription.once('caughtUp', () => void client.appendToStream(stream, events(4)));
      const got: bigint[] = [];
      for await (const { event: come } of subscription) if (got.push(come?.revision ?? -1n) === 6) break;
      await subscription.unsubscribe();
      expect(got).toEqual([2n, 3n, 4n, 5n, 6n, 7n]);
    });

    it('outlives the deletion of its stream, and gets nothing of the old one', async () => {
      const stream = await streamOf(2);
      await client.deleteStream(stream);
      const subscription = client.subscribeToStream(stream);
      subscription.once('caughtUp', () => void client.appendToStream(stream, event()));
      const got: bigint[] = [];
      for await (const { event: come } of subscription) if (got.push(come?.revision ?? -1n) === 1) break;
      await subscription.unsubscribe();
      expect(got).toEqual([2n]);
    });
  });
});
