import type { ServiceError } from '@grpc/grpc-js';
import { Metadata, status } from '@grpc/grpc-js';

/** The status a call ends with; `exception` in the trailers is what the official clients look at first. */
export class CallFailed extends Error implements Partial<ServiceError> {
  override readonly name = 'CallFailed';
  readonly metadata = new Metadata();
  readonly details: string;
  constructor(
    readonly code: status,
    details: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
    this.details = sendable(details);
    for (const [key, value] of Object.entries(trailers)) this.metadata.set(key, ascii(value));
  }
}

export function invalidArgument(details: string): CallFailed {
  return new CallFailed(status.INVALID_ARGUMENT, details);
}

export function stopping(): CallFailed {
  return new CallFailed(status.CANCELLED, 'The event node is stopping.');
}

/** Names and patterns may be of any length; headers beyond some kilobytes end the client's connection. */
const MOST_CHARACTERS = 1000;

/** What a client sent may hold half a surrogate pair, which cannot be encoded. */
function sendable(text: string): string {
  return Buffer.from(text.slice(0, MOST_CHARACTERS)).toString();
}

/** Trailers carry ASCII only; names may hold anything. */
function ascii(value: string): string {
  return value.slice(0, MOST_CHARACTERS).replace(/[^\x20-\x7e]/g, '?');
}
