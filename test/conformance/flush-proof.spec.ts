import { ANY, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acknowledgementsIn } from './flush-proof/acknowledgements.js';
import { earlyAcknowledgements } from './flush-proof/early-acknowledgements.js';
import { tracing } from './flush-proof/trace-program.js';
import { callsIn } from './flush-proof/trace.js';
import { endNodeProcesses, startNodeProcess } from './node-process.js';

const CLIENTS = 4;
const IN_FLIGHT = 8;
const APPENDS = 12;

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'event-node-'))));
afterEach(async () => {
  await endNodeProcesses();
  await rm(folder, { recursive: true });
});

describe('acknowledged means flushed, proved from the calls of the system that a node makes', () => {
  it('given several clients that append, then no acknowledgement leaves before the flush of its transaction', async () => {
    const { acknowledged, expected, early } = await traced({});
    expect(expected).toHaveLength(CLIENTS * IN_FLIGHT * APPENDS);
    expect(acknowledged).toEqual(expected);
    expect(early).toEqual([]);
  });

  it('given a node that does not flush, then the same proof finds it out', async () => {
    const { acknowledged, expected, early } = await traced({ neverFlush: true });
    expect(acknowledged).toEqual(expected);
    expect(early.length).toBeGreaterThanOrEqual(expected.length);
    expect(early.every((sentence) => sentence.includes('before it was flushed'))).toBe(true);
  });
});

/** What a node acknowledged while it was traced, what its clients heard of that, and which of it came too early. */
async function traced({ neverFlush = false }) {
  const log = join(folder, 'trace');
  const { node, errors } = await startNodeProcess(join(folder, 'events'), { under: tracing(folder, log), neverFlush });
  if (!node) throw new Error(errors);
  const clients = Array.from({ length: CLIENTS }, () => EventStoreDBClient.connectionString(node.url));
  const idsAt = new Map<number, readonly string[]>();

  async function appendAll(client: EventStoreDBClient, writer: string, classic: boolean): Promise<void> {
    for (let n = 0; n < APPENDS; n += 1) {
      // one to three events: small ones, such as fill pages of their own, and one that goes to the tables at once
      const text = 'x'.repeat(writer === '0-0' && n === 6 ? 300_000 : n % 4 === 3 ? 9000 : 100);
      const events = Array.from({ length: 1 + (n % 3) }, () => jsonEvent({ type: 'written.v1', data: { text } }));
      const { position } = await client.appendToStream(`writer-${writer}`, events, {
        expectedRevision: ANY,
        ...(classic && { credentials: { username: 'nobody', password: '' } }), // the client then takes the other call
      });
      idsAt.set(
        Number(position?.commit),
        events.map(({ id }) => id),
      );
    }
  }

  await Promise.all(
    clients.flatMap((client, index) =>
      Array.from({ length: IN_FLIGHT }, (_, writer) => appendAll(client, `${index}-${writer}`, index === 0)),
    ),
  );
  await Promise.all(clients.map((client) => client.dispose()));
  await node.end('SIGTERM');
  const calls = callsIn(readFileSync(log, 'latin1'));
  const acknowledgements = acknowledgementsIn(calls);
  const inOrder = (positions: Iterable<number>) => [...positions].sort((a, b) => a - b);
  return {
    acknowledged: inOrder(acknowledgements.map(({ position }) => position)),
    expected: inOrder(idsAt.keys()),
    early: earlyAcknowledgements(calls, acknowledgements, idsAt),
  };
}
