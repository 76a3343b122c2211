import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { OnePort } from './one-port.js';
import { listenOnOnePort } from './one-port.js';

let port: OnePort;
let sockets: Socket[];

beforeEach(async () => {
  const address = { host: '127.0.0.1', port: 0, mostConnections: 2 };
  port = await listenOnOnePort(
    address,
    () => undefined,
    (_, response) => response.end('here'),
  );
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await port.close();
});

/** A connection on which something was answered; undefined when it was closed instead. */
async function answered(): Promise<Socket | undefined> {
  const socket = connect(port.port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined); // a reset is an end like any other
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  return new Promise((resolve) => socket.once('data', () => resolve(socket)).once('close', () => resolve(undefined)));
}

describe('the one port', () => {
  it('given as many connections as it takes, then one more is closed, and taken again when another has ended', async () => {
    const first = await answered();
    expect(await answered()).toBeDefined();
    expect(await answered()).toBeUndefined();
    first?.destroy();
    while (!(await answered())); // its end is noticed soon
  });

  it('given a connection that was ended here, when its peer never hangs up, then it is dropped', async () => {
    const handed: Socket[] = [];
    const ends = (socket: Socket): void => void handed.push(socket.resume().end());
    const patient = await listenOnOnePort({ host: '127.0.0.1', port: 0, hangUpMs: 1 }, ends, () => undefined);
    const peer = connect({ host: '127.0.0.1', port: patient.port, allowHalfOpen: true });
    sockets.push(peer);
    peer.on('error', () => undefined).resume();
    peer.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
    await once(peer, 'end');
    while (!handed[0]?.closed) await new Promise((resolve) => setImmediate(resolve));
    expect(peer.writable).toBe(true);
    await patient.close();
  });
});
