import type { NewEvent } from '#event-store';
import { eventStoreDb } from '#event-store';
import { EventStoreDBClient } from '@eventstore/db-client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeProcess } from './node-process.js';
import { endNodeProcesses, startNodeProcess } from './node-process.js';

const KILLS = process.env['SOAK'] === '1' ? 100 : 3;
const ENV = { EVENTSTORE_START_STANDARD_PROJECTIONS: 'true' };

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'event-node-'))));
afterEach(async () => {
  await endNodeProcesses();
  await rm(folder, { recursive: true });
});

async function started(): Promise<NodeProcess> {
  const { node, errors } = await startNodeProcess(folder, { env: ENV });
  if (!node) throw new Error(`the event node did not start: ${errors}`);
  return node;
}

let drawn = 0;
function event(): NewEvent {
  const id = `00000000-0000-4000-8000-${String(++drawn).padStart(12, '0')}`;
  return { id, type: 'fatto.v1', data: {}, metadata: {} };
}

/** Appends to three streams in turn until the node is gone. */
async function writeUntilLost(url: string, acknowledged: () => void): Promise<void> {
  const store = eventStoreDb(url);
  try {
    for (;;) {
      await store.append(`piano-${drawn % 3}`, [event(), event()], 'any');
      acknowledged();
    }
  } catch {
    await store.close();
  }
}

describe('the standard projections of a process', () => {
  it(
    `when it is killed ${KILLS} times while they write, then each event is linked once, in the order of the log`,
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        const node = await started();
        let left = 30 + ((kill * 17) % 211); // at another moment each time
        await new Promise<void>((resolve) => {
          void writeUntilLost(node.url, () => void (--left === 0 && node.end('SIGKILL').then(() => resolve())));
        });
      }
      const node = await started();
      const client = EventStoreDBClient.connectionString(node.url);
      const sources: string[] = [];
      for await (const { event: got } of client.readAll())
        if (got?.streamId.startsWith('piano-')) sources.push(`${got.revision}@${got.streamId}`);
      for (const index of ['$ce-piano', '$et-fatto.v1']) {
        const links: string[] = [];
        for await (const { event: link } of client.subscribeToStream(index)) {
          links.push(Buffer.from(link?.data as Uint8Array).toString());
          if (links.length === sources.length) break;
        }
        expect(links).toEqual(sources);
        let beyond = 0;
        for await (const _ of client.readStream(index, { fromRevision: BigInt(sources.length) })) beyond += 1;
        expect(beyond).toBe(0);
      }
      await client.dispose();
      expect(await node.end('SIGTERM')).toEqual({ code: 0 });
    },
    KILLS * 40_000,
  );
});
