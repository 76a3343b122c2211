/** An event as it is kept: the very bytes a read sends. */
export interface Stored {
  /** Place in the whole log, counted from 1. */
  readonly position: number;
  /** A `ReadResp` message; see record.ts. */
  readonly bytes: Buffer;
}

export interface Entry extends Stored {
  readonly stream: string;
  readonly revision: number;
}

export type Direction = 'forwards' | 'backwards';

/** What a log is kept in. Reads see whole batches only, and only after they are durable. */
export interface Storage {
  /** 0 when nothing was ever written. */
  lastPosition(): number;
  /** -1 when the stream does not exist. */
  lastRevision(stream: string): number;
  eventAt(stream: string, revision: number): Stored | undefined;
  /** One page of the whole log, `from` included; may hold fewer than `limit` only at the end or when events are large. */
  page(from: number, direction: Direction, limit: number): Stored[];
  /** One page of a stream, `from` included. */
  streamPage(stream: string, from: number, direction: Direction, limit: number): Stored[];
  /**
   * Keeps all entries or none; positions follow the last one without gaps.
   * @throws NotWritten when the disk has no room or refuses; nothing was kept
   * @throws Error for anything else; whether they are kept is only known after opening again
   */
  write(entries: readonly Entry[]): Promise<void>;
  close(): Promise<void>;
}

/** The disk has no room, or refuses: nothing was written, reading goes on. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
}

/** A page ends when it holds this many bytes, so that large events do not pile up in memory. */
export const PAGE_BYTES = 2 * 1024 * 1024;
