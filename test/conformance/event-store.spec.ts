import { startEventNode } from '#event-node';
import { eventStoreDb } from '#event-store';
import { memoryStore } from '#event-store/testing';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Opened } from './event-store.behaviour.js';
import { behavesAsAnEventStore } from './event-store.behaviour.js';

describe('the event store in memory', () => {
  behavesAsAnEventStore(async () => {
    const store = memoryStore();
    return { store, close: () => store.close() };
  }, 'prova');
});

describe('the event store over the event node in memory', () => {
  behavesAsAnEventStore(async () => {
    const node = await startEventNode({ inMemory: true, port: 0 });
    const store = eventStoreDb(node.url);
    return {
      store,
      connect: () => eventStoreDb(node.url),
      close: async () => {
        await store.close();
        await node.stop();
      },
    };
  }, 'prova');
});

describe('the event store over the event node on disk', () => {
  behavesAsAnEventStore(onDisk, 'prova', true);
});

const url = process.env['EVENTSTORE_URL'];
if (url) {
  describe('the event store over the server at EVENTSTORE_URL', () => {
    behavesAsAnEventStore(
      async () => {
        const store = eventStoreDb(url);
        return { store, connect: () => eventStoreDb(url), close: () => store.close() };
      },
      `prova${randomUUID().slice(0, 8)}`,
    );
  });
}

async function onDisk(): Promise<Opened> {
  const data = await mkdtemp(join(tmpdir(), 'event-node-'));
  let node = await startEventNode({ data, port: 0 });
  let store = eventStoreDb(node.url);
  async function stop(): Promise<void> {
    await store.close();
    await node.stop();
  }
  return {
    store,
    connect: () => eventStoreDb(node.url),
    restart: async () => {
      await stop();
      node = await startEventNode({ data, port: 0 });
      store = eventStoreDb(node.url);
      return store;
    },
    close: async () => {
      await stop();
      await rm(data, { recursive: true });
    },
  };
}
