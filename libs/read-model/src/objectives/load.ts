import type { Kysely } from 'kysely';
import type { DueRow, ReadTables } from '#postgres';
import type { ObjectiveRow, ProgressReportRow, ShareRow } from './tables.js';

/** Objectives of a plan in the order of their numbers, each with its shares. */
export interface Objectives {
  readonly objectives: readonly ObjectiveRow[];
  readonly shares: readonly ShareRow[];
}

export async function objectivesOfPlan(db: Kysely<ReadTables>, planId: string): Promise<Objectives> {
  const [objectives, shares] = await Promise.all([
    objectiveRows(db).where('plan_id', '=', planId).orderBy('sort').execute(),
    db.selectFrom('read.share').selectAll().where('plan_id', '=', planId).execute(),
  ]);
  return { objectives: objectives as readonly ObjectiveRow[], shares: shares as readonly ShareRow[] };
}

/** Objectives with what was planned of them. */
export function objectiveRows(db: Kysely<ReadTables>) {
  return db
    .selectFrom('read.objective')
    .innerJoin('read.planned_objective as plan', 'plan.objective_id', 'read.objective.objective_id')
    .leftJoin('read.governed_objective as governed', 'governed.objective_id', 'read.objective.objective_id')
    .selectAll('read.objective')
    .select(['plan.planned', 'plan.horizon', 'governed.workflow']);
}

export async function sharesOf(db: Kysely<ReadTables>, objectiveIds: readonly string[]): Promise<readonly ShareRow[]> {
  if (objectiveIds.length === 0) return [];
  const rows = await db.selectFrom('read.share').selectAll().where('objective_id', 'in', objectiveIds).execute();
  return rows as readonly ShareRow[];
}

export async function reportsOf(db: Kysely<ReadTables>, objectiveId: string): Promise<readonly ProgressReportRow[]> {
  const rows = await db
    .selectFrom('read.progress_report')
    .selectAll()
    .where('objective_id', '=', objectiveId)
    .orderBy('revision')
    .execute();
  return rows as readonly ProgressReportRow[];
}

/** What falls due in some objectives, by day. */
export async function dueOf(db: Kysely<ReadTables>, objectiveIds: readonly string[]): Promise<readonly DueRow[]> {
  if (objectiveIds.length === 0) return [];
  return db
    .selectFrom('read.due')
    .selectAll()
    .where('objective_id', 'in', objectiveIds)
    .orderBy('due_on')
    .orderBy('objective_id')
    .orderBy('share_id')
    .orderBy('deadline_id')
    .execute();
}
