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
    readonly removed: readonly Omit<PlanChangeOf<'remove-objective'>, 'kind'>[];
  };
}
