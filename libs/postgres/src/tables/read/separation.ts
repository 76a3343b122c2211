import type { ActReference, Day, Instant, Position } from './values.js';

/** Who is on the other side of the control of one subject, as it stands. */
export interface ControlSideRow {
  /** Id of the stream. */
  readonly scope: string;
  /** Of what is controlled within the stream: a share, or the subject itself. */
  readonly id: string;
  readonly plan_id: string | null;
  readonly authors: readonly string[];
  readonly offices: readonly string[];
  readonly scored: readonly string[];
  /** Persons who are paid on the outcome. */
  readonly beneficiaries: readonly string[];
  /** Offices that have the credit of some days of what an approval of no single share changes. */
  readonly credited: readonly { readonly office: string; readonly from: Day; readonly to: Day }[];
  /** Last day of the plan's time; null: not of a share. */
  readonly horizon: Day | null;
  /** Who answered for the share, from when to when. */
  readonly holders: readonly { readonly office: string; readonly from: Day | null; readonly to: Day | null }[];
  /** The share as the plan has it now, whatever an approval froze; null: not of a share. */
  readonly share: {
    readonly area: string;
    /** Null until it is assigned. */
    readonly office: string | null;
    /** The words of its indicators. */
    readonly findings: readonly string[];
  } | null;
  /** First days of its rests that no act has ratified, oldest first. */
  readonly unratified: readonly Day[];
  /** On which a run or a variation decides something. */
  readonly objectives: readonly string[];
  /** The version that its approval follows; null: the log does not say, or there is none. */
  readonly workflow: { readonly id: string; readonly version: number } | null;
  /** The steps of the chain, by id. */
  readonly routes: object;
  /** Who has voted at which step of the approval that is open. */
  readonly took: Readonly<Record<string, readonly string[]>>;
  /** Who prepared it, and as which office. */
  readonly prepared: readonly { readonly person: string; readonly office: string }[];
  /** Where in the log its approval set out; null: it has none, or none that judges it anew. */
  readonly set_out: Position | null;
  /** Id of the command of the last vote. */
  readonly last_vote: string | null;
}

/** One step of a control that somebody took, and who was on the other side then. */
export interface SeparationCheckRow {
  readonly position: Position;
  readonly recorded_at: Instant;
  readonly occurred_on: Day;
  /** Of which the right is asked: that of the recording, the earlier one that is told, the first day of what is decided. */
  readonly days: readonly Day[];
  readonly subject: string;
  /** Id of the stream: of the plan, the objective, the variation, the evaluation or the run. */
  readonly subject_id: string;
  readonly plan_id: string | null;
  readonly objective_id: string | null;
  readonly share_id: string | null;
  readonly step: string;
  /** In every language; null where the log does not say how the step is called. */
  readonly step_name: { readonly it: string; readonly en: string } | null;
  readonly outcome: string;
  readonly person: string;
  readonly office: string;
  readonly on_behalf_of: string | null;
  /** Whether it may be done in whosever place they act as the office; false: it was done in that of `on_behalf_of`. */
  readonly any_place: boolean;
  readonly authors: readonly string[];
  readonly offices: readonly string[];
  readonly scored: readonly string[];
  /** Persons who are paid on the outcome. */
  readonly beneficiaries: readonly string[];
  /** Offices that have the credit of some days of it; `coming`: also who is known to hold one later in them is paid. */
  readonly credited: readonly {
    readonly office: string;
    readonly from: Day;
    readonly to: Day;
    readonly coming?: boolean;
  }[];
  /** Persons who took a step before, of which this one is independent. */
  readonly earlier: readonly string[];
  /** The version that the approval followed; null: the log does not say, or it was no deed on one. */
  readonly workflow: { readonly id: string; readonly version: number } | null;
  /** Of a step of a chain: where in the log the approval had set out; null: it was no step of one, or the log does not say. */
  readonly set_out: Position | null;
  /** That was cited; null: none. */
  readonly act: ActReference | null;
  readonly rerouted_from: string | null;
  readonly rule: string | null;
}

/** An objective on which a step decides that is told elsewhere: of a run, of a variation. */
export interface SeparationConcernRow {
  readonly position: Position;
  readonly objective_id: string;
}

export interface SeparationTables {
  readonly 'read.control_side': ControlSideRow;
  readonly 'read.separation_concern': SeparationConcernRow;
  readonly 'read.separation_check': SeparationCheckRow;
}
