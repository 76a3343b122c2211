import type { EventStoreDBClient, PersistentSubscriptionToStreamSettings, ResolvedEvent } from '@eventstore/db-client';
import {
  END,
  jsonEvent,
  PARK,
  PersistentSubscriptionDoesNotExistError,
  PersistentSubscriptionDroppedError,
  PersistentSubscriptionExistsError,
  PersistentSubscriptionFailedError,
  PersistentSubscriptionMaximumSubscribersReachedError,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  RETRY,
  SKIP,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import type { Taking } from './persistent-consumer.js';
import { consume, consumeAll } from './persistent-consumer.js';

export interface Served {
  readonly client: EventStoreDBClient;
  close(): Promise<void>;
}

const EVERY: Partial<PersistentSubscriptionToStreamSettings> = { startFrom: START, checkPointLowerBound: 1 };

/** What any server does with persistent subscriptions, through the official client. */
export function behavesAsPersistentSubscriptions(open: () => Promise<Served>, prefix: string): void {
  let served: Served;
  let client: EventStoreDBClient;
  const open_: Taking[] = [];
  beforeAll(async () => {
    served = await open();
    client = served.client;
  });
  afterEach(async () => {
    for (const taking of open_.splice(0)) await taking.end();
  });
  afterAll(() => served.close());

  async function given(name: string, count: number, settings: Partial<PersistentSubscriptionToStreamSettings> = {}) {
    const stream = `${prefix}-${name}`;
    if (count > 0) await append(stream, count);
    const all = persistentSubscriptionToStreamSettingsFromDefaults({ ...EVERY, ...settings });
    await client.createPersistentSubscriptionToStream(stream, 'g', all);
    return stream;
  }

  async function append(stream: string, count: number): Promise<void> {
    const events = Array.from({ length: count }, (_, n) => jsonEvent({ type: 'thing.happened.v1', data: { n } }));
    await client.appendToStream(stream, events);
  }

  function take(stream: string, bufferSize = 10): Taking {
    const taking = consume(client, stream, 'g', bufferSize);
    open_.push(taking);
    return taking;
  }

  it('given history, when a consumer acknowledges, then it gets everything in order, and what comes', async () => {
    const stream = await given('history', 30);
    const taking = take(stream);
    expect(await taking.ackAll(30)).toEqual(numbers(0, 30));
    await append(stream, 3);
    expect(await taking.ackAll(3)).toEqual(numbers(30, 33));
  });

  it.each<[string, bigint | 'start' | 'end', number[]]>([
    ['start', START, [0, 1, 2, 3, 4, 5]],
    ['a revision', 2n, [2, 3, 4, 5]],
    ['the end', END, [4, 5]],
  ])('given a group that begins at %s, then what is before is not for it', async (name, startFrom, expected) => {
    const stream = await given(`from ${name}`, 4, { startFrom });
    const taking = take(stream);
    await append(stream, 2);
    expect(await taking.ackAll(expected.length)).toEqual(expected);
  });

  it('given a stream that does not exist yet, then its first events come', async () => {
    const stream = await given('later', 0);
    const taking = take(stream);
    await append(stream, 2);
    expect(await taking.ackAll(2)).toEqual([0, 1]);
  });

  it('given a consumer that does not answer, then it gets no more than it asked for', async () => {
    const stream = await given('slots', 20);
    const taking = take(stream, 4);
    expect(await taking.revisions(4)).toEqual([0, 1, 2, 3]);
    const { connections, stats } = await client.getPersistentSubscriptionToStreamInfo(stream, 'g');
    expect(connections).toMatchObject([{ availableSlots: 0, inFlightMessages: 4 }]);
    expect(stats.totalInFlightMessages).toBe(4);
  });

  it('given two consumers, then each event goes to one of them', async () => {
    const stream = await given('two', 0);
    const [one, two] = [take(stream), take(stream)];
    await Promise.all([one.confirmed, two.confirmed]);
    await append(stream, 10);
    const got = [await one.ackAll(5), await two.ackAll(5)];
    expect(got.flat().toSorted((a, b) => a - b)).toEqual(numbers(0, 10));
  });

  it('when events are refused, then they come again, are skipped, or are parked and come when they are replayed', async () => {
    const stream = await given('refused', 4);
    const taking = take(stream);
    const [first, second, third, fourth] = (await taking.events(4)) as [
      ResolvedEvent,
      ResolvedEvent,
      ResolvedEvent,
      ResolvedEvent,
    ];
    await taking.subscription.nack(RETRY, 'again', first);
    await taking.subscription.nack(SKIP, 'never mind', second);
    await taking.subscription.nack(PARK, 'no such office', third);
    await taking.subscription.ack(fourth);
    const [again] = (await taking.events(1)) as [ResolvedEvent & { retryCount?: number }];
    expect(again.event?.revision).toBe(0n);
    await taking.subscription.ack(again);

    await until(async () => (await info(stream)).stats.parkedMessageCount === 1n);
    const parked = client.readStream(`$persistentsubscription-${stream}::g-parked`);
    for await (const { event } of parked) {
      expect(event).toMatchObject({ type: '$>', isJson: false });
      expect(Buffer.from(event?.data as Uint8Array).toString()).toBe(`2@${stream}`);
      const reason = "Client explicitly NAK'ed message.\nno such office";
      expect(event?.metadata).toMatchObject({ reason, subscriptionEventNumber: 2 });
    }
    await client.replayParkedMessagesToStream(stream, 'g');
    const [replayed] = (await taking.events(1)) as [ResolvedEvent];
    expect(replayed.event?.revision).toBe(2n);
    expect(replayed.link).toMatchObject({ type: '$>', revision: 0n });
    await taking.subscription.ack(replayed);
    await until(async () => (await info(stream)).stats.parkedMessageCount === 0n);
  });

  it('when parked events are replayed up to a number, then the others stay', async () => {
    const stream = await given('stop at', 5);
    const taking = take(stream);
    for (const event of await taking.events(5)) await taking.subscription.nack(PARK, '', event);
    await until(async () => (await info(stream)).stats.parkedMessageCount === 5n);
    await client.replayParkedMessagesToStream(stream, 'g', { stopAt: 2n });
    expect(await taking.ackAll(2)).toEqual([0, 1]);
    await until(async () => (await info(stream)).stats.parkedMessageCount === 3n);
    await client.replayParkedMessagesToStream(stream, 'g');
    expect(await taking.ackAll(3)).toEqual([2, 3, 4]);
  });

  it('when a consumer leaves, then the next one gets what it held, in order, and what follows', async () => {
    const stream = await given('leaving', 6);
    const first = take(stream, 3);
    await first.events(3);
    await first.end();
    await until(async () => (await info(stream)).connections.length === 0);
    expect(await take(stream).ackAll(6)).toEqual(numbers(0, 6));
  });

  it('when a consumer keeps events for too long, then they come again', async () => {
    const stream = await given('slow', 1, { messageTimeout: 50 });
    const taking = take(stream);
    expect(await taking.revisions(2)).toEqual([0, 0]);
  });

  it('when enough is acknowledged, then a checkpoint is written, and the group goes on from there', async () => {
    const stream = await given('checkpoint', 20, { checkPointUpperBound: 5 });
    const taking = take(stream);
    await taking.ackAll(20);
    await until(async () => (await info(stream)).stats.lastCheckpointedEventRevision === 19n);
    const checkpoints = client.readStream(`$persistentsubscription-${stream}::g-checkpoint`, {
      direction: 'backwards',
      maxCount: 1,
      fromRevision: 'end',
    });
    for await (const { event } of checkpoints)
      expect(event).toMatchObject({ type: '$SubscriptionCheckpoint', data: '19' });
    await append(stream, 1);
    await client.restartPersistentSubscriptionSubsystem();
    await expect(taking.ended).rejects.toBeInstanceOf(PersistentSubscriptionDroppedError);
    expect(await take(stream).ackAll(1)).toEqual([20]);
  });

  it('given links, when they are resolved, then the ids of the links settle them', async () => {
    const stream = await given('links', 0, { resolveLinkTos: true });
    await append(`${stream}-target`, 2);
    const links = numbers(0, 2).map((n) => ({
      id: crypto.randomUUID(),
      contentType: 'application/octet-stream' as const,
      type: '$>',
      data: Buffer.from(`${n}@${stream}-target`),
      metadata: undefined,
    }));
    await client.appendToStream(stream, links);
    const taking = take(stream, 1);
    const [first] = (await taking.events(1)) as [ResolvedEvent];
    expect(first).toMatchObject({ event: { streamId: `${stream}-target`, revision: 0n }, link: { id: links[0]?.id } });
    await taking.subscription.ack(first);
    const [second] = (await taking.events(1)) as [ResolvedEvent];
    expect(second).toMatchObject({ event: { revision: 1n }, link: { id: links[1]?.id, revision: 1n } });
  });

  it('given a truncated stream, then what is truncated is passed over', async () => {
    const stream = await given('truncated', 6);
    await client.setStreamMetadata(stream, { truncateBefore: 4 });
    expect(await take(stream).ackAll(2)).toEqual([4, 5]);
  });

  it('when a group is changed, then its consumers are dropped and its settings are new', async () => {
    const stream = await given('changed', 2, { maxSubscriberCount: 1 });
    const taking = take(stream);
    await taking.ackAll(2);
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({
      startFrom: 1n,
      consumerStrategyName: 'Pinned',
      extraStatistics: true,
    });
    await client.updatePersistentSubscriptionToStream(stream, 'g', settings);
    await expect(taking.ended).rejects.toBeInstanceOf(PersistentSubscriptionDroppedError);
    await expect(taking.ended).rejects.toMatchObject({ streamName: stream, groupName: 'g' });
    expect((await info(stream)).settings).toEqual(settings);
  });

  it('when a group is deleted, then its consumers are dropped, and one of the same name begins anew', async () => {
    const stream = await given('deleted', 3, { checkPointUpperBound: 1 });
    const taking = take(stream);
    await taking.ackAll(3);
    await until(async () => (await info(stream)).stats.lastCheckpointedEventRevision === 2n);
    await client.deletePersistentSubscriptionToStream(stream, 'g');
    await expect(taking.ended).rejects.toBeInstanceOf(PersistentSubscriptionDroppedError);
    await expect(info(stream)).rejects.toBeInstanceOf(PersistentSubscriptionDoesNotExistError);
    await given('deleted', 0, { checkPointUpperBound: 1 });
    expect(await take(stream).ackAll(3)).toEqual([0, 1, 2]);
    await until(async () => (await info(stream)).stats.lastCheckpointedEventRevision === 2n);
  });

  it('given extra statistics, then it says how long consumers take', async () => {
    const stream = await given('statistics', 10, { extraStatistics: true });
    await take(stream).ackAll(10);
    await until(async () => (await info(stream)).connections[0]?.extraStatistics !== undefined);
    const [connection] = (await info(stream)).connections;
    expect(connection).toMatchObject({ connectionName: client.connectionName, totalItems: 10n });
    expect([...(connection?.extraStatistics?.keys() ?? [])].toSorted()).toEqual(
      ['90%', '95%', '99%', '99.5%', '99.9%', 'fastest', 'highest', 'mean', 'median']
        .concat([1, 2, 3, 4, 5].map((n) => `quintile ${n}`))
        .toSorted(),
    );
  });

  it('given a group on the whole log with a filter, then it gets what matches, and its checkpoint passes the rest', async () => {
    const group = `${prefix}-filtered`;
    await append(`${prefix}-all-a`, 3);
    await append(`${prefix}-none`, 30);
    const settings = persistentSubscriptionToAllSettingsFromDefaults({ startFrom: START, checkPointUpperBound: 1 });
    const filter = streamNameFilter({ prefixes: [`${prefix}-all-`] });
    await client.createPersistentSubscriptionToAll(group, settings, { filter });
    const taking = consumeAll(client, group);
    open_.push(taking);
    expect(await taking.ackAll(3)).toEqual([0, 1, 2]);
    await append(`${prefix}-all-b`, 2);
    const events = await taking.events(2);
    expect(events.map(({ event }) => event?.streamId)).toEqual([`${prefix}-all-b`, `${prefix}-all-b`]);
    await taking.subscription.ack(...events);
    const last = events[1] as ResolvedEvent & { commitPosition?: bigint };
    await until(async () => {
      const { stats } = await client.getPersistentSubscriptionToAllInfo(group);
      return (stats.lastCheckpointedEventPosition?.commit ?? 0n) >= (last.commitPosition ?? 0n);
    });
    await client.deletePersistentSubscriptionToAll(group);
  });

  it('given groups, then they are listed: all, of a stream, of the whole log', async () => {
    const stream = await given('listed', 0);
    const group = `${prefix}-listed`;
    await client.createPersistentSubscriptionToAll(group, persistentSubscriptionToAllSettingsFromDefaults());
    const names = (list: readonly { eventSource: string; groupName: string }[]): string[] =>
      list.map(({ eventSource, groupName }) => `${eventSource}::${groupName}`);
    expect(names(await client.listPersistentSubscriptionsToStream(stream))).toEqual([`${stream}::g`]);
    expect(names(await client.listPersistentSubscriptionsToAll())).toContain(`$all::${group}`);
    const all = names(await client.listAllPersistentSubscriptions());
    expect(all).toEqual(expect.arrayContaining([`${stream}::g`, `$all::${group}`]));
    await client.deletePersistentSubscriptionToAll(group);
  });

  it.each([
    ['exists already', 'again', {}, PersistentSubscriptionExistsError],
    [
      'reads more than it buffers',
      'buffers',
      { readBatchSize: 10, historyBufferSize: 10 },
      PersistentSubscriptionFailedError,
    ],
  ])('when a group %s, then it is refused', async (_, name, settings, expected) => {
    const stream = `${prefix}-${name}`;
    if (name === 'again') await given(name, 0);
    const all = persistentSubscriptionToStreamSettingsFromDefaults(settings);
    const created = client.createPersistentSubscriptionToStream(stream, 'g', all);
    await expect(created).rejects.toBeInstanceOf(expected);
    await expect(created).rejects.toMatchObject({ streamName: stream, groupName: 'g' });
  });

  it('given a group with as many consumers as it may have, then one more is refused', async () => {
    const stream = await given('full', 0, { maxSubscriberCount: 1 });
    await take(stream).confirmed;
    await expect(take(stream).ended).rejects.toBeInstanceOf(PersistentSubscriptionMaximumSubscribersReachedError);
  });

  it('given no such group, then every call says so in the same words', async () => {
    const words = 'Subscription group g on stream nowhere does not exist.';
    await expect(take('nowhere').ended).rejects.toBeInstanceOf(PersistentSubscriptionDoesNotExistError);
    const calls = [
      () => client.getPersistentSubscriptionToStreamInfo('nowhere', 'g'),
      () => client.replayParkedMessagesToStream('nowhere', 'g'),
      () => client.deletePersistentSubscriptionToStream('nowhere', 'g'),
      () =>
        client.updatePersistentSubscriptionToStream(
          'nowhere',
          'g',
          persistentSubscriptionToStreamSettingsFromDefaults(),
        ),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow(words);
    const list = client.listPersistentSubscriptionsToStream('nowhere');
    await expect(list).rejects.toThrow('Subscription group  on stream nowhere does not exist.');
  });

  function info(stream: string) {
    return client.getPersistentSubscriptionToStreamInfo(stream, 'g');
  }
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** Asks again until it holds: what a server writes after its answer is seen a moment later. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) if (tries > 5000) throw new Error('It never came to hold.');
}
