import type { ClientHttp2Session, IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http2';
import { connect } from 'node:http2';
import type { Socket } from 'node:net';
import { connect as connectSocket } from 'node:net';

export const PING = 6;
export const SETTINGS = 4;
export const HEADERS = 1;
export const CONTINUATION = 9;

/** A frame as RFC 9113 has it, of any content. */
export function frame(type: number, stream: number, payload: Uint8Array): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** What a client says first. */
export const PREFACE = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  frame(SETTINGS, 0, new Uint8Array()),
]);

/** Sends bytes over a connection of their own, as many as the other side takes before it ends it. */
export async function sendAll(port: number, chunks: Iterable<Uint8Array>): Promise<void> {
  const socket = await openSocket(port);
  socket.resume();
  const closed = new Promise((resolve) => socket.on('close', resolve));
  for (const chunk of chunks) {
    if (socket.destroyed) break;
    if (!socket.write(chunk)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
  }
  socket.destroy();
  await closed;
}

export async function openSocket(port: number): Promise<Socket> {
  const socket = connectSocket(port, '127.0.0.1');
  socket.on('error', () => undefined); // a reset is an end like any other
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

export function openSession(port: number): ClientHttp2Session {
  const session = connect(`http://127.0.0.1:${port}`, { maxSendHeaderBlockLength: 2 ** 20, maxSessionMemory: 1000 });
  session.on('error', () => undefined);
  return session;
}

export const CALL: OutgoingHttpHeaders = {
  ':method': 'POST',
  ':path': '/event_store.client.streams.Streams/Read',
  'content-type': 'application/grpc',
  te: 'trailers',
};

/** One call by hand: what came back in headers or trailers, whichever had the status. */
export function answerTo(
  session: ClientHttp2Session,
  headers: OutgoingHttpHeaders,
  body: Uint8Array = new Uint8Array(),
): Promise<IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    const call = session.request({ ...CALL, ...headers });
    call.on('response', (answer) => {
      if (answer['grpc-status'] !== undefined || answer[':status'] !== 200) resolve(answer);
    });
    call.on('trailers', resolve);
    call.on('error', reject);
    call.resume();
    call.end(body);
  });
}

/** A message as gRPC frames it. */
export function framed(message: Uint8Array, compressed = false): Buffer {
  const head = Buffer.alloc(5);
  head[0] = compressed ? 1 : 0;
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}
