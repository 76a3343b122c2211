import type { EventStore } from '#event-store';
import { eventStoreDb } from '#event-store';
import { EventStoreDBClient, PersistentSubscriptionDoesNotExistError } from '@eventstore/db-client';
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedOfRun } from '../recovery/chance.js';
import type { NodeProcess } from './node-process.js';
import { endNodeProcesses, startNodeProcess } from './node-process.js';
import { MALFORMED_REQUESTS, valid } from './wire/malformed-requests.js';
import { openFiles, openFilesLater, residentMegabytes } from './wire/process-state.js';
import { RawCalls } from './wire/raw-calls.js';
import { VALID_REQUESTS } from './wire/valid-requests.js';

const RUNS = process.env['SOAK'] === '1' ? 100_000 : 1_500;
const AT_ONCE = 50;

/** After so many calls what they made is taken away again. */
const ROUND = 1_500;

/** Without a limit V8 lets three times as much stand before it collects; what stays for good ends the node. */
const SMALL_HEAP = { NODE_OPTIONS: '--max-old-space-size=64' };

let folder: string;
let node: NodeProcess;
let store: EventStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-node-'));
  const started = await startNodeProcess(folder, { env: SMALL_HEAP });
  if (!started.node) throw new Error(`the event node did not start: ${started.errors}`);
  node = started.node;
  store = eventStoreDb(node.url);
});
afterEach(async () => {
  await store.close();
  await endNodeProcesses();
  await rm(folder, { recursive: true });
});

describe('the event node and messages that make no sense', () => {
  it(
    `given ${RUNS} calls of every method with malformed messages, then the node goes on serving, its log is intact and its memory flat`,
    async () => {
      const seed = seedOfRun();
      console.log(`malformed messages: SEED=${seed}`);
      const requests = [...VALID_REQUESTS.map(valid), ...fc.sample(MALFORMED_REQUESTS, { numRuns: RUNS, seed })];
      const before = { files: await openFiles(node.pid), megabytes: await residentMegabytes(node.pid) };
      let witnesses = 0;
      for (let from = 0; from < requests.length; from += AT_ONCE) {
        const calls = new RawCalls(node.port);
        const group = requests.slice(from, from + AT_ONCE);
        const ends = Promise.all(group.map(({ path, messages }) => calls.call(path, messages, 200)));
        // meanwhile everybody else is served
        await store.append('witness', [witness(witnesses)], witnesses === 0 ? 'no-stream' : witnesses - 1);
        witnesses += 1;
        for (const [index, { code, details }] of (await ends).entries()) {
          const sent = group[index]?.messages.map((bytes) => bytes.toString('hex', 0, 300)).join(' ');
          const asked = `${group[index]?.path} ${sent}`;
          expect({ asked, code, details }).not.toMatchObject({ code: 14 });
        }
        calls.close();
        if ((from + AT_ONCE) % ROUND === 0) await deleteAllPersistentSubscriptions();
      }
      expect(node.errors()).toBe('');
      const ids: string[] = [];
      for await (const { id } of store.read('witness')) ids.push(id);
      expect(ids).toEqual(Array.from({ length: witnesses }, (_, n) => witness(n).id));
      expect(await openFilesLater(node.pid, before.files + 9)).toBeLessThan(before.files + 10);
      // four threads each keep what hashing a password takes, 64 MB in all; the young objects get 32 MB, the old ones 64
      expect(await residentMegabytes(node.pid)).toBeLessThan(before.megabytes + 200);
    },
    RUNS * 100,
  );
});

/** Each that stays takes memory, as it should, and every change writes all that there are. */
async function deleteAllPersistentSubscriptions(): Promise<void> {
  const client = EventStoreDBClient.connectionString(node.url);
  for (const { eventSource, groupName } of await client.listAllPersistentSubscriptions())
    await (
      eventSource === '$all'
        ? client.deletePersistentSubscriptionToAll(groupName)
        : client.deletePersistentSubscriptionToStream(eventSource, groupName)
    ).catch((error: unknown) => {
      // a call that was given up may have been carried out since
      if (!(error instanceof PersistentSubscriptionDoesNotExistError)) throw error;
    });
  await client.dispose();
}

function witness(n: number) {
  const id = `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { id, type: 'witnessed.v1', data: { n }, metadata: {} };
}
