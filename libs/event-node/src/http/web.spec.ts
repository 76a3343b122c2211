import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestOptions } from 'node:https';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectSecurely } from 'node:tls';
import { selfSigned } from '../../../../test/support/self-signed.js';
import type { EventNode } from '../start-event-node.js';
import { startEventNode } from '../start-event-node.js';

let node: EventNode;
let client: EventStoreDBClient;
let base: string;

beforeAll(async () => {
  node = await startEventNode({ inMemory: true, port: 0, maxAppendSize: 10_000 });
  client = EventStoreDBClient.connectionString(node.url);
  base = `http://127.0.0.1:${node.port}`;
});
afterAll(async () => {
  await client.dispose();
  await node.stop();
});

const post = (stream: string, data: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${base}/streams/${stream}`, {
    method: 'POST',
    body: data,
    headers: { 'content-type': 'application/json', 'es-eventtype': 'thing.happened.v1', ...headers },
  });

async function stored(stream: string): Promise<unknown[]> {
  const read = [];
  for await (const { event } of client.readStream(stream)) read.push(event?.data);
  return read;
}

test.each([
  ['/ping', 200, { text: 'Ping request successfully handled' }],
  ['/gossip', 200, { members: [{ state: 'Leader', isAlive: true }] }],
  ['/stats', 200, { 'proc-id': String(process.pid) }],
  ['/info', 200, { state: 'leader' }],
  ['/health/live', 204, {}],
  ['/nonsense', 404, {}],
])('given the port of gRPC, when %s is asked for over HTTP/1.1, then %i', async (path, status, body) => {
  const answer = await fetch(`${base}${path}`);
  expect(answer.status).toBe(status);
  expect(JSON.parse((await answer.text()) || '{}')).toMatchObject(body);
});

test('given a request that arrives byte by byte, then it is understood', async () => {
  const socket = connect(node.port, '127.0.0.1');
  socket.setNoDelay(true);
  for (const byte of 'PUT /ping HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n') {
    await new Promise((resolve) => socket.write(byte, resolve));
  }
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 404 Not Found/);
  socket.destroy();
});

test('given an event posted over HTTP, then clients read it as it came', async () => {
  expect((await post('a%20posted%2Fstream', '{"n":1}')).status).toBe(201);
  const second = await post('a%20posted%2Fstream', '**** no JSON', { 'es-expectedversion': '0' });
  expect(second.headers.get('location')).toBe('/streams/a%20posted%2Fstream/1');
  expect(await stored('a posted/stream')).toEqual([{ n: 1 }, '**** no JSON']);
});

test.each([
  ['another version than expected', '{}', { 'es-expectedversion': '7' }, 400],
  ['an expected version that is no number', '{}', { 'es-expectedversion': 'x' }, 400],
  ['no type', '{}', { 'es-eventtype': '' }, 400],
  ['an id that is none', '{}', { 'es-eventid': '42' }, 400],
  ['another kind of content', '{}', { 'content-type': 'text/plain' }, 415],
  ['more than an append may carry', `"${'x'.repeat(20_000)}"`, {}, 413],
  ['credentials that are wrong', '{}', { authorization: `Basic ${btoa('admin:wrong')}` }, 401],
  ['the page of a browser', '{}', { origin: 'http://elsewhere.example' }, 403],
])('given a post with %s, then it is refused', async (_, data, headers, status) => {
  expect((await post('refused', data, headers)).status).toBe(status);
  await expect(stored('refused')).rejects.toThrow('not found');
});

test('given a post to the whole log, or with an id that is nobody’s, then it is refused', async () => {
  expect((await post('%24all', '{}')).status).toBe(403);
  expect((await post('refused', '{}', { 'es-eventid': '00000000-0000-0000-0000-000000000000' })).status).toBe(400);
  await expect(stored('refused')).rejects.toThrow('not found');
});

test('given a node that encrypts, then the same port speaks both, and asks a post for credentials', async () => {
  const { cert, key } = selfSigned({ names: ['localhost'] });
  const folder = mkdtempSync(join(tmpdir(), 'web-'));
  const [certificateFile, privateKeyFile] = [join(folder, 'node.crt'), join(folder, 'node.key')];
  writeFileSync(certificateFile, cert);
  writeFileSync(privateKeyFile, key);
  const secure = await startEventNode({ inMemory: true, certificate: { certificateFile, privateKeyFile } });
  const sent = (path: string, options: RequestOptions = {}): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const url = `https://localhost:${secure.port}${path}`;
      request(url, { ca: cert, family: 4, ...options }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end(options.method && '{}');
    });
  const agreed = async (...ALPNProtocols: string[]): Promise<string | false | null> => {
    const socket = connectSecurely({
      host: '127.0.0.1',
      port: secure.port,
      ca: cert,
      servername: 'localhost',
      ALPNProtocols,
    });
    await once(socket, 'secureConnect');
    return socket.destroy().alpnProtocol;
  };
  const headers = { 'content-type': 'application/json', 'es-eventtype': 'thing.happened.v1' };
  expect(await agreed('h2')).toBe('h2');
  expect(await agreed('h2', 'http/1.1')).toBe('http/1.1'); // what curl offers
  expect(await sent('/ping')).toBe(200);
  expect(await sent('/stats')).toBe(401);
  expect(await sent('/stats', { auth: 'ops:changeit' })).toBe(200);
  expect(await sent('/streams/a', { method: 'POST', headers })).toBe(401);
  expect(await sent('/streams/a', { method: 'POST', headers, auth: 'admin:changeit' })).toBe(201);
  const secured = EventStoreDBClient.connectionString(
    `esdb://admin:changeit@localhost:${secure.port}?tlsCAFile=${certificateFile}`,
  );
  expect(await secured.appendToStream('a', jsonEvent({ type: 'thing.happened.v1', data: {} }))).toBeDefined();
  await secured.dispose();
  await secure.stop();
  rmSync(folder, { recursive: true });
});

test('given connections that say nothing or keep alive, when the node stops, then it stops at once', async () => {
  const other = await startEventNode({ inMemory: true, port: 0 });
  const silent = connect(other.port, '127.0.0.1');
  await once(silent, 'connect');
  await fetch(`http://127.0.0.1:${other.port}/ping`);
  const closed = once(silent, 'close');
  await other.stop();
  await closed;
  await expect(fetch(`http://127.0.0.1:${other.port}/ping`)).rejects.toThrow('fetch failed');
});
