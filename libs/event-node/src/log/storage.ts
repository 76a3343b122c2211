/** An event as it is kept: the very bytes a read sends. */
export interface Stored {
  /** Place in the whole log, counted from 1. */
  readonly position: number;
  /** A `ReadResp` message; see record.ts. */
  readonly bytes: Buffer;
}

/** An event as one of its stream's. */
export interface StreamEvent extends Stored {
  readonly revision: number;
}

export interface Entry extends StreamEvent {
  readonly stream: string;
}

export type Direction = 'forwards' | 'backwards';

/**
 * What a log is kept in. Reads see whole batches only, and only after they are durable.
 *
 * Positions and revisions increase and may have gaps, where events were removed: go on after the last one you got.
 */
export interface Storage {
  /** 0 when nothing was ever written; removed events count. */
  lastPosition(): number;
  /** -1 when the stream does not exist; removed events count. */
  lastRevision(stream: string): number;
  eventAt(stream: string, revision: number): StreamEvent | undefined;
  /**
   * One page of the whole log, from the first event at or beyond `from`; is empty only at the end, and may hold fewer
   * than `limit` when events are large.
   */
  page(from: number, direction: Direction, limit: number): Stored[];
  /** One page of a stream, in the same way. */
  streamPage(stream: string, from: number, direction: Direction, limit: number): StreamEvent[];
  /**
   * Keeps all entries or none; positions are beyond the last one and increase, as do the revisions of each stream.
   * @throws NotWritten when the disk has no room or refuses; nothing was kept
   * @throws Error for anything else; whether they are kept is only known after opening again
   */
  write(entries: readonly Entry[]): Promise<void>;
  /**
   * Forgets all of these events or none; last positions and last revisions stay what they are. The newest event of
   * the log is kept whatever is asked: it is where the log goes on.
   * @throws NotWritten as `write`
   */
  remove(events: readonly Omit<Entry, 'bytes'>[]): Promise<void>;
  /**
   * Gives the room of removed events back to whoever lent it, in steps between which appends and reads go on. One at a
   * time, and nothing is removed meanwhile.
   * @throws NotWritten when there is no room to do it in; AbortError when `signal` aborts; the log is as it was
   */
  compact(signal: AbortSignal): Promise<Compacted>;
  close(): Promise<void>;
}

export interface Compacted {
  /** Sizes of the log's file. */
  readonly bytesBefore: number;
  readonly bytesAfter: number;
  /** How long appends had to wait while the files were exchanged. */
  readonly pauseMs: number;
}

/** The disk has no room, or refuses: nothing was written, reading goes on. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
}

/** A page ends when it holds this many bytes, so that large events do not pile up in memory. */
export const PAGE_BYTES = 128 * 1024;
