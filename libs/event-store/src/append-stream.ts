import { randomUUID } from 'node:crypto';
import type { EventStoreDBClient } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { appendAnswerIn } from './append-answer.js';
import { appendMessage } from './append-message.js';
import type { Appended, ExpectedRevision, NewEvent } from './event-store.js';
import { AppendRefused, OutcomeUnknown, StoreUnavailable, WrongRevision } from './event-store.js';

interface Waiting {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (reason: Error) => void;
}

type AppendCall = ReturnType<typeof beginCall>;

const { path: BATCH_APPEND } = streamsGrpc.StreamsService.batchAppend;

/** What a lost call leaves behind; grpc-js says in its details when it never reached a server. */
const NEVER_SENT = 'No connection established';

/** google.rpc codes of refusals that another try may not meet: resource exhausted, unavailable. */
const REFUSED_FOR_NOW = [8, 14];

/**
 * Appends over one long call of the official client's connection.
 *
 * The client's own `appendToStream` keeps one table of pending appends for the whole process: a lost call rejects the
 * appends of every other client, an answer after that throws inside the socket's handler, and appends queued behind a
 * full buffer become unhandled rejections. Here every call has a table of its own and every append one outcome.
 */
export function appendStream(
  client: EventStoreDBClient,
  deadlineMs: number,
): (stream: string, events: readonly NewEvent[], expected: ExpectedRevision) => Promise<Appended> {
  const tables = new WeakMap<AppendCall, Map<string, Waiting>>();
  const openCall = client['GRPCStreamCreator'](
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

  return async (stream, events, expected) => {
    const call = await openCall().catch((cause: unknown) => {
      throw new StoreUnavailable(`The event store cannot be reached: ${String(cause)}`, { cause });
    });
    const waiting = tables.get(call);
    if (!waiting) throw new StoreUnavailable('The connection to the event store was just lost: try again.');
    const correlation = randomUUID();
    const request = appendMessage({ correlation, stream, events, expected, deadlineMs: Date.now() + deadlineMs });
    return new Promise<Appended>((resolve, reject) => {
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
}

/** A call whose messages are bytes: what they mean is our own business. */
function beginCall(grpc: StreamsClient, ...given: ReturnType<EventStoreDBClient['callArguments']>) {
  return grpc.makeBidiStreamRequest<Buffer, Buffer>(BATCH_APPEND, asItIs, asItIs, ...given);
}

function asItIs(message: Buffer): Buffer {
  return message;
}

function settle(pending: Map<string, Waiting>, message: Buffer): void {
  const answer = appendAnswerIn(message) ?? streamsPb.BatchAppendResp.deserializeBinary(message);
  const correlation = 'appended' in answer ? answer.correlation : (answer.getCorrelationId()?.getString() ?? '');
  const waiting = pending.get(correlation);
  if (!waiting) return; // its own deadline has passed
  pending.delete(correlation);
  if ('appended' in answer) waiting.resolve(answer.appended);
  else if (answer.hasSuccess()) waiting.resolve(appendedIn(answer.getSuccess()));
  else waiting.reject(refusal(waiting, answer.getError()));
}

/** What is said in an unusual way. */
function appendedIn(success: BatchAppendResp.Success | undefined): Appended {
  const revision = success?.hasNoStream() ? -1 : Number(success?.getCurrentRevision() ?? 0);
  return { revision, position: BigInt(success?.getPosition()?.getCommitPosition() ?? 0) };
}

function refusal({ stream, expected }: Waiting, error: Status | undefined): Error {
  const said = error?.getMessage() ?? 'no reason';
  const details = error?.getDetails();
  switch (details?.getTypeName()) {
    case 'event_store.client.WrongExpectedVersion': {
      const wrong = details.unpack<WrongExpectedVersion>(
        (bytes) => shared.WrongExpectedVersion.deserializeBinary(bytes),
        details.getTypeName(),
      );
      const actual = wrong?.hasCurrentStreamRevision() ? Number(wrong.getCurrentStreamRevision()) : 'no-stream';
      return new WrongRevision(stream, expected, actual);
    }
    case 'event_store.client.Timeout':
      return new OutcomeUnknown(`The event store ran out of time on an append to ${stream}.`);
    case 'event_store.client.StreamDeleted':
    case 'event_store.client.AccessDenied':
    case 'event_store.client.MaximumAppendSizeExceeded':
    case 'event_store.client.BadRequest':
      return new AppendRefused(`The event store refuses an append to ${stream}: ${said}.`);
    default:
      return REFUSED_FOR_NOW.includes(Number(error?.getCode()))
        ? new StoreUnavailable(`The event store cannot write: ${said}`)
        : new OutcomeUnknown(`The event store failed an append to ${stream}: ${said}`);
  }
}

function lost(stream: string, error: Error): Error {
  return error.message.includes(NEVER_SENT)
    ? new StoreUnavailable(`The event store cannot be reached: ${error.message}`, { cause: error })
    : new OutcomeUnknown(`The connection was lost during an append to ${stream}: ${error.message}`, { cause: error });
}
