import type { EventStore, NewEvent } from '#event-store';
import { eventStoreDb } from '#event-store';
import { mkdtemp, rm } from 'node:fs/promises';
import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeProcess } from './node-process.js';
import { endNodeProcesses, startNodeProcess } from './node-process.js';
import type { Message } from './wire/message.js';
import { encoded, nested, text, whole } from './wire/message.js';
import { openFiles, residentMegabytes } from './wire/process-state.js';
import { CALL, framed, openSession } from './wire/raw-http2.js';

const SUBSCRIPTIONS = process.env['SOAK'] === '1' ? 10_000 : 1_000;
const CONNECTIONS = 4;
const SLOW = 100;

let folder: string;
let node: NodeProcess;
let store: EventStore;
let sessions: ClientHttp2Session[];
let drawn: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-node-'));
  const started = await startNodeProcess(folder);
  if (!started.node) throw new Error(`the event node did not start: ${started.errors}`);
  node = started.node;
  store = eventStoreDb(node.url);
  sessions = Array.from({ length: CONNECTIONS }, () => openSession(node.port));
  drawn = 0;
});
afterEach(async () => {
  for (const session of sessions) session.destroy();
  await store.close();
  await endNodeProcesses();
  await rm(folder, { recursive: true });
});

function event(bytes = 200): NewEvent {
  drawn += 1;
  const id = `00000000-0000-4000-8000-${String(drawn).padStart(12, '0')}`;
  return { id, type: 'thing.happened.v1', data: { text: 'x'.repeat(bytes) }, metadata: {} };
}

function subscription(...options: Message): Buffer {
  return framed(encoded([nested(1, ...options, nested(6), nested(9, nested(2)))]));
}

const END = nested(3);
const NO_FILTER = nested(8);

function ofStream(name: string): Buffer {
  return subscription(nested(1, nested(1, text(3, name)), nested(3)), NO_FILTER);
}

/** Everything there is, or what comes next, as far as streams of this prefix are concerned. */
function filtered(prefix: string): Buffer {
  return subscription(nested(2, END), nested(7, nested(1, text(2, prefix)), whole(3, 32), whole(5, 1)));
}

const WHOLE_LOG = subscription(nested(2, nested(2)), NO_FILTER);

/** Opens a subscription without reading from it. */
function open(index: number, request: Buffer): ClientHttp2Stream {
  const session = sessions[index % CONNECTIONS];
  if (!session) throw new Error('there is no such connection');
  const call = session.request(CALL);
  call.on('error', () => undefined);
  call.end(request);
  return call;
}

/** Resolves with the first message: a subscription that has begun. */
function firstMessage(call: ClientHttp2Stream): Promise<unknown> {
  return new Promise((resolve) => call.once('data', resolve));
}

describe('the event node and its subscribers', () => {
  it(`given ${SUBSCRIPTIONS} subscriptions that nothing comes for, then each costs little, and nobody waits for them`, async () => {
    await store.append('warm', [event()], 'any');
    const before = await residentMegabytes(node.pid);
    for (let from = 0; from < SUBSCRIPTIONS; from += 200) {
      const calls = Array.from({ length: 200 }, (_, n) =>
        open(n, n % 2 ? filtered(`nobody-${n}`) : ofStream(`idle-${from + n}`)),
      );
      await Promise.all(calls.map(firstMessage));
    }
    const kilobytes = ((await residentMegabytes(node.pid)) - before) * 1024;
    console.log(`${SUBSCRIPTIONS} idle subscriptions: ${(kilobytes / SUBSCRIPTIONS).toFixed(1)} KiB each`);
    expect(kilobytes / SUBSCRIPTIONS).toBeLessThan(50);

    const awaited = firstMessage(await confirmed(open(0, ofStream('awaited'))));
    await Promise.all(Array.from({ length: 500 }, (_, n) => store.append(`busy-${n % 64}`, [event()], 'any')));
    await store.append('awaited', [event()], 'no-stream');
    await awaited;
    expect(node.errors()).toBe('');
  }, 300_000);

  it(`given ${SLOW} subscribers who never read, then the node holds little for each, and nobody waits for them`, async () => {
    for (let n = 0; n < 200; n++) await store.append('large', [event(100_000)], 'any');
    const before = await residentMegabytes(node.pid);
    const calls = Array.from({ length: SLOW }, (_, n) => open(n, n % 2 ? WHOLE_LOG : ofStream('large')));
    await Promise.all(calls.map((call) => new Promise((resolve) => call.once('response', resolve))));
    for (let n = 0; n < 50; n++) await store.append('large', [event(100_000)], 'any');
    const held = (await residentMegabytes(node.pid)) - before;
    console.log(`${SLOW} subscribers who never read 25 MB: ${((held * 1024) / SLOW).toFixed(0)} KiB each`);
    expect(held).toBeLessThan(SLOW * 1.5);

    // one of them begins to read, and everything comes
    const [slow] = calls;
    let bytes = 0;
    await new Promise<void>((resolve) =>
      slow?.on('data', (data: Buffer) => {
        bytes += data.length;
        if (bytes > 250 * 100_000) resolve();
      }),
    );
  });

  it('when subscribers vanish, then nothing remains of them', async () => {
    await store.append('large', [event(100_000)], 'any');
    const files = await openFiles(node.pid);
    for (let n = 0; n < 200; n++) open(n, WHOLE_LOG);
    await Promise.all(sessions.map((_, n) => confirmed(open(n, ofStream('large')))));
    for (const session of sessions) session.destroy();
    while ((await openFiles(node.pid)) > files) await store.append('beside', [event()], 'any');
    expect(node.errors()).toBe('');
  });
});

async function confirmed(call: ClientHttp2Stream): Promise<ClientHttp2Stream> {
  await firstMessage(call);
  return call;
}
