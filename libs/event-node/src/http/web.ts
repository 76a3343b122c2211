import { status as grpc } from '@grpc/grpc-js';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { TooManyAtOnce } from '../access/line.js';
import { failureOf } from '../grpc/failure.js';
import type { Node } from '../grpc/node.js';
import { SERVER_VERSION } from '../grpc/server-features.js';
import type { Answer } from './answer.js';
import { said } from './answer.js';
import { callerOf } from './caller.js';
import type { NameCheck } from './own-names.js';
import { postEvent } from './post-event.js';

/** What paths are read against. */
const BASE = 'http://node';

/** The small part of EventStoreDB's HTTP/1.1 side that probes, scripts and the clients' fall-backs ask for. */
export function web(node: Node, isOwn: NameCheck): RequestListener {
  return (request, response) => {
    answerOf(node, request, isOwn)
      .catch(failed)
      .then((answer) => send(response, answer))
      .catch(() => response.destroy());
  };
}

async function answerOf(node: Node, request: IncomingMessage, isOwn: NameCheck): Promise<Answer> {
  const { url = '/', headers } = request;
  if (!isOwn(headers.host)) return said(403, 'The node is called localhost, or by its address.');
  if (!URL.canParse(url, BASE)) return said(400, 'The request has no address.');
  const { pathname } = new URL(url, BASE);
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
      return gossip(request);
    case 'GET /stats':
      node.access.requireAccount(await callerOf(node, request));
      return { status: 200, body: Object.fromEntries(node.figures().map(({ key, value }) => [key, value])) };
  }
  const stream = /^POST \/streams\/([^/]+)$/.exec(asked)?.[1];
  return stream === undefined ? { status: 404 } : await postEvent(node, stream, request);
}

/** A cluster of one, at the address by which the caller reached it. */
function gossip({ headers, socket }: IncomingMessage): Answer {
  const address = `http://${headers.host ?? 'localhost'}`;
  if (!URL.canParse(address)) return said(400, 'The header Host is no address.');
  const { hostname, port } = new URL(address);
  const here = { httpEndPointIp: hostname, httpEndPointPort: Number(port) || socket.localPort };
  const members = [{ timeStamp: new Date().toISOString(), state: 'Leader', isAlive: true, ...here }];
  return { status: 200, body: { members, serverIp: here.httpEndPointIp, serverPort: here.httpEndPointPort } };
}

const STATUS: Partial<Record<grpc, number>> = {
  [grpc.UNAUTHENTICATED]: 401,
  [grpc.PERMISSION_DENIED]: 403,
  [grpc.RESOURCE_EXHAUSTED]: 507,
  [grpc.UNAVAILABLE]: 503,
};

function failed(error: unknown): Answer {
  if (error instanceof TooManyAtOnce) return said(429, error.details);
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
