import type { Kysely } from 'kysely';
import {
  creditOf,
  justificationStuck,
  personsOf,
  possibleOn,
  recordedLate,
  unratifiedRests,
  type ActReference,
  type Could,
  type Deadline,
  type Indicator,
  type Instant,
  type LocalDate,
  type ObjectiveState,
  type PersonHeld,
  type Possible,
  type ProgressReport,
  type ShareMoves,
  type ShareState,
  type Staff,
  type UnratifiedRest,
  type WorkflowRef,
} from '#domain';
import type { DueRow, ReadTables } from '#postgres';
import { dueItemOf, type DueItem } from '../due/due-item.js';
import type { EventRow } from '../events/project.js';
import { auditEntryOf, type AuditEntry } from '../events/query.js';
import { objectiveStateOf } from '../inbox/state-of.js';
import { dueOf, objectiveRows, reportsOf, sharesOf } from './load.js';
import { rendicontazioneView, type RendicontazioneView } from './rendicontazione-view.js';
import { sortKey } from './sort-key.js';
import { inOrder, shareSummaryOf, summaryOf, type ObjectiveSummary, type ShareSummary } from './summary.js';
import type { ObjectiveRow, ProgressReportRow, ShareRow } from './tables.js';

export interface ObjectiveFilters {
  readonly planId?: string;
  /** Objectives of which this area has a share. */
  readonly area?: string;
  readonly status?: ObjectiveSummary['status'];
}

export interface ObjectivePage {
  readonly objectives: readonly ObjectiveSummary[];
  readonly nextCursor: string | null;
}

export interface ReportedProgress extends ProgressReport {
  readonly progressId: string;
  readonly indicatorId: string | null;
  readonly fulfils: { readonly deadlineId: string; readonly instance: LocalDate } | null;
  readonly occurredOn: LocalDate;
  readonly recordedAt: Instant;
  /** Recorded after the day on which it happened. */
  readonly late: boolean;
  /** What it said before each rectification, oldest first. */
  readonly earlier: readonly ProgressReport[];
}

export interface ShareDetail extends ShareSummary {
  readonly degreeReason: string | null;
  readonly runId: string | null;
  readonly rendicontazione: RendicontazioneView | null;
  readonly progressReports: readonly ReportedProgress[];
  readonly due: readonly DueItem[];
  readonly moves: Omit<ShareMoves, 'holders'> & {
    readonly holders: ReturnType<typeof creditOf>;
    /** Who held those offices meanwhile; nobody where it was never assigned, or it was not asked. */
    readonly persons: readonly PersonHeld[];
    /** Rests that are over and lack their act, and what they moved. */
    readonly unratified: readonly UnratifiedRest[];
  };
  /** What could happen next to it, and who could do it. */
  readonly possible: readonly Possible[];
}

export interface ObjectiveDetail extends Omit<ObjectiveSummary, 'shares'> {
  readonly horizon: LocalDate;
  readonly indicators: readonly Indicator[];
  readonly deadlines: readonly Deadline[];
  readonly participants: readonly string[];
  readonly acts: readonly ActReference[];
  readonly shares: readonly ShareDetail[];
  /** The definition it was defined under; null: from before there were any. */
  readonly workflow: WorkflowRef | null;
  readonly closings: readonly { readonly comment: string }[];
  /** Of any of its shares. */
  readonly possible: readonly Possible[];
  /** Oldest first. */
  readonly history: readonly AuditEntry[];
}

/**
 * Objectives by plan and number.
 *
 * @param cursor  `nextCursor` of the page before; null for the first
 * @param limit   1 to 500
 */
export async function objectiveList(
  db: Kysely<ReadTables>,
  { planId, area, status }: ObjectiveFilters,
  cursor: string | null,
  limit: number,
): Promise<ObjectivePage> {
  const size = Math.min(Math.max(1, limit), 500);
  let query = objectiveRows(db);
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  if (status !== undefined) query = query.where('status', '=', status);
  if (area !== undefined) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('read.share')
          .select('read.share.share_id')
          .whereRef('read.share.objective_id', '=', 'read.objective.objective_id')
          .where('read.share.area_id', '=', area),
      ),
    );
  }
  if (cursor !== null) query = query.where('sort', '>', sortKey(cursor));
  const rows = (await query
    .orderBy('sort')
    .limit(size + 1)
    .execute()) as readonly ObjectiveRow[];
  const page = rows.slice(0, size);
  const shares = await sharesOf(
    db,
    page.map(({ objective_id }) => objective_id),
  );
  return {
    objectives: page.map((row) => summaryOf(row, sharesIn(shares, row))),
    nextCursor: rows.length > size ? (page.at(-1)?.objective_id ?? null) : null,
  };
}

/**
 * @param staff  of today: who could do what comes next, whom no rule bars; absent: all whom the definition names
 * @returns null when there is no such objective
 */
export async function objectiveDetail(
  db: Kysely<ReadTables>,
  objectiveId: string,
  staff?: Staff,
): Promise<ObjectiveDetail | null> {
  const [found, shares, reports, due, history] = await Promise.all([
    objectiveRows(db).where('read.objective.objective_id', '=', objectiveId).executeTakeFirst(),
    sharesOf(db, [objectiveId]),
    reportsOf(db, objectiveId),
    dueOf(db, [objectiveId]),
    db.selectFrom('read.event').selectAll().where('objective_id', '=', objectiveId).orderBy('position').execute(),
  ]);
  if (found === undefined) return null;
  const objective = found as ObjectiveRow;
  const { planned, horizon, workflow, closings } = objective;
  const state = objectiveStateOf(objective, shares, due);
  const details = inOrder(planned, shares).map((share) => shareDetailOf(share, objective, reports, due, state, staff));
  return {
    ...summaryOf(objective, shares),
    horizon,
    indicators: planned.indicators,
    deadlines: planned.deadlines,
    participants: planned.participants,
    acts: planned.acts,
    shares: details,
    workflow: workflow === null ? null : { id: workflow.id, version: workflow.version },
    closings,
    possible: ofAny(details.map(({ possible }) => possible)),
    history: (history as readonly EventRow[]).map(auditEntryOf),
  };
}

export function sharesIn(shares: readonly ShareRow[], { objective_id }: ObjectiveRow): readonly ShareRow[] {
  return shares.filter((share) => share.objective_id === objective_id);
}

function shareDetailOf(
  share: ShareRow,
  { planned, horizon }: ObjectiveRow,
  reports: readonly ProgressReportRow[],
  due: readonly DueRow[],
  state: ObjectiveState,
  staff: Staff | undefined,
): ShareDetail {
  const standing = state.shares.find(({ shareId }) => shareId === share.share_id);
  return {
    ...shareSummaryOf(share, planned),
    degreeReason: share.degree_reason,
    runId: share.run_id,
    rendicontazione: share.rendicontazione === null ? null : rendicontazioneView(share.rendicontazione),
    progressReports: reports.filter(({ share_id }) => share_id === share.share_id).map(reportedProgressOf),
    due: due
      .filter(({ share_id }) => share_id === share.share_id)
      .map((row) => tellingStuck(dueItemOf(row), standing, state, staff)),
    moves: {
      ...share.moves,
      holders: creditOf(share.moves.holders, horizon),
      persons: personsIn(share, horizon, staff),
      unratified: unratifiedRests(share.moves, standing?.deadlines ?? []),
    },
    possible: standing === undefined ? [] : possibleOn(state, standing, staff),
  };
}

/** Whether anybody can decide, today, on why it was missed. */
function tellingStuck(
  item: DueItem,
  share: ShareState | undefined,
  state: ObjectiveState,
  staff: Staff | undefined,
): DueItem {
  const standing = share?.deadlines.find(
    ({ deadlineId, instance }) => deadlineId === item.deadlineId && instance === item.instance,
  );
  if (item.judging === null || share === undefined || standing === undefined || staff === undefined) return item;
  const stuck = justificationStuck(standing.justification, share, state, staff);
  return stuck === null ? item : { ...item, judging: { ...item.judging, stuck } };
}

function personsIn({ area_id, moves }: ShareRow, horizon: LocalDate, staff: Staff | undefined): readonly PersonHeld[] {
  if (staff === undefined || moves.holders.length === 0) return [];
  return personsOf(moves.holders, area_id, staff.tenures, {
    from: `${horizon.slice(0, 4)}-01-01`,
    to: horizon,
    until: staff.day,
  });
}

/** Each verb once, with everybody who could on any share. */
function ofAny(shares: readonly (readonly Possible[])[]): readonly Possible[] {
  const who = new Map<Possible['verb'], Map<string, Could>>();
  for (const { verb, who: could } of shares.flat()) {
    const known = who.get(verb) ?? new Map<string, Could>();
    for (const one of could) known.set(JSON.stringify(one), one);
    who.set(verb, known);
  }
  return [...who].map(([verb, could]) => ({ verb, who: [...could.values()] }));
}

function reportedProgressOf(row: ProgressReportRow): ReportedProgress {
  const { deadline_id, instance } = row;
  return {
    progressId: row.progress_id,
    value: row.value,
    note: row.note,
    evidence: row.evidence,
    indicatorId: row.indicator_id,
    fulfils: deadline_id === null || instance === null ? null : { deadlineId: deadline_id, instance },
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at,
    late: recordedLate(row.occurred_on, row.recorded_at),
    earlier: row.earlier,
  };
}
