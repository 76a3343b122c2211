import type { Instant } from './values.js';

/** What a body says of itself; one row. */
export interface BodyRow {
  readonly id: string;
  readonly body: string;
  readonly name: string | null;
  /** The patron saint's day, `MM-DD`; null where there is none, or nobody has said. */
  readonly patron_day: string | null;
  readonly offices: readonly object[];
}

/** A refused consequence that somebody has seen to. */
export interface RefusedSettledRow {
  /** Id of the stream that says so. */
  readonly id: string;
  readonly cause: string;
  readonly stream: string;
  readonly note: string;
  /** The account. */
  readonly person: string;
  readonly recorded_at: Instant;
}

export interface BodyTables {
  readonly 'read.body': BodyRow;
  readonly 'read.refused_settled': RefusedSettledRow;
}
