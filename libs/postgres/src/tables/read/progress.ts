import type { Instant, Position } from './values.js';

/** How far a projection has come. */
export interface CheckpointRow {
  readonly projection: string;
  readonly version: number;
  /** SHA-256 of its tables' definitions: another shape is another version. */
  readonly shape: string;
  readonly position: Position;
  /** `timestamptz` of the database's clock. */
  readonly updated_at: Date;
}

/** An event that a projection could not take, or that came after one in the same stream. Positions, never payloads. */
export interface ParkedRow {
  readonly projection: string;
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  /** Null on the events that only follow the one that failed. */
  readonly error: string | null;
  readonly parked_at: Date;
}

/** How far the worker has come with reactions and with planning alarms; written by the worker. */
export interface WorkerProgressRow {
  readonly body: string;
  readonly reacted_position: Position;
  readonly planned_position: Position;
  readonly planned_now: Instant | null;
}

/** What should have followed from an event in another stream, and the rules refused there; written by the worker. */
export interface RefusedRow {
  readonly body: string;
  /** Id of the event, its type and its stream. */
  readonly cause: string;
  readonly cause_type: string;
  readonly cause_stream: string;
  readonly stream: string;
  readonly code: string;
  readonly refused_at: Date;
}

export interface ProgressTables {
  readonly 'read.checkpoint': CheckpointRow;
  readonly 'read.parked': ParkedRow;
  readonly 'read.progress': WorkerProgressRow;
  readonly 'read.refused': RefusedRow;
}
