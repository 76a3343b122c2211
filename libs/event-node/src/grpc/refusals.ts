import { status } from '@grpc/grpc-js';
import type { ExpectedRevision } from '../log/append.js';
import { revisionText } from '../log/revision.js';
import { CallFailed } from './status.js';

// What calls about streams are refused with; the batch append has answers of its own.

export function streamDeleted(stream: string): CallFailed {
  return new CallFailed(status.FAILED_PRECONDITION, `The stream ${stream} is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
}

export function wrongRevision(stream: string, expected: ExpectedRevision, current: number): CallFailed {
  const [wanted, actual] = [signedDecimal(expected), revisionText(current)];
  const details = `The stream ${stream} was expected at revision ${wanted} and is at ${actual}.`;
  return new CallFailed(status.FAILED_PRECONDITION, details, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': wanted,
    'actual-version': actual,
  });
}

export function timedOut(): CallFailed {
  return new CallFailed(status.ABORTED, 'Operation timed out: the deadline passed before it was written.');
}

/** Expected revisions as trailers say them. */
function signedDecimal(expected: ExpectedRevision): string {
  switch (expected) {
    case 'no-stream':
      return '-1';
    case 'any':
      return '-2';
    case 'stream-exists':
      return '-4';
    default:
      return revisionText(expected);
  }
}
