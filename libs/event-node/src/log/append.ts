import type { ProposedEvent } from './record.js';
import { metadataStreamOf } from './stream-metadata.js';
import { isTombstoned } from './tombstone.js';

/** A number is the exact revision of the stream's last event. */
export type ExpectedRevision = number | 'no-stream' | 'any' | 'stream-exists';

export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly ProposedEvent[];
  /** Milliseconds since the epoch after which it must not be written any more. */
  readonly deadlineMs: number;
}

export interface Deletion {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** With a tombstone: nobody brings it back. */
  readonly forGood: boolean;
  readonly deadlineMs: number;
}

/** What an append is decided on: everything written so far, the undecided rest excluded. */
export interface Written {
  /** -1 when the stream does not exist, `TOMBSTONE` when it never will again. */
  lastRevision(stream: string): number;
  /** Deleted, but not for good. */
  isDeleted(stream: string): boolean;
  idAt(stream: string, revision: number): string | undefined;
  /** Revision of a recently written event of the stream; forgets old ones, as EventStoreDB does. */
  recentRevision(stream: string, id: string): number | undefined;
}

/** What of an append matters to the decision: never type or content. */
export interface Proposal {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly { readonly id: string }[];
}

export type Decision =
  | { readonly kind: 'write'; readonly firstRevision: number }
  /** All of it stands already; `revision` is that of its last event. */
  | { readonly kind: 'repeated'; readonly revision: number }
  /** `current` is -1 when the stream does not exist. */
  | { readonly kind: 'wrong-revision'; readonly current: number }
  /** Tombstoned; or deleted, where a stream was expected to exist. */
  | { readonly kind: 'stream-deleted' };

/**
 * Decides one append the way EventStoreDB does.
 *
 * Below the current revision, the same ids at the same places are a repeated append; at the current revision ids are
 * not looked at; with `any` and `stream-exists` recently written ids are.
 */
export function decide({ stream, expected, events }: Proposal, written: Written): Decision {
  const current = written.lastRevision(stream);
  if (isTombstoned(written, stream, current)) return { kind: 'stream-deleted' };
  const wrong: Decision = { kind: 'wrong-revision', current };
  const write: Decision = { kind: 'write', firstRevision: current + 1 };

  if (expected === 'any' || expected === 'stream-exists') {
    if (expected === 'stream-exists') {
      if (written.isDeleted(stream)) return { kind: 'stream-deleted' };
      if (current < 0 && written.lastRevision(metadataStreamOf(stream)) < 0) return wrong;
    }
    const known = events.map(({ id }) => written.recentRevision(stream, id));
    if (known[0] === undefined) return write;
    const last = known.at(-1);
    return last !== undefined && known.every((revision) => revision !== undefined)
      ? { kind: 'repeated', revision: last }
      : wrong;
  }

  const expectedRevision = expected === 'no-stream' ? -1 : expected;
  if (expectedRevision === current) return write;
  if (expectedRevision > current || events.length === 0) return wrong;
  const different = events.findIndex(({ id }, index) => written.idAt(stream, expectedRevision + 1 + index) !== id);
  if (different < 0) return { kind: 'repeated', revision: expectedRevision + events.length };
  // who expects no stream brings a deleted one back
  return different === 0 && expected === 'no-stream' && written.isDeleted(stream) ? write : wrong;
}
