import { status } from '@grpc/grpc-js';
import { mkdtemp, rm } from 'node:fs/promises';
import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeProcess } from './node-process.js';
import { endNodeProcesses, startNodeProcess } from './node-process.js';
import { encoded, nested, text, whole } from './wire/message.js';
import { residentMegabytes } from './wire/process-state.js';
import { CALL, framed, openSession } from './wire/raw-http2.js';

const MEBIBYTE = 1024 * 1024;

let folder: string;
let node: NodeProcess;
let session: ClientHttp2Session;
let drawn = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-node-'));
  const started = await startNodeProcess(folder);
  if (!started.node) throw new Error(`the event node did not start: ${started.errors}`);
  node = started.node;
});
beforeEach(() => (session = openSession(node.port)));
afterEach(() => session.destroy());
afterAll(async () => {
  await endNodeProcesses();
  await rm(folder, { recursive: true });
});

function open(over = session): ClientHttp2Stream {
  const call = over.request({ ...CALL, ':path': '/event_store.client.streams.Streams/BatchAppend' });
  call.on('error', () => undefined);
  return call;
}

function append(bytes: number, final: boolean): Buffer {
  drawn += 1;
  const id = nested(1, text(2, `00000000-0000-4000-8000-${String(drawn).padStart(12, '0')}`));
  const type = nested(2, text(1, 'type'), text(2, 'thing.happened.v1'));
  const contentType = nested(2, text(1, 'content-type'), text(2, 'application/json'));
  const options = nested(2, nested(1, text(3, 'abused')), nested(4));
  return framed(
    encoded([id, options, nested(3, id, type, contentType, text(4, 'x'.repeat(bytes))), whole(4, final ? 1 : 0)]),
  );
}

describe('the event node and clients that misuse batch appends', () => {
  it('given a client that never reads its answers, then the node stops reading from it', async () => {
    const before = await residentMegabytes(node.pid);
    const call = open();
    let stalled = false;
    // the window of the connection is 64 KiB: what the node does not read is not taken from here either
    for (let sent = 0; sent < 300_000 && !stalled; sent++) {
      if (!call.write(append(10, true))) stalled = !(await drainedWithin(call, 3_000));
    }
    expect(stalled).toBe(true);
    expect((await residentMegabytes(node.pid)) - before).toBeLessThan(100);
  });

  it('given a client that begins appends and never ends them, then its call is ended', async () => {
    const before = await residentMegabytes(node.pid);
    const call = open();
    const ended = endOf(call);
    let over = false;
    void ended.then(() => (over = true));
    for (let sent = 0; sent < 1_000 && !over; sent++) {
      if (!call.write(append(500_000, false))) await Promise.race([drainedWithin(call, 3_000), ended]);
    }
    expect(await ended).toBe(String(status.RESOURCE_EXHAUSTED));
    expect((await residentMegabytes(node.pid)) - before).toBeLessThan(200);
    expect(node.errors()).toBe('');
  });

  it('given a call that was answered before, when a message is too large, then it is told so', async () => {
    const call = open();
    const answered = new Promise((resolve) => call.once('data', resolve));
    const ended = endOf(call);
    call.write(append(10, true));
    await answered;
    call.write(framed(Buffer.alloc(18 * MEBIBYTE)));
    expect(await ended).toBe(String(status.RESOURCE_EXHAUSTED));
    expect(node.errors()).toBe('');
  });

  it('given 256 MiB of messages that never end, over four connections, then the first make room and others are served', async () => {
    const before = await residentMegabytes(node.pid);
    const sessions = Array.from({ length: 4 }, () => openSession(node.port));
    const part = framed(Buffer.alloc(16 * MEBIBYTE)).subarray(0, -1);
    const refused = new Promise<unknown[]>((resolve) => {
      const ends: unknown[] = [];
      for (let n = 0; n < 16; n++) {
        const call = open(sessions[n % 4]);
        void endOf(call).then((status) => ends.push(status) === 9 && resolve(ends));
        call.write(part);
      }
    });
    const served = open();
    served.write(append(10, true));
    expect(await new Promise((resolve) => served.once('data', resolve))).toBeDefined();
    // eight are a little more than 128 MiB
    expect(new Set(await refused)).toEqual(new Set([String(status.RESOURCE_EXHAUSTED)]));
    expect((await residentMegabytes(node.pid)) - before).toBeLessThan(300);
    for (const each of sessions) each.destroy();
    expect(node.errors()).toBe('');
  });
});

/** The status that a call ends with. */
function endOf(call: ClientHttp2Stream): Promise<unknown> {
  return new Promise((resolve) => {
    call.on('response', (headers) => headers['grpc-status'] && resolve(headers['grpc-status']));
    call.on('trailers', (headers) => resolve(headers['grpc-status']));
    call.resume();
  });
}

async function drainedWithin(call: ClientHttp2Stream, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  const drained = new Promise<boolean>((resolve) => call.once('drain', () => resolve(true)));
  return Promise.race([drained, patience]).finally(() => clearTimeout(timer));
}
