import { randomUUID } from 'node:crypto';
import type { EventStoreDBClient } from '@eventstore/db-client';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { appendMessage } from './append-message.js';
import { lost, settle, type Waiting } from './append-outcome.js';
import type { Appended, ExpectedRevision, NewEvent } from './event-store.js';
import { OutcomeUnknown, StoreUnavailable } from './event-store.js';

type AppendCall = ReturnType<typeof beginCall>;

const { path: BATCH_APPEND } = streamsGrpc.StreamsService.batchAppend;

/** Far below the hundred that servers allow a connection, reads and subscriptions included. */
const MOST_CALLS = 32;

/**
 * Appends over long calls of the official client's connection.
 *
 * The client's own `appendToStream` keeps one table of pending appends for the whole process: a lost call rejects the
 * appends of every other client, an answer after that throws inside the socket's handler, and appends queued behind a
 * full buffer become unhandled rejections. Here every call has a table of its own and every append one outcome.
 *
 * grpc-js sends a message of a call when the one before has left the socket, in another turn of the event loop. So
 * appends that are under way together have a call each, up to a bound: then they leave, and are flushed, together.
 */
export function appendStream(
  client: EventStoreDBClient,
  deadlineMs: number,
): (stream: string, events: readonly NewEvent[], expected: ExpectedRevision) => Promise<Appended> {
  const tables = new WeakMap<AppendCall, Map<string, Waiting>>();
  const lanes: Lane[] = [];
  const addLane = (): Lane => {
    const lane = { openCall: callOpener(client, tables), underWay: 0 };
    lanes.push(lane);
    return lane;
  };
  const freest = (): Lane => {
    const free = lanes.find(({ underWay }) => underWay === 0);
    if (free) return free;
    return lanes.length < MOST_CALLS ? addLane() : lanes.reduce((a, b) => (b.underWay < a.underWay ? b : a));
  };

  const appendBy = (
    call: AppendCall,
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> => {
    const waiting = tables.get(call);
    if (!waiting) throw new StoreUnavailable('The connection to the event store was just lost: try again.');
    const correlation = randomUUID();
    const request = appendMessage({ correlation, stream, events, expected, deadlineMs: Date.now() + deadlineMs });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(correlation);
        reject(new OutcomeUnknown(`The event store did not answer an append to ${stream} within ${deadlineMs} ms.`));
      }, deadlineMs);
      waiting.set(correlation, {
        stream,
        expected,
        resolve: (appended) => {
          clearTimeout(timer);
          resolve(appended);
        },
        reject: (reason) => {
          clearTimeout(timer);
          reject(reason);
        },
      });
      call.write(request);
    });
  };

  return async (stream, events, expected) => {
    const lane = freest();
    lane.underWay += 1;
    try {
      return await appendBy(await lane.openCall().catch(unreached), stream, events, expected);
    } finally {
      lane.underWay -= 1;
    }
  };
}

function unreached(cause: unknown): never {
  throw new StoreUnavailable(`The event store cannot be reached: ${String(cause)}`, { cause });
}

/** One call at a time, and the appends that are under way by it. */
interface Lane {
  readonly openCall: () => Promise<AppendCall>;
  underWay: number;
}

/** @returns the call that is open, or a new one when there is none */
function callOpener(
  client: EventStoreDBClient,
  tables: WeakMap<AppendCall, Map<string, Waiting>>,
): () => Promise<AppendCall> {
  return client['GRPCStreamCreator'](
    streamsGrpc.StreamsClient,
    'append',
    (grpc) => {
      const waiting = new Map<string, Waiting>();
      const call = beginCall(grpc, ...client['callArguments']({}, { deadline: Infinity }));
      const lose = (error: Error): void => {
        tables.delete(call);
        for (const { stream, reject } of waiting.values()) reject(lost(stream, error));
        waiting.clear();
      };
      tables.set(call, waiting);
      call.on('data', (answer: Buffer) => settle(waiting, answer));
      call.on('error', lose);
      call.on('end', () => lose(new Error('the server ended the call')));
      return call;
    },
    new WeakMap<StreamsClient, AppendCall>(),
  );
}

/** A call whose messages are bytes: what they mean is our own business. */
function beginCall(grpc: StreamsClient, ...given: ReturnType<EventStoreDBClient['callArguments']>) {
  return grpc.makeBidiStreamRequest<Buffer, Buffer>(BATCH_APPEND, asItIs, asItIs, ...given);
}

function asItIs(message: Buffer): Buffer {
  return message;
}
