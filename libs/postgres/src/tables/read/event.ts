import type { Day, Instant, Position } from './values.js';

export interface EventRow {
  readonly position: Position;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly actor_id: string;
  readonly office: string;
  readonly plan_id: string | null;
  /** As in HTTP: `2022-20.4.1a`. */
  readonly objective_id: string | null;
  readonly share_id: string | null;
  readonly occurred_on: Day;
  readonly recorded_at: Instant;
  readonly data: object;
  readonly metadata: object;
}

export interface EventTables {
  readonly 'read.event': EventRow;
}
