import {
  askedAt,
  currentStep,
  type Approval,
  type Instant,
  type LateReason,
  type LocalDate,
  type Stuck,
} from '#domain';
import type { DueRow } from '#postgres';

/** One occasion on which a share must have done something, and what became of it. */
export interface DueItem {
  readonly objectiveId: string;
  readonly shareId: string;
  readonly deadlineId: string;
  readonly instance: LocalDate;
  readonly kind: string;
  readonly every: 'week' | 'month' | null;
  readonly dueOn: LocalDate;
  readonly missedAt: Instant;
  readonly office: string | null;
  /** Of the objective. */
  readonly title: string;
  /** Of the deadline. */
  readonly text: string;
  readonly status: DueRow['status'];
  readonly answeredOn: LocalDate | null;
  readonly nil: boolean;
  /** Whether work on the share rests: it cannot be missed meanwhile. */
  readonly frozen: boolean;
  /** What became of the reason given for missing it; null: none was given. */
  readonly justification: DueRow['justification'];
  /** How an accepted one counts. */
  readonly effect: DueRow['effect'];
  /** The step that decides on it next; null until somebody has begun, and once it is decided. */
  readonly judging: {
    readonly step: string;
    /** The first of them. */
    readonly office: string | null;
    readonly offices: readonly string[];
    /** Why nobody can bring it on; absent: somebody can, or it was not asked. */
    readonly stuck?: Stuck;
  } | null;
  readonly late: { readonly reason: LateReason; readonly note: string } | null;
  /** When it was marked as missed, also where that was lifted since; null: it was not. */
  readonly markedAt: Instant | null;
  /** By which act that was lifted, of which day, and when that was recorded; null: it was not. */
  readonly lifted: DueRow['lifted'];
}

export function dueItemOf(row: DueRow): DueItem {
  return {
    objectiveId: row.objective_id,
    shareId: row.share_id,
    deadlineId: row.deadline_id,
    instance: row.instance,
    kind: row.kind,
    every: row.every,
    dueOn: row.due_on,
    missedAt: row.missed_at,
    office: row.office,
    title: row.title,
    text: row.text,
    status: row.status,
    answeredOn: row.answered_on,
    nil: row.nil,
    frozen: row.frozen,
    justification: row.justification,
    effect: row.effect,
    judging: judgingOf(row),
    late: row.late_reason === null ? null : { reason: row.late_reason as LateReason, note: row.late_note ?? '' },
    markedAt: row.marked_at,
    lifted: row.lifted,
  };
}

function judgingOf({ weighing, judged_by: office }: DueRow): DueItem['judging'] {
  const approval = weighing as Approval | null; // as the projection put it
  const step = approval === null ? null : currentStep(approval);
  return approval === null || step === null ? null : { step: step.id, office, offices: askedAt(approval, step.id) };
}

/** …and whose share it is. */
export interface AreaDueItem extends DueItem {
  readonly areaId: string;
}

/** @param areaOf  the area of each share, by `shareKey` */
export function areaDueItemOf(row: DueRow, areaOf: ReadonlyMap<string, string>): AreaDueItem {
  return { ...dueItemOf(row), areaId: areaOf.get(shareKey(row)) ?? '' };
}

/** Tells shares apart. */
export function shareKey({ objective_id, share_id }: { readonly objective_id: string; readonly share_id: string }) {
  return `${objective_id} ${share_id}`;
}
