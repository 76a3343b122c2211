import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { resolveLinks } from '../log/links.js';
import type { Log } from '../log/log.js';
import { encodeLinked, headingOf } from '../log/record.js';
import type { Stored } from '../log/storage.js';
import type { Node } from './node.js';
import { failureOf } from './failure.js';
import { stopping } from './status.js';
import type { Sent } from './stubs.js';
import { structuredUuid, uuidText } from './uuid.js';

export type ReadCall = ServerWritableStream<ReadReq, Sent>;

/** Sends at the pace of the one who reads: `send` resolves when the next message may come. */
export interface Sender {
  /** Aborted when the reader is gone or the node stops. */
  readonly ended: AbortSignal;
  send(message: Sent): Promise<void> | undefined;
  event(stored: Stored): Promise<void> | undefined;
}

/** How a reader wants its events. */
interface Form {
  readonly resolveLinks: boolean;
  readonly structuredIds: boolean;
  /** A link into a stream that the reader may not read stays a link. */
  readonly mayRead: (stream: string) => boolean;
}

/** A call buffers sixteen messages, whatever their size: larger ones go one by one. */
const LARGE_BYTES = 16 * 1024;

/** Runs one read and ends its call: normally, as cancelled when the node stops, or with the error it met. */
export function serve(call: ReadCall, node: Node, form: Form, run: (sender: Sender) => Promise<void>): void {
  const ended = new AbortController();
  const stop = (): void => ended.abort();
  node.stopping.addEventListener('abort', stop);
  call.on('cancelled', stop);
  call.on('close', stop);
  call.on('error', stop);

  const sender: Sender = {
    ended: ended.signal,
    send: (message) => {
      if (Buffer.isBuffer(message) && message.length > LARGE_BYTES) return written(call, message, ended.signal);
      return call.write(message) ? undefined : drained(call, ended.signal);
    },
    event: (stored) => sender.send(inForm(form, node.log, stored)),
  };

  run(sender)
    .then(() => {
      if (node.stopping.aborted) call.emit('error', stopping());
      else if (!ended.signal.aborted) call.end();
    })
    .catch((error: unknown) => call.emit('error', failureOf(error)))
    .finally(() => node.stopping.removeEventListener('abort', stop));
}

function written(call: ReadCall, message: Sent, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      ended.removeEventListener('abort', go);
      resolve();
    };
    ended.addEventListener('abort', go);
    call.write(message, go);
    if (ended.aborted) go();
  });
}

function drained(call: ReadCall, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      call.off('drain', go);
      ended.removeEventListener('abort', go);
      resolve();
    };
    call.on('drain', go);
    ended.addEventListener('abort', go);
    if (ended.aborted) go();
  });
}

function inForm(form: Form, log: Log, stored: Stored): Sent {
  const record = form.resolveLinks ? resolved(form, log, stored) : stored.bytes;
  return form.structuredIds ? withStructuredIds(record) : record;
}

function resolved({ mayRead }: Form, { storage, nowMs }: Log, stored: Stored): Buffer {
  const { event, link } = resolveLinks(storage, stored, nowMs());
  if (!link) return stored.bytes;
  return encodeLinked(event && mayRead(headingOf(event.bytes).stream) ? event.bytes : undefined, link.bytes);
}

/** The rare other form is made on the way out. */
function withStructuredIds(record: Buffer): Sent {
  const response = streams.ReadResp.deserializeBinary(record);
  const read = response.getEvent();
  for (const event of [read?.getEvent(), read?.getLink()]) {
    const id = uuidText(event?.getId());
    if (id !== undefined) event?.setId(structuredUuid(id));
  }
  return response;
}
