import type { ActReference, Day, Instant, Position } from './values.js';

/** An act of the register. */
export interface ActRow {
  /** Of its stream. */
  readonly act_id: string;
  /** `2022-dgc-54`; as its stream's id, but where an older release told an acronym from the same with dots. */
  readonly called: string;
  readonly kind: string;
  readonly number: string;
  readonly date: Day;
  readonly organ: string;
  readonly title: string;
  readonly effective_from: Day | null;
  readonly file: object | null;
  readonly corrections: readonly object[];
  readonly revision: number;
  readonly recorded_at: Instant;
}

/** One thing names another: an event that cites an act, or an act that says what it has to do with. */
export interface ActEdgeRow {
  readonly position: Position;
  /** Place among the edges of its event, from 0. */
  readonly place: number;
  /** Category and id of the stream that says so. */
  readonly source_kind: string;
  readonly source_id: string;
  readonly plan_id: string | null;
  readonly share_id: string | null;
  readonly line: number | null;
  readonly relation: string;
  readonly target_kind: string;
  readonly target_id: string;
  /** As written; null where the target is no act. */
  readonly reference: ActReference | null;
  readonly type: string;
}

export interface ActTables {
  readonly 'read.act': ActRow;
  readonly 'read.act_edge': ActEdgeRow;
}
