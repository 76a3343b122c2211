import type { Day, Instant } from './values.js';

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
  /** The period of a recurring deadline; its ladder of reminders is shorter. */
  readonly every: 'week' | 'month' | null;
  /** The instant from which an unanswered instance is missed. */
  readonly missed_at: Instant;
  /** The assigned office; until then the share's area. */
  readonly office: string | null;
  /** Of the objective. */
  readonly title: string;
  /** Of the deadline. */
  readonly text: string;
  /**
   * `void`: nobody has to answer, because the share is not assigned yet or its rendicontazione is approved.
   * `moved`: a variation put another day in its place.
   */
  readonly status: 'open' | 'met' | 'missed' | 'late' | 'void' | 'moved';
  /** Whether work on the share rests: its clock stands still, and nobody is reminded. */
  readonly frozen: boolean;
  /** The rest that lasts on the share, with its last day as it stands; null: work goes on. */
  readonly rest: { readonly from: Day; readonly until: Day } | null;
  /** Whether the office has taken note of the share, from when on it is reminded; `unasked`: this body asks no one to. */
  readonly acknowledgement: 'unasked' | 'awaited' | 'given';
  /** What became of the reason that was given for missing it; null: none was given. */
  readonly justification: 'submitted' | 'accepted' | 'rejected' | null;
  /** Whether one of the same miss was rejected before: it holds off no degree. */
  readonly said_again: boolean;
  /** How an accepted one counts, or is proposed to count. */
  readonly effect: 'full' | 'reduced' | 'neutral' | null;
  /** Its way through the chain; null until the first has decided. */
  readonly weighing: object | null;
  /** The office that decides next; null: whoever begins, or nobody. */
  readonly judged_by: string | null;
  readonly answered_on: Day | null;
  /** The progress report that answered it in time. */
  readonly progress_id: string | null;
  /** Whether it was answered with a nil return. */
  readonly nil: boolean;
  readonly late_reason: string | null;
  readonly late_note: string | null;
  /** When it was marked as missed in the log, also where that was lifted since; null: it was not. */
  readonly marked_at: Instant | null;
  /** By what that was lifted, and when; null: it was not. */
  readonly lifted: MissLifted | null;
}

export interface MissLifted {
  /** The day of the act. */
  readonly on: Day;
  readonly recordedAt: Instant;
  readonly act: { readonly kind: string; readonly number: string; readonly date: Day | null };
  /** That moved it; null: a suspension or a removal lifted it. */
  readonly variationId: string | null;
  /** A removal lifted it. */
  readonly isRemoved?: true;
  /** The day on which it was held to be missed. */
  readonly dueOn: Day;
}

export interface DueTables {
  readonly 'read.due': DueRow;
}
