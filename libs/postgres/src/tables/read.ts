// Schema `read`: what the log says, laid out for questions. The only writer is #read-model; any table may be dropped
// at any time and is then built again from the log. Instants and days are text, decimals `numeric` (text in a program).

/** An instant, `2022-05-16T08:00:00.000Z`. */
type Instant = string;
/** A day in Italy, `2022-05-16`. */
type Day = string;
/** A number that must stay exact, as text: `"97.5"`. */
type Decimal = string;
/** A position in the log; -1 before its first event. */
type Position = string;

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

/** One occasion on which a share must have done something. */
export interface DueRow {
  readonly body: string;
  readonly objective_id: string;
  readonly share_id: string;
  readonly deadline_id: string;
  readonly instance: Day;
  /** Kind of the deadline: `fixed`, `recurring`, … */
  readonly kind: string;
  readonly due_on: Day;
  /** The instant from which an unanswered instance is missed. */
  readonly missed_at: Instant;
  /** The assigned office; until then the share's area. */
  readonly office: string | null;
  /** Of the objective. */
  readonly title: string;
  /** Of the deadline. */
  readonly text: string;
  /** `void`: nobody has to answer any more. */
  readonly status: 'open' | 'met' | 'missed' | 'late' | 'void';
  readonly answered_on: Day | null;
  /** Whether it was answered with a nil return. */
  readonly nil: boolean;
  readonly late_reason: string | null;
  readonly late_note: string | null;
}

/** A message that was sent to an office, id `<office>_<day>`. */
export interface ReminderRow {
  readonly id: string;
  readonly body: string;
  readonly office: string;
  readonly day: Day;
  readonly recorded_at: Instant;
  readonly items: readonly object[];
}

/** A step of the ladder that a message has already told. */
export interface RemindedRow {
  readonly objective_id: string;
  readonly share_id: string;
  readonly deadline_id: string;
  readonly instance: Day;
  readonly step: string;
}

/** The shared columns that other libs ask for; #read-model adds its own tables beside them. */
export interface ReadTables {
  readonly 'read.checkpoint': CheckpointRow;
  readonly 'read.parked': ParkedRow;
  readonly 'read.progress': WorkerProgressRow;
  readonly 'read.event': EventRow;
  readonly 'read.due': DueRow;
  readonly 'read.reminder': ReminderRow;
  readonly 'read.reminded': RemindedRow;
}
