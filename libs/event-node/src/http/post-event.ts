import shared from '@eventstore/db-client/generated/shared_pb.js';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { accessDenied } from '../access/access.js';
import { countedSize } from '../grpc/proposed.js';
import type { Inbound } from '../grpc/inbound.js';
import type { Node } from '../grpc/node.js';
import { isWritable, nameFrom, NO_NAME } from '../grpc/target.js';
import { uuidText } from '../grpc/uuid.js';
import type { ExpectedRevision } from '../log/append.js';
import type { Answer } from './answer.js';
import { said } from './answer.js';
import { callerOf } from './caller.js';

/** `POST /streams/<name>`: one event, its type and the expected version in headers, its data as they come. */
export async function postEvent(node: Node, encodedName: string, request: IncomingMessage): Promise<Answer> {
  const { headers } = request;
  const json = headers['content-type']?.split(';')[0] === 'application/json';
  const type = header(request, 'es-eventtype');
  const id = uuidText(new shared.UUID().setString(header(request, 'es-eventid') ?? randomUUID()));
  const expected = expectedRevision(header(request, 'es-expectedversion') ?? '-2');
  const stream = decoded(encodedName);
  // browsers name where a page comes from: no page may write into a log that asks nobody's name
  if (headers.origin !== undefined) return said(403, 'A page in a browser cannot append.');
  if (!json && headers['content-type'] !== 'application/octet-stream')
    return said(415, 'Send application/json or application/octet-stream.');
  if (!type) return said(400, 'The header ES-EventType is missing.');
  if (id === undefined) return said(400, 'ES-EventId is not a UUID.');
  if (expected === undefined) return said(400, 'ES-ExpectedVersion is not a number.');
  if (stream === undefined) return said(400, NO_NAME);
  if (!isWritable(stream)) throw accessDenied();
  node.access.require(await callerOf(node, request), 'write', stream);
  const data = await body(request, node.maxAppendSize, node.inbound);
  const event = { id, type, json, data: data ?? Buffer.alloc(0), metadata: Buffer.alloc(0) };
  if (!data || countedSize(event) > node.maxAppendSize) return { status: 413, headers: { connection: 'close' } };
  const outcome = await node.log.append({ stream, expected, events: [event], deadlineMs: Infinity });
  switch (outcome.kind) {
    case 'written':
      return { status: 201, headers: { location: `/streams/${encodedName}/${outcome.revision}` } };
    case 'wrong-revision':
      return { status: 400, headers: { 'es-currentversion': String(outcome.current) } };
    case 'stream-deleted':
      return { status: 410 };
    case 'expired':
      return { status: 408 };
  }
}

function header({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

function expectedRevision(text: string): ExpectedRevision | undefined {
  const named: Readonly<Record<string, ExpectedRevision>> = { '-1': 'no-stream', '-2': 'any', '-4': 'stream-exists' };
  return named[text] ?? (/^\d{1,15}$/.test(text) ? Number(text) : undefined);
}

function decoded(name: string): string | undefined {
  try {
    return nameFrom(Buffer.from(decodeURIComponent(name)));
  } catch {
    return undefined;
  }
}

/** Nothing when it is larger than allowed; a connection that holds too much for too long is ended. */
async function body(request: IncomingMessage, limit: number, inbound: Inbound): Promise<Buffer | undefined> {
  const holding = inbound.begin((error) => request.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return undefined;
      chunks.push(chunk);
      holding.holds(size);
    }
  } finally {
    holding.holds(0);
  }
  return Buffer.concat(chunks);
}
