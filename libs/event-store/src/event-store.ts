/** Zero-based number of an event in its stream, as EventStoreDB counts. */
export type Revision = number;

/** Place of an event in the whole log: strictly increasing, not dense (EventStoreDB's commit position). */
export type Position = bigint;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** What the writer says must be true of the stream. A number is the exact revision of its last event. */
export type ExpectedRevision = Revision | 'no-stream' | 'any' | 'stream-exists';

export interface NewEvent {
  /** UUID; the same id at the same expected revision is appended once, however often it is sent. */
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
  /** When the store wrote it, ISO 8601 UTC. Facts about the world are in the metadata, never here. */
  readonly createdAt: string;
}

export interface Appended {
  readonly revision: Revision;
  readonly position: Position;
}

export interface ReadOptions {
  readonly direction?: 'forwards' | 'backwards';
  /** Inclusive; defaults to the first event forwards, the last backwards. */
  readonly from?: Revision;
  readonly limit?: number;
}

export interface ReadAllOptions {
  readonly direction?: 'forwards' | 'backwards';
  /** Inclusive forwards, exclusive backwards, as EventStoreDB has it. */
  readonly from?: Position;
  readonly limit?: number;
  /** Only streams whose name starts with one of these. System streams (`$…`) never come. */
  readonly prefixes?: readonly string[];
}

export interface FollowOptions {
  /** Exclusive. Absent: from the first event ever written. */
  readonly after?: Position;
  readonly prefixes?: readonly string[];
  /** Ends the subscription; the iterator then finishes without an error. */
  readonly signal?: AbortSignal;
}

/** What a subscription tells: an event, a position it has passed without a match, or that it is now live. */
export type Followed =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  | { readonly kind: 'checkpoint'; readonly position: Position }
  | { readonly kind: 'caught-up' };

/** The log as the rest of the code sees it. Every implementation passes `test/conformance`. */
export interface EventStore {
  /**
   * Appends all events or none.
   * @throws WrongRevision when `expected` does not hold; nothing was written
   * @throws OutcomeUnknown when the connection was lost before the answer: append again with the same
   *   ids and the same expected revision, never decide again first
   * @throws StoreUnavailable when the store cannot be reached or cannot write; nothing was written
   * @throws AppendRefused when this append can never be written
   */
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;
  /** Events of one stream; nothing when the stream does not exist. */
  read(stream: string, options?: ReadOptions): AsyncIterable<RecordedEvent>;
  readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent>;
  /** Catches up, then stays. Throws when the connection is lost: start again after the last position seen. */
  follow(options?: FollowOptions): AsyncIterable<Followed>;
  close(): Promise<void>;
}

/** The stream is not at the revision the writer expected. */
export class WrongRevision extends Error {
  override readonly name = 'WrongRevision';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** Revision of the last event, or `no-stream`. */
    readonly actual: Revision | 'no-stream',
  ) {
    super(`${stream} is at ${actual}, expected ${expected}`);
  }
}

/** The store did not answer: the events may or may not have been written. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** The store cannot be reached, or refuses to write (disk full); nothing was written. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The store will never take this append (too large, a deleted stream, no permission); nothing was written. */
export class AppendRefused extends Error {
  override readonly name = 'AppendRefused';
}
