import type { WeightPolicy } from '../objective/lifecycle-messages.js';
import type { ActReference } from '../values.js';
import type { PlanChange, PlanChangeOf } from '../variation/changes.js';
import type { Surroundings } from '../variation/standing.js';
import type { PlannedObjective } from './document.js';

export interface VaryPlan {
  readonly type: 'plan.vary';
  readonly variationId: string;
  readonly changes: readonly PlanChange[];
  readonly act: ActReference | null;
  /** As they stand, those that the changes name. */
  readonly objectives: Surroundings['objectives'];
}

export interface PlanVaried {
  readonly type: 'plan.varied.v1';
  readonly data: {
    readonly planId: string;
    readonly variationId: string;
    /** Of the document, from 1 as drafted. */
    readonly version: number;
    readonly act: ActReference | null;
    /** Those that are new or other than before, whole. */
    readonly objectives: readonly PlannedObjective[];
    /** Ids of the new ones among them. */
    readonly added: readonly string[];
    /** Ids of shares that are new, of objectives new and old; absent in logs of earlier releases: not known. */
    readonly addedShares?: readonly string[];
    readonly removed: readonly Omit<PlanChangeOf<'remove-objective'>, 'kind'>[];
  };
}

/** A share was removed by an act of its own, without a variation: the plan takes note, and its weight goes where was said. */
export interface RemoveShare {
  readonly type: 'plan.remove-share';
  readonly objectiveId: string;
  readonly shareId: string;
  readonly weight: WeightPolicy;
  readonly act: ActReference;
  /** As they stand, those that have shares in the same area. */
  readonly objectives: Surroundings['objectives'];
}

export interface ShareRemoved {
  readonly type: 'plan.share-removed.v1';
  readonly data: {
    readonly planId: string;
    /** Of the document, from 1 as drafted. */
    readonly version: number;
    readonly objectiveId: string;
    readonly shareId: string;
    readonly act: ActReference;
    /** Those whose shares bear its weight from now on, whole; none where it was neutralised, or nobody could. */
    readonly objectives: readonly PlannedObjective[];
  };
}
