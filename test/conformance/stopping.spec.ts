import type { EventNode } from '#event-node';
import { startEventNode } from '#event-node';
import {
  CancelledError,
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from '@eventstore/db-client';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { connect as connectSecurely } from 'node:tls';
import { selfSigned } from '../support/self-signed.js';

type Reader = (client: EventStoreDBClient) => AsyncIterable<unknown>;

const READERS: readonly (readonly [name: string, read: Reader])[] = [
  ['a reader of a stream', (client) => client.readStream('s')],
  ['a reader of everything', (client) => client.readAll()],
  ['a subscriber to a stream', (client) => client.subscribeToStream('s', { fromRevision: 'start' })],
  ['a subscriber to everything', (client) => client.subscribeToAll({ fromPosition: 'start' })],
  [
    'a consumer of a persistent subscription',
    (client) => client.subscribeToPersistentSubscriptionToStream('s', 'g', { bufferSize: 200 }),
  ],
];

describe('when the event node stops', () => {
  let node: EventNode;
  beforeAll(async () => {
    node = await startEventNode({ inMemory: true });
    const client = EventStoreDBClient.connectionString(node.url);
    // more than a connection may have on its way
    const text = 'x'.repeat(10_000);
    const events = Array.from({ length: 50 }, () => jsonEvent({ type: 'thing.happened.v1', data: { text } }));
    await client.appendToStream('s', events);
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: 'start' });
    await client.createPersistentSubscriptionToStream('s', 'g', settings);
    await client.dispose();
  });

  it('then readers who do not read are cancelled, however late they hear of it', async () => {
    const readers = await Promise.all(
      READERS.map(async ([name, read]) => {
        const line = await slowLine(node.port);
        const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${line.port}?tls=false`);
        const reading = read(client)[Symbol.asyncIterator]();
        await reading.next();
        return { name, line, client, reading };
      }),
    );
    for (const { line } of readers) line.hold();
    await node.stop();
    const ends = await Promise.all(readers.map(async ({ name, reading }) => [name, await endOf(reading)]));
    expect(ends).toEqual(READERS.map(([name]) => [name, CancelledError.name]));
    for (const { client, line } of readers) {
      await client.dispose();
      line.close();
    }
  });
});

describe('when the event node stops and others never hang up', () => {
  let folder: string;
  const ends: (() => void)[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'event-node-'));
    const { cert, key } = selfSigned({ names: ['localhost'] });
    writeFileSync(join(folder, 'node.crt'), cert);
    writeFileSync(join(folder, 'node.key'), key);
  });
  afterAll(() => {
    for (const end of ends) end();
    rmSync(folder, { recursive: true });
  });

  it.each<[string, boolean, (port: number) => Duplex]>([
    ['who speaks gRPC', false, (port) => connect({ ...HALF_OPEN, port })],
    ['who has not begun to encrypt', true, (port) => connect({ ...HALF_OPEN, port })],
    [
      'who speaks gRPC, encrypted',
      true,
      (port) => connectSecurely({ ...HALF_OPEN, port, rejectUnauthorized: false, ALPNProtocols: ['h2'] }),
    ],
  ])('given one %s, then it stops all the same', async (who, encrypted, connected) => {
    const certificate = { certificateFile: join(folder, 'node.crt'), privateKeyFile: join(folder, 'node.key') };
    const node = await startEventNode({ inMemory: true, ...(encrypted && { certificate }) });
    const socket = connected(node.port);
    ends.push(() => socket.destroy());
    socket.on('error', () => undefined);
    const speaks = who.startsWith('who speaks');
    if (speaks) socket.write(Buffer.concat([PREFACE, NO_SETTINGS]));
    await once(socket, speaks ? 'data' : 'connect');
    await expect(node.stop()).resolves.toBeUndefined();
  });
});

/** Does not hang up because the other side has. */
const HALF_OPEN = { allowHalfOpen: true };

/** How an HTTP/2 connection begins. */
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const NO_SETTINGS = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);

/** Passes bytes on; once it holds, those of the node come all at once, with the end of its connection. */
async function slowLine(to: number): Promise<{ port: number; hold(): void; close(): void }> {
  let holds = false;
  const server = createServer((client) => {
    const held: Buffer[] = [];
    const node = connect(to, '127.0.0.1');
    client.pipe(node);
    node.on('data', (bytes: Buffer) => (holds ? held.push(bytes) : client.write(bytes)));
    node.on('error', () => undefined);
    node.on('close', () => client.end(Buffer.concat(held)));
    client.on('error', () => node.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hold: () => (holds = true),
    close: () => void server.close(),
  };
}

async function endOf(reading: AsyncIterator<unknown>): Promise<string> {
  try {
    while (!(await reading.next()).done);
    return 'ended';
  } catch (error) {
    return (error as Error).constructor.name;
  }
}
