import type { ServiceError } from '@grpc/grpc-js';
import { Metadata, status } from '@grpc/grpc-js';

/** The status a call ends with; `exception` in the trailers is what the official clients look at first. */
export class CallFailed extends Error implements Partial<ServiceError> {
  override readonly name = 'CallFailed';
  readonly metadata = new Metadata();
  constructor(
    readonly code: status,
    readonly details: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
    for (const [key, value] of Object.entries(trailers)) this.metadata.set(key, ascii(value));
  }
}

export function invalidArgument(details: string): CallFailed {
  return new CallFailed(status.INVALID_ARGUMENT, details);
}

export function stopping(): CallFailed {
  return new CallFailed(status.CANCELLED, 'The event node is stopping.');
}

/** Trailers carry ASCII only; names may hold anything. */
function ascii(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '?');
}
