import type { ResolvedEvent } from '@eventstore/db-client';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
} from '@eventstore/db-client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeProcess } from './node-process.js';
import { endNodeProcesses, startNodeProcess } from './node-process.js';
import { consume } from './persistent-consumer.js';

const KILLS = process.env['SOAK'] === '1' ? 50 : 3;
const EVENTS = 60 * (KILLS + 2);
const CHECKPOINT = '$persistentsubscription-s::g-checkpoint';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'event-node-'))));
afterEach(async () => {
  await endNodeProcesses();
  await rm(folder, { recursive: true });
});

describe('persistent subscriptions of the event node as a process', () => {
  it(
    `when it is killed ${KILLS} times, then no event is lost, and what its checkpoint has seen does not come again`,
    async () => {
      let node = await started();
      let client = EventStoreDBClient.connectionString(node.url);
      const events = Array.from({ length: EVENTS }, (_, n) => jsonEvent({ type: 'thing.happened.v1', data: { n } }));
      await client.appendToStream('s', events);
      await client.createPersistentSubscriptionToStream(
        's',
        'g',
        persistentSubscriptionToStreamSettingsFromDefaults({
          startFrom: START,
          checkPointUpperBound: 7,
          checkPointLowerBound: 1,
        }),
      );
      const acknowledged = new Set<number>();
      for (let kill = 0; kill < KILLS; kill += 1) {
        const checkpoint = await lastCheckpoint(client);
        const taking = consume(client, 's', 'g', 20);
        const lost = taking.ended.catch(() => 'lost');
        for (let taken = 0; taken < 40; taken += 1) {
          const [event] = (await taking.events(1)) as [ResolvedEvent];
          const revision = Number(event.event?.revision);
          expect(revision).toBeGreaterThan(checkpoint);
          if (taken % 20 === 19) continue; // never acknowledged: it must come again
          await taking.subscription.ack(event);
          acknowledged.add(revision);
        }
        // the first kill waits for a checkpoint to be there; the others come before, during or after one
        while (kill === 0 && (await lastCheckpoint(client)) < 0);
        await node.end('SIGKILL');
        expect(await lost).toBe('lost');
        await client.dispose();
        node = await started();
        client = EventStoreDBClient.connectionString(node.url);
      }
      const checkpoint = await lastCheckpoint(client);
      expect(checkpoint).toBeGreaterThan(0);
      const rest = await consume(client, 's', 'g', 100).ackAll(EVENTS - 1 - checkpoint);
      expect(rest.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: EVENTS - 1 - checkpoint }, (_, index) => checkpoint + 1 + index),
      );
      // whatever the checkpoint has seen was acknowledged
      for (let revision = 0; revision <= checkpoint; revision += 1) expect(acknowledged).toContain(revision);
      await client.dispose();
      await node.end('SIGTERM');
    },
    KILLS * 40_000,
  );

  it('when it is asked to stop, then consumers end as cancelled, and what they settled does not come again', async () => {
    const node = await started();
    const client = EventStoreDBClient.connectionString(node.url);
    await client.appendToStream(
      's',
      [1, 2, 3].map((n) => jsonEvent({ type: 'thing.happened.v1', data: { n } })),
    );
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START });
    await client.createPersistentSubscriptionToStream('s', 'g', settings);
    const taking = consume(client, 's', 'g');
    await taking.ackAll(2);
    // the answer comes after the acknowledgements that were sent before
    await client.getPersistentSubscriptionToStreamInfo('s', 'g');
    const [ended] = await Promise.all([taking.ended.catch((error: unknown) => error), node.end('SIGTERM')]);
    expect(ended).toMatchObject({ code: 1 });
    await client.dispose();
    const again = await started();
    const next = EventStoreDBClient.connectionString(again.url);
    expect(await consume(next, 's', 'g').ackAll(1)).toEqual([2]);
    await next.dispose();
    await again.end('SIGTERM');
  });
});

async function lastCheckpoint(client: EventStoreDBClient): Promise<number> {
  let last = -1;
  try {
    // to its end: the client cannot be disposed of while a read stands half-way
    const read = client.readStream(CHECKPOINT, { direction: 'backwards', fromRevision: 'end', maxCount: 1 });
    for await (const { event } of read) last = Number(event?.data);
  } catch {
    // none yet
  }
  return last;
}

async function started(): Promise<NodeProcess> {
  const { node, errors } = await startNodeProcess(folder);
  if (!node) throw new Error(errors);
  return node;
}
