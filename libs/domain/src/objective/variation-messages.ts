import type { PlannedObjective } from '../plan/document.js';
import type { ActReference, Actor, Instant, LocalDate } from '../values.js';

export interface VaryObjective {
  readonly type: 'objective.vary';
  readonly variationId: string;
  /** As the plan has it now, whole. */
  readonly objective: PlannedObjective;
  /** Of the plan that has it so; absent: it is not asked whether a later one has come before. */
  readonly version?: number;
  readonly act: ActReference | null;
  readonly by: Actor;
  readonly at: Instant;
}

export interface ObjectiveVaried {
  readonly type: 'objective.varied.v1';
  readonly data: {
    readonly variationId: string;
    readonly objective: PlannedObjective;
    readonly horizon: LocalDate;
    /** Shares that are new or told something else than before: their offices take note anew. */
    readonly shareIds: readonly string[];
    readonly act: ActReference | null;
    /** First day that binds shares that are new; absent in logs of earlier releases: all bind. */
    readonly from?: LocalDate;
    /** Of the plan that has it so; absent in logs of earlier releases. */
    readonly version?: number;
  };
}
