import { startEventNode } from '#event-node';
import type { EventStore, NewEvent } from '#event-store';
import { eventStoreDb, OutcomeUnknown, StoreUnavailable } from '#event-store';
import monitoringGrpc from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import monitoring from '@eventstore/db-client/generated/monitoring_pb.js';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { steadyPort } from '../support/steady-port.js';
import { callsTo } from './calls.js';

const { MonitoringService } = monitoringGrpc;

function event(n: number, text = ''): NewEvent {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { id, type: 'thing.happened.v1', data: { text }, metadata: {} };
}

async function endOf(items: AsyncIterable<unknown>): Promise<unknown> {
  try {
    for await (const _ of items) continue;
    return 'ended';
  } catch (error) {
    return error;
  }
}

describe('the connection to the event store', () => {
  it('when nothing listens, then every call says at once that the store is unavailable', async () => {
    const node = await startEventNode({ inMemory: true, port: 0 });
    await node.stop();
    const store = eventStoreDb(node.url);
    await expect(store.append('s', [event(1)], 'any')).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await endOf(store.read('s'))).toBeInstanceOf(StoreUnavailable);
    expect(await endOf(store.readAll())).toBeInstanceOf(StoreUnavailable);
    expect(await endOf(store.follow())).toBeInstanceOf(StoreUnavailable);
    await store.close();
  });

  it('when the node stops, then a subscription throws; when it is there again, then the same store goes on', async () => {
    const first = await startEventNode({ inMemory: true, port: await steadyPort() });
    const store = eventStoreDb(first.url);
    await store.append('s', [event(1)], 'no-stream');
    const following = store.follow({ prefixes: ['s'] })[Symbol.asyncIterator]();
    while ((await following.next()).value.kind !== 'caught-up');
    const next = following.next();
    await first.stop();
    await expect(next).rejects.toBeInstanceOf(StoreUnavailable);

    const second = await startEventNode({ inMemory: true, port: first.port });
    expect(await eventually(store, event(2))).toMatchObject({ revision: 0 });
    await store.close();
    await second.stop();
  });

  it('when readers leave early, or stop following in the middle, then nothing of theirs keeps the store from closing', async () => {
    const node = await startEventNode({ inMemory: true, port: 0 });
    const store = eventStoreDb(node.url);
    const many = Array.from({ length: 400 }, (_, n) => event(n, 'x'.repeat(2000)));
    for (let n = 0; n < 10; n++) await store.append(`s-${n}`, many, 'no-stream');
    for (let round = 0; round < 20; round++) {
      for await (const _ of store.readAll()) break;
      for await (const _ of store.read('s-1')) break;
      for await (const _ of store.readAll({ direction: 'backwards', limit: 1 })) continue;
      for await (const _ of store.follow()) break;
      const over = new AbortController();
      for await (const _ of store.follow({ signal: over.signal })) over.abort();
    }
    const over = new AbortController();
    const waiting = endOf(store.follow({ prefixes: ['nobody'], signal: over.signal }));
    over.abort();
    expect(await waiting).toBe('ended');
    await store.close();
    await node.stop();
  });

  it('given appends that are under way together, then they leave together and share their flushes', async () => {
    const node = await startEventNode({ inMemory: true, port: 0 });
    const store = eventStoreDb(node.url);
    const calls = callsTo(node);
    const flushes = async () => {
      const [figures] = await calls.collect(MonitoringService.stats, new monitoring.StatsReq(), { most: 1 });
      return Number(figures?.getStatsMap().get('es-writer-flushes'));
    };
    const together = (round: string) =>
      Promise.all(Array.from({ length: 64 }, (_, n) => store.append(`${round}-${n}`, [event(n)], 'no-stream')));
    await together('first');
    const before = await flushes();
    await together('second');
    expect((await flushes()) - before).toBeLessThan(16);
    calls.close();
    await store.close();
    await node.stop();
  });

  it('when the node stops under 200 large appends, then each has one outcome and nothing else fails', async () => {
    const node = await startEventNode({ inMemory: true, port: 0 });
    const store = eventStoreDb(node.url);
    const text = 'x'.repeat(300_000);
    await store.append('s', [event(0)], 'any');
    const appends = Array.from({ length: 200 }, (_, n) => store.append(`s-${n}`, [event(n, text)], 'no-stream'));
    await Promise.race(appends);
    const stopped = node.stop();
    const outcomes = await Promise.allSettled(appends);
    await stopped;
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(failures.every((e) => e instanceof OutcomeUnknown || e instanceof StoreUnavailable)).toBe(true);
    await store.close();
  });

  it('when two stores are open and one loses its node, then the other does not notice', async () => {
    const [one, other] = [
      await startEventNode({ inMemory: true, port: 0 }),
      await startEventNode({ inMemory: true, port: 0 }),
    ];
    const [lost, kept] = [eventStoreDb(one.url), eventStoreDb(other.url)];
    await Promise.all([lost.append('s', [event(1)], 'any'), kept.append('s', [event(1)], 'any')]);
    const appends = Array.from({ length: 50 }, (_, n) => kept.append('many', [event(n)], 'any'));
    await one.stop();
    expect(new Set((await Promise.all(appends)).map(({ revision }) => revision)).size).toBe(50);
    await Promise.all([lost.close(), kept.close()]);
    await other.stop();
  });

  it('when the other side never answers, then an append ends with an unknown outcome after five seconds', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const store = eventStoreDb(`esdb://127.0.0.1:${port}?tls=false`);
    await expect(store.append('s', [event(1)], 'any')).rejects.toBeInstanceOf(OutcomeUnknown);
    for (const socket of sockets) socket.destroy();
    silent.close();
    await store.close();
  });
});

/** The first calls after a loss may still meet the old connection. */
async function eventually(store: EventStore, written: NewEvent) {
  for (;;) {
    try {
      return await store.append('s', [written], 'any');
    } catch (error) {
      if (!(error instanceof StoreUnavailable) && !(error instanceof OutcomeUnknown)) throw error;
    }
  }
}
