import type { ProposedEvent } from './record.js';

/** A number is the exact revision of the stream's last event. */
export type ExpectedRevision = number | 'no-stream' | 'any' | 'stream-exists';

export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly ProposedEvent[];
  /** Milliseconds since the epoch after which it must not be written any more. */
  readonly deadlineMs: number;
}

/** What an append is decided on: everything written so far, the undecided rest excluded. */
export interface Written {
  /** -1 when the stream does not exist. */
  lastRevision(stream: string): number;
  idAt(stream: string, revision: number): string | undefined;
  /** Revision of a recently written event of the stream; forgets old ones, as EventStoreDB does. */
  recentRevision(stream: string, id: string): number | undefined;
}

export type Decision =
  | { readonly kind: 'write'; readonly firstRevision: number }
  /** All of it stands already; `revision` is that of its last event. */
  | { readonly kind: 'repeated'; readonly revision: number }
  /** `current` is -1 when the stream does not exist. */
  | { readonly kind: 'wrong-revision'; readonly current: number };

/**
 * Decides one append the way EventStoreDB does.
 *
 * Below the current revision, the same ids at the same places are a repeated append; at the current revision ids are
 * not looked at; with `any` and `stream-exists` recently written ids are.
 */
export function decide({ stream, expected, events }: Append, written: Written): Decision {
  const current = written.lastRevision(stream);
  const wrong: Decision = { kind: 'wrong-revision', current };
  const write: Decision = { kind: 'write', firstRevision: current + 1 };

  if (expected === 'any' || expected === 'stream-exists') {
    const hasMetadata = () => written.lastRevision(`$$${stream}`) >= 0;
    if (expected === 'stream-exists' && current < 0 && !hasMetadata()) return wrong;
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
  const repeated = events.every(({ id }, index) => written.idAt(stream, expectedRevision + 1 + index) === id);
  return repeated ? { kind: 'repeated', revision: expectedRevision + events.length } : wrong;
}
