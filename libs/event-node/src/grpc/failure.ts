import { status } from '@grpc/grpc-js';
import { LogStopped } from '../log/log.js';
import { NotWritten } from '../log/storage.js';
import { CallFailed } from './status.js';

/** The status that an error is told as. */
export function failureOf(error: unknown): CallFailed {
  if (error instanceof CallFailed) return error;
  if (error instanceof NotWritten) return new CallFailed(status.RESOURCE_EXHAUSTED, error.message);
  if (error instanceof LogStopped) return new CallFailed(status.UNAVAILABLE, error.message);
  return new CallFailed(status.UNKNOWN, String(error));
}
