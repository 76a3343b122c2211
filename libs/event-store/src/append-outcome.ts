import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { appendAnswerIn } from './append-answer.js';
import type { CallFailed } from './append-server.js';
import type { Appended, ExpectedRevision } from './event-store.js';
import { AppendRefused, OutcomeUnknown, StoreUnavailable, WrongRevision } from './event-store.js';

/** An append that was sent, and whoever waits for what became of it. */
export interface Waiting {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (reason: Error) => void;
}

/** google.rpc codes of refusals that another try may not meet: resource exhausted, unavailable. */
const REFUSED_FOR_NOW = [8, 14];

/** Hands an answer to whoever waits for it. */
export function settle(pending: Map<string, Waiting>, message: Buffer): void {
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

/** gRPC's codes for who may not call at all: permission denied, unauthenticated. */
const NOT_LET_IN: readonly number[] = [7, 16];

/** What is known of an append whose call ended before its answer. */
export function lost(stream: string, failure: CallFailed): Error {
  return NOT_LET_IN.includes(failure.code)
    ? new AppendRefused(`The event store refuses an append to ${stream}: ${failure.message}.`, { cause: failure })
    : new OutcomeUnknown(`The connection was lost during an append to ${stream}: ${failure.message}`, {
        cause: failure,
      });
}
