import type { PlannedObjective } from '../plan/document.js';
import type { ActReference, Actor, Instant, LocalDate } from '../values.js';
import type { InstanceRef } from './late.js';

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
    /** Occasions that are new and fall due later than the plan says: work has rested since the act. Absent: none does. */
    readonly shifted?: readonly Shifted[];
    /** By share, the day before which its series bind nobody; absent: they bind from the first. */
    readonly seriesFrom?: Readonly<Record<string, LocalDate>>;
  };
}

/** An occasion of a share, and the day on which it falls due. */
export interface Shifted extends InstanceRef {
  readonly shareId: string;
  readonly dueOn: LocalDate;
}

/** The occasion that takes the place of one that was missed, and its day: while work rested it may have moved on. */
export interface MovedTo {
  readonly instance: LocalDate;
  readonly dueOn: LocalDate;
}

/** The register dates the act after the last day by now: it had been missed. */
export interface MissRestored {
  readonly type: 'objective.miss-restored.v1';
  readonly data: InstanceRef & {
    readonly shareId: string;
    readonly dueOn: LocalDate;
    /** That had lifted it, of its day by now. */
    readonly act: ActReference;
    readonly reason: string;
    /** When it was done, be it since; absent: it was not. */
    readonly fulfilledOn?: LocalDate;
  };
}

/** An act that was recorded late had moved the deadline before it was over, let work rest on its day or removed the share: it was never missed. */
export interface MissLifted {
  readonly type: 'objective.miss-lifted.v1';
  readonly data: InstanceRef & {
    readonly shareId: string;
    /** The day on which it was held to be missed. */
    readonly dueOn: LocalDate;
    /** That moved it; absent: a suspension or a removal lifted it. */
    readonly variationId?: string;
    readonly act: ActReference;
    /** Null: the plan has no such occasion any more. While work rests, itself: it falls due as many days later; of a removed share, too. */
    readonly movedTo: MovedTo | null;
    /** The last day of the rest as it stood; absent: no rest lifted it. */
    readonly restsUntil?: LocalDate;
    /** The share was removed by then, and nothing bound it; absent: no removal lifted it. */
    readonly isRemoved?: true;
    /** When it was done, where it had been answered late; absent: it was not. */
    readonly fulfilledOn?: LocalDate;
  };
}
