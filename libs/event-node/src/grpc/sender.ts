import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { idOf } from '../log/record.js';
import type { Node } from './node.js';
import { stopping } from './status.js';
import type { Sent } from './stubs.js';
import { structuredUuid } from './uuid.js';

export type ReadCall = ServerWritableStream<ReadReq, Sent>;

/** Sends at the pace of the one who reads: `send` resolves when the next message may come. */
export interface Sender {
  /** Aborted when the reader is gone or the node stops. */
  readonly ended: AbortSignal;
  send(message: Sent): Promise<void> | undefined;
  event(record: Buffer): Promise<void> | undefined;
}

/** Runs one read and ends its call: normally, as cancelled when the node stops, or with the error it met. */
export function serve(
  call: ReadCall,
  node: Node,
  structuredIds: boolean,
  run: (sender: Sender) => Promise<void>,
): void {
  const ended = new AbortController();
  const stop = (): void => ended.abort();
  node.stopping.addEventListener('abort', stop);
  call.on('cancelled', stop);
  call.on('close', stop);
  call.on('error', stop);

  const sender: Sender = {
    ended: ended.signal,
    send: (message) => (call.write(message) ? undefined : drained(call, ended.signal)),
    event: (record) => sender.send(structuredIds ? withStructuredId(record) : record),
  };

  run(sender)
    .then(() => {
      if (node.stopping.aborted) call.emit('error', stopping());
      else if (!ended.signal.aborted) call.end();
    })
    .catch((error: unknown) => call.emit('error', error))
    .finally(() => node.stopping.removeEventListener('abort', stop));
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

/** The rare other form is made on the way out. */
function withStructuredId(record: Buffer): Sent {
  const response = streams.ReadResp.deserializeBinary(record);
  response
    .getEvent()
    ?.getEvent()
    ?.setId(structuredUuid(idOf(record)));
  return response;
}
