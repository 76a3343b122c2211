import { status as grpc } from '@grpc/grpc-js';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { failureOf } from '../grpc/failure.js';
import type { Node } from '../grpc/node.js';
import { SERVER_VERSION } from '../grpc/server-features.js';
import type { Answer } from './answer.js';
import { callerOf } from './caller.js';
import { postEvent } from './post-event.js';

/** The small part of EventStoreDB's HTTP/1.1 side that probes, scripts and the clients' fall-backs ask for. */
export function web(node: Node): RequestListener {
  return (request, response) => {
    answerOf(node, request)
      .catch(failed)
      .then((answer) => send(response, answer))
      .catch(() => response.destroy());
  };
}

async function answerOf(node: Node, request: IncomingMessage): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://node');
  const asked = `${request.method === 'HEAD' ? 'GET' : request.method} ${pathname}`;
  switch (asked) {
    case 'GET /ping':
      return { status: 200, body: { msgTypeId: 0, text: 'Ping request successfully handled' } };
    case 'GET /health/live':
    case 'GET /health/ready':
      return { status: 204 };
    case 'GET /info':
      return { status: 200, body: { esVersion: SERVER_VERSION, state: 'leader' } };
    case 'GET /gossip':
      return { status: 200, body: gossip(request) };
    case 'GET /stats':
      node.access.requireAccount(await callerOf(node, request));
      return { status: 200, body: Object.fromEntries(node.figures().map(({ key, value }) => [key, value])) };
  }
  const stream = /^POST \/streams\/([^/]+)$/.exec(asked)?.[1];
  return stream === undefined ? { status: 404 } : await postEvent(node, stream, request);
}

/** A cluster of one, at the address by which the caller reached it. */
function gossip({ headers, socket }: IncomingMessage): unknown {
  const { hostname, port } = new URL(`http://${headers.host ?? 'localhost'}`);
  const here = { httpEndPointIp: hostname, httpEndPointPort: Number(port) || socket.localPort };
  return {
    members: [{ timeStamp: new Date().toISOString(), state: 'Leader', isAlive: true, ...here }],
    serverIp: here.httpEndPointIp,
    serverPort: here.httpEndPointPort,
  };
}

const STATUS: Partial<Record<grpc, number>> = {
  [grpc.UNAUTHENTICATED]: 401,
  [grpc.PERMISSION_DENIED]: 403,
  [grpc.RESOURCE_EXHAUSTED]: 507,
  [grpc.UNAVAILABLE]: 503,
};

function failed(error: unknown): Answer {
  const { code, details } = failureOf(error);
  const status = STATUS[code];
  if (status === undefined) return { status: 500 };
  return { status, body: { text: details }, headers: status === 401 ? { 'www-authenticate': 'Basic' } : {} };
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(text && { 'content-type': 'application/json; charset=utf-8' }),
    ...(status !== 204 && { 'content-length': Buffer.byteLength(text) }),
    ...headers,
  });
  response.end(text);
}
