import { startEventNode } from '#event-node';
import { EventStoreDBClient } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { behavesAsPersistentSubscriptions } from './persistent-subscriptions.behaviour.js';

describe('persistent subscriptions of the event node in memory', () => {
  behavesAsPersistentSubscriptions(async () => {
    const node = await startEventNode({ inMemory: true, port: 0 });
    const client = EventStoreDBClient.connectionString(node.url);
    return {
      client,
      close: async () => {
        await client.dispose();
        await node.stop();
      },
    };
  }, 'prova');
});

describe('persistent subscriptions of the event node on disk', () => {
  behavesAsPersistentSubscriptions(async () => {
    const data = await mkdtemp(join(tmpdir(), 'event-node-'));
    const node = await startEventNode({ data, port: 0 });
    const client = EventStoreDBClient.connectionString(node.url);
    return {
      client,
      close: async () => {
        await client.dispose();
        await node.stop();
        await rm(data, { recursive: true });
      },
    };
  }, 'prova');
});

const url = process.env['EVENTSTORE_URL'];
if (url) {
  describe('persistent subscriptions of the server at EVENTSTORE_URL', () => {
    behavesAsPersistentSubscriptions(
      async () => {
        const client = EventStoreDBClient.connectionString(url);
        return { client, close: () => client.dispose() };
      },
      `prova${randomUUID().slice(0, 8)}`,
    );
  });
}
