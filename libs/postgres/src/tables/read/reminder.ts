import type { Day, Instant } from './values.js';

/** What an office was told that was decided about what it answers for. */
export interface NoticeRow {
  readonly id: string;
  readonly body: string;
  readonly office: string;
  readonly day: Day;
  readonly recorded_at: Instant;
  readonly about: object;
}

/** A message that was sent to an office, id `<office>_<day>`. */
export interface ReminderRow {
  readonly id: string;
  readonly body: string;
  readonly office: string;
  readonly day: Day;
  readonly recorded_at: Instant;
  readonly items: readonly object[];
  readonly approvals: readonly object[];
}

/** A step of the ladder that a message has already told. */
export interface RemindedRow {
  readonly objective_id: string;
  readonly share_id: string;
  readonly deadline_id: string;
  readonly instance: Day;
  readonly step: string;
}

export interface ReminderTables {
  readonly 'read.notice': NoticeRow;
  readonly 'read.reminder': ReminderRow;
  readonly 'read.reminded': RemindedRow;
}
