import type { EventNode } from '#event-node';
import { startEventNode } from '#event-node';
import type { AllStreamSubscription, AppendExpectedRevision } from '@eventstore/db-client';
import {
  EventStoreDBClient,
  MaxAppendSizeExceededError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  eventTypeFilter,
  jsonEvent,
  streamNameFilter,
} from '@eventstore/db-client';

let node: EventNode;
let client: EventStoreDBClient;

beforeAll(async () => {
  node = await startEventNode({ inMemory: true, port: 0, maxAppendSize: 100_000 });
  client = EventStoreDBClient.connectionString(node.url);
});
afterAll(async () => {
  await client.dispose();
  await node.stop();
});

/** With credentials of their own, appends of the client take the classic call instead of the batch one. */
const CLASSIC = { credentials: { username: 'admin', password: 'changeit' } };

function event(type = 'thing.happened.v1', text = '') {
  return jsonEvent({ type, data: { text }, metadata: { actor: 'prova' } });
}

function events(count: number, type?: string) {
  return Array.from({ length: count }, () => event(type));
}

describe.each([
  ['batch', {}],
  ['classic', CLASSIC],
])('the official client appending by the %s call', (name, options) => {
  it.each<[string, number, AppendExpectedRevision, bigint]>([
    ['no stream', 0, 'no_stream', 1n],
    ['any of no stream', 0, 'any', 1n],
    ['any', 2, 'any', 3n],
    ['a stream', 2, 'stream_exists', 3n],
    ['its revision', 2, 1n, 3n],
  ])(
    'when it rightly expects %s, then it learns revision and position',
    async (what, before, expectedRevision, last) => {
      const stream = `${name} ${what}`;
      if (before > 0) await client.appendToStream(stream, events(before));
      const { nextExpectedRevision, position } = await client.appendToStream(stream, events(2), {
        ...options,
        expectedRevision,
      });
      expect(nextExpectedRevision).toBe(last);
      const read = client.readStream(stream, { direction: 'backwards', fromRevision: 'end', maxCount: 1 });
      for await (const { event: got } of read) expect(got).toMatchObject({ revision: last, position });
    },
  );

  it.each<[string, number, AppendExpectedRevision]>([
    ['no stream', 2, 'no_stream'],
    ['a revision that has passed', 2, 0n],
    ['a revision that has not come', 2, 5n],
    ['a stream', 0, 'stream_exists'],
  ])('when it wrongly expects %s, then it learns where the stream stands', async (what, before, expectedRevision) => {
    const stream = `${name} not ${what}`;
    if (before > 0) await client.appendToStream(stream, events(before));
    const appended = client.appendToStream(stream, events(2), { ...options, expectedRevision });
    await expect(appended).rejects.toBeInstanceOf(WrongExpectedVersionError);
    const actualVersion = before > 0 ? BigInt(before - 1) : 'no_stream';
    await expect(appended).rejects.toMatchObject({ streamName: stream, actualVersion });
  });

  it('when it appends too much, then it is told the limit', async () => {
    const large = client.appendToStream(`${name} large`, event('large.v1', 'x'.repeat(100_000)), options);
    await expect(large).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
    await expect(large).rejects.toMatchObject({ maxAppendSize: 100_000 });
  });

  it('when it appends nothing, then nothing changes', async () => {
    const stream = `${name} nothing`;
    await client.appendToStream(stream, events(3));
    const { nextExpectedRevision } = await client.appendToStream(stream, [], { ...options, expectedRevision: 2n });
    expect(nextExpectedRevision).toBe(2n);
  });
});

describe('the official client reading', () => {
  it('when a stream does not exist, then it says so', async () => {
    const read = async () => {
      for await (const _ of client.readStream('never')) continue;
    };
    await expect(read()).rejects.toBeInstanceOf(StreamNotFoundError);
  });

  it('when it sets and reads stream metadata, then they are events of the metadata stream', async () => {
    await client.setStreamMetadata('with-metadata', { maxCount: 20, owner: 'segreteria' });
    expect((await client.getStreamMetadata('with-metadata')).metadata).toEqual({ maxCount: 20, owner: 'segreteria' });
  });

  it('when it subscribes to a stream after a revision, then it gets what follows, caught-up once, and what comes', async () => {
    await client.appendToStream('followed', events(5));
    const subscription = client.subscribeToStream('followed', { fromRevision: 1n });
    const caughtUp: number[] = [];
    const revisions: bigint[] = [];
    subscription.on('caughtUp', () => {
      caughtUp.push(revisions.length);
      void client.appendToStream('followed', events(2));
    });
    for await (const { event: got } of subscription) {
      revisions.push(got?.revision ?? -1n);
      if (revisions.length === 5) break;
    }
    await subscription.unsubscribe();
    expect(revisions).toEqual([2n, 3n, 4n, 5n, 6n]);
    expect(caughtUp).toHaveLength(1);
  });

  it('when it subscribes by event type, by prefix or pattern, then only those come', async () => {
    await client.appendToStream('types-a', [event('one.v1'), event('two.v1'), event('three.v1')]);
    const byPrefix = client.subscribeToAll({ filter: eventTypeFilter({ prefixes: ['one.', 'three.'] }) });
    expect(await typesOf(byPrefix, 2)).toEqual(['one.v1', 'three.v1']);
    const byPattern = client.subscribeToAll({ filter: eventTypeFilter({ regex: '^t(wo|hree)\\.' }) });
    expect(await typesOf(byPattern, 2)).toEqual(['two.v1', 'three.v1']);
  });

  it('given 384 matching events and an interval of 64, then six or seven checkpoints come, strictly increasing', async () => {
    const { position } = await client.appendToStream('before-checkpoints', event());
    await client.appendToStream('checkpoints', events(384));
    const checkpoints: bigint[] = [];
    const subscription = client.subscribeToAll({
      fromPosition: position,
      filter: streamNameFilter({
        prefixes: ['checkpoints'],
        checkpointInterval: 2,
        checkpointReached: (_, reached) => void checkpoints.push(reached.commit),
      }),
    });
    const caughtUp = new Promise((resolve) => subscription.on('caughtUp', () => resolve(undefined)));
    expect(await typesOf(subscription, 384, caughtUp)).toHaveLength(384);
    expect([6, 7]).toContain(checkpoints.length);
    expect(checkpoints).toEqual(checkpoints.toSorted((a, b) => Number(a - b)));
  });
});

describe('the official client and the node', () => {
  it('when it discovers the node by gossip, then it is led to the same address', async () => {
    const hosts = `127.0.0.1:${node.port},127.0.0.1:${node.port}`;
    const discovering = EventStoreDBClient.connectionString(`esdb://${hosts}?tls=false`);
    expect((await discovering.appendToStream('discovered', event())).nextExpectedRevision).toBe(0n);
    await discovering.dispose();
  });
});

async function typesOf(
  subscription: AllStreamSubscription,
  count: number,
  until?: Promise<unknown>,
): Promise<string[]> {
  const types: string[] = [];
  for await (const { event: got } of subscription) {
    types.push(got?.type ?? '');
    if (types.length === count) {
      await until;
      break;
    }
  }
  await subscription.unsubscribe();
  return types;
}
