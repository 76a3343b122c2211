import type { Actor, Instant, LocalDate } from './values.js';

/** What every event carries beside its data. */
export interface EventMetadata {
  /** The first cause: the id of the request that set things going. */
  readonly $correlationId: string;
  /** What caused this event directly: the command's id, or the event a reaction answered. */
  readonly $causationId: string;
  readonly commandId: string;
  /** SHA-256 of the command as sent, so that a key used again for something else is recognised. */
  readonly commandHash: string;
  readonly actor: Actor;
  readonly onBehalfOf: string | null;
  readonly body: string;
  /** When it happened in the world. */
  readonly occurredOn: LocalDate;
  /** That the caller told that day, though it is the act's as well. Absent: it is not the act's, or nobody told it. */
  readonly dayTold?: true;
  /** When the system took note. */
  readonly recordedAt: Instant;
  readonly schemaVersion: number;
  /** Hash of the stream's previous event; null on its first. */
  readonly previousHash: string | null;
  readonly hash: string;
}
