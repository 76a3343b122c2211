import type { LocalDate } from '../values.js';

interface Common {
  /** Unique within its objective. */
  readonly id: string;
  /** The shares that answer for it. */
  readonly shareIds: readonly string[];
  /** The words of the plan it was read from. */
  readonly text: string;
}

/**
 * The seven kinds of deadline found in published plans, as data.
 * What has a day generates instances; relative has one for each fact that is reported, after none until a variation gives it a day.
 */
export type Deadline = Common &
  (
    | { readonly kind: 'fixed'; readonly on: LocalDate }
    /**
     * A report on the state as of a day; due `graceDays` later, on `dueOn`. Absent in logs of earlier releases, which let it fall
     * due never: what they decided stays decided.
     */
    | { readonly kind: 'as-of'; readonly asOf: LocalDate; readonly graceDays: number; readonly dueOn?: LocalDate }
    /** Something begins on `from` (and, for a window, is open until `until`). */
    | { readonly kind: 'start'; readonly from: LocalDate; readonly until: LocalDate | null }
    /** One instance a period; a nil return fulfils it where `nilReturn`. */
    | {
        readonly kind: 'recurring';
        readonly every: 'week' | 'month';
        readonly from: LocalDate;
        readonly until: LocalDate;
        readonly nilReturn: boolean;
        /** Of the week (1 is Monday) or of the month, where that is shorter its last; absent: the last, and on `until` for what is left. */
        readonly day?: number;
      }
    /** Counted from an event of the world: "within the next four months from the minutes". */
    | { readonly kind: 'relative'; readonly to: string; readonly within: string }
    /** After something else is done. */
    | { readonly kind: 'after'; readonly dependsOn: string }
    /** Nothing said: the last day of the plan. */
    | { readonly kind: 'horizon'; readonly on: LocalDate }
  );

/** One occasion on which a deadline falls due. */
export interface DeadlineInstance {
  readonly deadlineId: string;
  /** Names the instance within its deadline: the day it falls due. */
  readonly instance: LocalDate;
  readonly dueOn: LocalDate;
  /** The period of a recurring deadline. */
  readonly every: 'week' | 'month' | null;
}
