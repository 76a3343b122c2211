import type { EventStore } from '#event-store';
import { eventStoreDb } from '#event-store';
import { status } from '@grpc/grpc-js';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { NodeProcess } from './node-process.js';
import { endNodeProcesses, startNodeProcess } from './node-process.js';
import { encoded, nested, whole } from './wire/message.js';
import { openFiles, residentMegabytes } from './wire/process-state.js';
import {
  answerTo,
  CALL,
  CONTINUATION,
  frame,
  framed,
  HEADERS,
  openSession,
  openSocket,
  PING,
  PREFACE,
  sendAll,
  SETTINGS,
} from './wire/raw-http2.js';

let folder: string;
let node: NodeProcess;
let store: EventStore;
let files: number;
let written = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-node-'));
  const started = await startNodeProcess(folder);
  if (!started.node) throw new Error(`the event node did not start: ${started.errors}`);
  node = started.node;
  store = eventStoreDb(node.url);
  await serve();
  files = await openFiles(node.pid);
});
afterAll(async () => {
  await store.close();
  await endNodeProcesses();
  await rm(folder, { recursive: true });
});

/** Somebody else's append and read, as on any other day. */
async function serve(): Promise<void> {
  const id = `00000000-0000-4000-8000-${String(written).padStart(12, '0')}`;
  const expected = written === 0 ? 'no-stream' : written - 1;
  await store.append('beside', [{ id, type: 'written.v1', data: {}, metadata: {} }], expected);
  written += 1;
  const ids: string[] = [];
  for await (const event of store.read('beside', { direction: 'backwards', limit: 1 })) ids.push(event.id);
  expect(ids).toEqual([id]);
}

/** Resolves when the node has closed its end of each. */
async function ended(sockets: readonly Socket[]): Promise<void> {
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.resume().end().once('close', resolve))));
}

/** Serves the others until no more connections are open than before. */
async function servingDownTo(before: number): Promise<void> {
  while ((await openFiles(node.pid)) > before) await serve();
}

/** Bytes without a meaning, the same each time. */
function noise(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, n) => createHash('sha256').update(`${n}`).digest());
  return Buffer.concat(blocks).subarray(0, length);
}

function* repeated(count: number, bytes: Buffer): Generator<Buffer> {
  for (let n = 0; n < count; n++) yield bytes;
}

const READ_ALL = framed(encoded([nested(1, nested(2, nested(2)), whole(5, 1), nested(8), nested(9, nested(2)))]));
const THOUSAND_PINGS = Buffer.concat([...repeated(1000, frame(PING, 0, Buffer.alloc(8)))]);
const THOUSAND_SETTINGS = Buffer.concat([...repeated(1000, frame(SETTINGS, 0, new Uint8Array()))]);
const HEADER = Buffer.from([0, 3, ...Buffer.from('abc'), 32, ...Buffer.alloc(32, 'x')]);
const MANY_HEADERS = frame(CONTINUATION, 1, Buffer.concat([...repeated(300, HEADER)]));

describe('the event node and connections that misbehave', () => {
  it.each<[string, Iterable<Uint8Array>]>([
    ['noise', [noise(2000)]],
    ['noise after the preface', [PREFACE, noise(100_000)]],
    ['pings without an end', [PREFACE, ...repeated(300, THOUSAND_PINGS)]],
    ['settings without an end', [PREFACE, ...repeated(300, THOUSAND_SETTINGS)]],
    ['headers without an end', [PREFACE, frame(HEADERS, 1, Buffer.from([0x82])), ...repeated(3000, MANY_HEADERS)]],
  ])('given %s, then it serves the others', async (_, chunks) => {
    await sendAll(node.port, chunks);
    await serve();
    expect(await residentMegabytes(node.pid)).toBeLessThan(250);
  });

  it('given calls that are reset as soon as they are made, then it ends that connection', async () => {
    const session = openSession(node.port);
    const ended = new Promise((resolve) => session.on('close', resolve));
    while (!session.destroyed && !session.closed) {
      for (let n = 0; n < 500 && !session.destroyed && !session.closed; n++) {
        const call = session.request(CALL);
        call.on('error', () => undefined);
        call.close(8);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    session.destroy();
    await ended;
    await serve();
    expect(await residentMegabytes(node.pid)).toBeLessThan(250);
  });

  it('given 5,000 calls begun and not gone on with, then it serves the others', async () => {
    const session = openSession(node.port);
    for (let n = 0; n < 5000; n++) session.request(CALL).on('error', () => undefined);
    // answered after all before it
    expect(await answerTo(session, {}, READ_ALL)).toMatchObject({ 'grpc-status': '0' });
    await serve();
    expect(await residentMegabytes(node.pid)).toBeLessThan(300);
    session.destroy();
    await serve();
  });

  it('given 500 connections on which nothing is said, then it serves the others, and forgets them when they end', async () => {
    const before = await openFiles(node.pid);
    const sockets = await Promise.all(Array.from({ length: 500 }, () => openSocket(node.port)));
    await serve();
    await ended(sockets);
    await servingDownTo(before);
    expect(node.errors()).toBe('');
  });

  it.each<[string, Record<string, string>, Record<string, unknown>]>([
    ['another type of content', { 'content-type': 'text/html' }, { ':status': 415 }],
    ['an unknown encoding', { 'grpc-encoding': 'br' }, { 'grpc-status': String(status.UNIMPLEMENTED) }],
    ['compression', { 'grpc-encoding': 'gzip' }, { 'grpc-status': String(status.UNIMPLEMENTED) }],
    ['a time-out that is none', { 'grpc-timeout': 'soon' }, { 'grpc-status': String(status.INTERNAL) }],
    ['credentials that are none', { authorization: 'Basic ????' }, { 'grpc-status': String(status.UNAUTHENTICATED) }],
  ])('given %s, then the call is answered as refused', async (_, headers, answer) => {
    const session = openSession(node.port);
    expect(await answerTo(session, headers, READ_ALL)).toMatchObject(answer);
    session.destroy();
  });

  it('given headers of hundreds of kilobytes, then it ends that connection and serves the others', async () => {
    const session = openSession(node.port);
    await expect(answerTo(session, { large: 'x'.repeat(200_000) }, READ_ALL)).rejects.toThrow('Session closed');
    await serve();
  });

  it.each<[string, Uint8Array, status]>([
    ['a frame cut off in its head', Buffer.alloc(4), status.UNIMPLEMENTED],
    ['a frame cut off in its content', Buffer.concat([Buffer.from([0, 0, 0, 1, 0]), noise(10)]), status.UNIMPLEMENTED],
    ['a frame of four gigabytes', Buffer.from([0, 255, 255, 255, 255]), status.RESOURCE_EXHAUSTED],
  ])('given %s, then the call ends with its status', async (_, body, code) => {
    const session = openSession(node.port);
    expect(await answerTo(session, {}, body)).toMatchObject({ 'grpc-status': String(code) });
    session.destroy();
  });

  it('given messages that decompress to a thousand times their size, then they are never decompressed', async () => {
    const before = await residentMegabytes(node.pid);
    const bomb = framed(gzipSync(Buffer.alloc(16 * 2 ** 20)), true);
    const session = openSession(node.port);
    const bombs = Array.from({ length: 100 }, () =>
      answerTo(session, { 'grpc-encoding': 'gzip' }, Buffer.concat([...repeated(4, bomb)])),
    );
    for (const answer of await Promise.all(bombs)) expect(answer['grpc-status']).toBe(String(status.UNIMPLEMENTED));
    await serve();
    expect(await residentMegabytes(node.pid)).toBeLessThan(before + 100);
    session.destroy();
  });

  it('when all of that is over, then nothing remains of it', async () => {
    // a connection that broke the protocol is held until the next keep-alive, ten seconds and ten for its answer
    await servingDownTo(files);
    await serve();
    expect(await residentMegabytes(node.pid)).toBeLessThan(250);
    expect(node.errors()).toBe('');
  });
});
