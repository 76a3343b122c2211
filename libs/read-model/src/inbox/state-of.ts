import {
  foundAbout,
  type Approval,
  type DeadlineStanding,
  type JustificationStanding,
  type LateReason,
  type ObjectiveState,
  type ShareState,
} from '#domain';
import type { DueRow } from '#postgres';
import type { ObjectiveRow, ShareRow } from '../objectives/tables.js';

const STATUS = {
  open: 'open',
  met: 'answered',
  missed: 'missed',
  late: 'fulfilled-late',
} as const satisfies Record<Exclude<DueRow['status'], 'void' | 'moved'>, DeadlineStanding['status']>;

/** Rows as the state that the rules ask for, so that one rule says what waits; without reports, which it leaves aside. */
export function objectiveStateOf(
  objective: ObjectiveRow,
  shares: readonly ShareRow[],
  due: readonly DueRow[],
): ObjectiveState {
  const own = due.filter(({ objective_id }) => objective_id === objective.objective_id);
  return {
    objective: objective.planned,
    planId: objective.plan_id,
    horizon: objective.horizon,
    shares: shares.map((share) => shareStateOf(share, objective, own)),
    approvals: [],
    closed: objective.status === 'closed',
    closings: objective.closings,
    workflow: objective.workflow,
    proposal: null,
  };
}

function shareStateOf(share: ShareRow, { planned }: ObjectiveRow, due: readonly DueRow[]): ShareState {
  return {
    ...share.moves,
    stage: 'planned',
    shareId: share.share_id,
    areaId: share.area_id,
    weight: share.weight,
    indicatorIds: planned.indicators.filter(({ shareIds }) => shareIds.includes(share.share_id)).map(({ id }) => id),
    findings: foundAbout(planned, share.share_id),
    office: share.office,
    acknowledged: share.acknowledged,
    authors: share.authors,
    progress: [],
    deadlines: due.filter(({ share_id }) => share_id === share.share_id).flatMap(standingOf),
    rendicontazione: share.rendicontazione,
    score: share.degree === null ? null : { degree: share.degree, reason: share.degree_reason ?? '' },
    premium: share.premium === null || share.run_id === null ? null : { runId: share.run_id, amount: share.premium },
  };
}

function standingOf(row: DueRow): DeadlineStanding[] {
  const { deadline_id: deadlineId, instance, due_on: dueOn, every, status } = row;
  if (status === 'void' || status === 'moved') return [];
  const justification = justificationOf(row);
  return [{ deadlineId, instance, dueOn, every, nilReturn: false, status: STATUS[status], justification }];
}

function justificationOf({
  justification,
  late_reason: reason,
  late_note: note,
  weighing,
  effect,
  said_again,
}: DueRow): JustificationStanding | null {
  if (justification === null) return null;
  return {
    reason: (reason ?? 'other') as LateReason,
    note: note ?? '',
    authors: [],
    status: justification,
    approval: weighing as Approval | null, // as the projection put it
    effect,
    ...(said_again && { again: true as const }),
  };
}
