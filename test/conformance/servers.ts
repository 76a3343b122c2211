import type { EventNode } from '#event-node';
import { startEventNode } from '#event-node';
import { EventStoreDBClient } from '@eventstore/db-client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server to behave as expected, with a client that is connected to it. */
export interface Server {
  readonly url: string;
  readonly client: EventStoreDBClient;
  close(): Promise<void>;
}

/** The event node in memory and on disk, and a real server when `EVENTSTORE_URL` names one. */
export const SERVERS: readonly (readonly [name: string, start: () => Promise<Server>])[] = [
  ['the event node in memory', async () => connected(await startEventNode({ inMemory: true, port: 0 }))],
  [
    'the event node on disk',
    async () => {
      const data = await mkdtemp(join(tmpdir(), 'event-node-'));
      const server = connected(await startEventNode({ data, port: 0 }));
      return { ...server, close: () => server.close().finally(() => rm(data, { recursive: true })) };
    },
  ],
  ...realServer(process.env['EVENTSTORE_URL']),
];

function connected(node: EventNode): Server {
  const client = EventStoreDBClient.connectionString(node.url);
  return { url: node.url, client, close: () => client.dispose().then(() => node.stop()) };
}

function realServer(url: string | undefined): [string, () => Promise<Server>][] {
  if (!url) return [];
  const start = async (): Promise<Server> => {
    const client = EventStoreDBClient.connectionString(url);
    return { url, client, close: () => client.dispose() };
  };
  return [['the server at EVENTSTORE_URL', start]];
}
