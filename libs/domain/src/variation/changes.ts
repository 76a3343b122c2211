import type { PlannedObjective, PlannedShare, Target } from '../plan/document.js';
import type { Answering } from '../separation/may-answer.js';
import type { ActReference, Decimal, LocalDate } from '../values.js';

/** One thing that a variation changes in a plan. Objectives are named as they are numbered in it. */
export type PlanChange =
  /** The day on which it falls due, of a series its last one; a deadline that had no day gets one. */
  | {
      readonly kind: 'move-deadline';
      readonly objectiveId: string;
      readonly deadlineId: string;
      readonly to: LocalDate;
    }
  | {
      readonly kind: 'change-indicator';
      readonly objectiveId: string;
      readonly indicatorId: string;
      readonly text: string;
      readonly target: Target | null;
      /** That the text cites; absent: none, and in logs of earlier releases. */
      readonly acts?: readonly ActReference[];
    }
  | { readonly kind: 'move-weight'; readonly from: string; readonly to: string; readonly points: Decimal }
  /** Another area takes part, measured by some of the indicators and bound by some of the deadlines. */
  | {
      readonly kind: 'add-share';
      readonly objectiveId: string;
      readonly share: Pick<PlannedShare, 'areaId' | 'unit' | 'weight' | 'funding'>;
      readonly indicatorIds: readonly string[];
      readonly deadlineIds: readonly string[];
    }
  | { readonly kind: 'add-objective'; readonly objective: PlannedObjective }
  /** Stralcio: it stays in the plan and in the report. */
  | {
      readonly kind: 'remove-objective';
      readonly objectiveId: string;
      /** Not under the control of whoever answers for it. */
      readonly cause: string;
      readonly note: string;
      readonly weight: 'redistribute' | 'neutralise';
    };

export type PlanChangeOf<K extends PlanChange['kind']> = Extract<PlanChange, { readonly kind: K }>;

/** Who will answer for a share that the plan does not have yet. */
export function answeringAnew(change: PlanChange): readonly Answering[] {
  switch (change.kind) {
    case 'add-share': {
      const { areaId: office } = change.share;
      return [{ share: `${change.objectiveId}-${office}`, office }];
    }
    case 'add-objective':
      return change.objective.shares.map(({ id: share, areaId: office }) => ({ share, office }));
    default:
      return [];
  }
}
