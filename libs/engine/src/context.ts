import type { LocalDate } from '#domain';
import type { JsonObject, Position, Revision } from '#event-store';
import type { Supposed } from './supposed.js';

/** What surrounds a command: who asked for it when, under which key. */
export interface CommandContext {
  /** UUID; the same id is carried out once, however often it comes. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly onBehalfOf?: string | null;
  /** When it happened in the world; the command's own day when absent. */
  readonly occurredOn?: LocalDate;
  /** The revision that the caller has seen; -1 for a stream that must not exist. */
  readonly expectedRevision?: Revision;
  /** Only say what would happen: nothing is written, `execute` ends with `Rehearsed` or with the refusal. */
  readonly dryRun?: boolean;
  /** Of a dry run among several: the streams as those before it found them, or would leave them. */
  readonly supposing?: Supposed;
  /** What the caller sent, where the command carries more than that: it tells whether a key comes back with something else. */
  readonly request?: JsonObject;
}

export interface Executed {
  readonly revision: Revision;
  readonly position: Position;
  /** Whether the command had been carried out before; the answer is then the one given before. */
  readonly repeated: boolean;
  /** Types of the events the command ended in. */
  readonly events: readonly string[];
}
