import { sql, type Kysely } from 'kysely';
import { weightByArea, type ActReference, type Area, type Decimal, type LocalDate, type Reading } from '#domain';
import type { ReadTables } from '#postgres';
import { objectivesOfPlan, type Objectives } from '../objectives/load.js';
import { begunShares } from '../objectives/begun-shares.js';
import { sharesIn } from '../objectives/query.js';
import { sortKey } from '../objectives/sort-key.js';
import { summaryOf, type ObjectiveSummary } from '../objectives/summary.js';
import type { ObjectiveRow } from '../objectives/tables.js';
import type { PlanRow } from './project.js';

export interface PlanSummary {
  readonly planId: string;
  /** The body's name as published. */
  readonly body: string;
  readonly year: number;
  readonly title: string;
  readonly status: PlanRow['status'];
  /** By which it was approved; before, the one the document names. */
  readonly act: ActReference | null;
  readonly inForceFrom: LocalDate | null;
  readonly closingAct: ActReference | null;
  readonly horizon: LocalDate;
  readonly revision: number;
}

export interface WeightedArea {
  readonly areaId: string;
  readonly name: string;
  readonly kind: Area['kind'];
  /** What its weights add up to. */
  readonly weight: Decimal;
  readonly ceiling: Decimal | null;
}

export interface PlanTree extends PlanSummary {
  readonly areas: readonly WeightedArea[];
  readonly missions: readonly {
    readonly number: number;
    readonly title: string;
    readonly strategicObjectives: readonly {
      readonly number: number;
      readonly title: string;
      readonly objectives: readonly ObjectiveSummary[];
    }[];
  }[];
  /** How the ambiguities of the text were settled. */
  readonly readings: readonly Reading[];
}

/** The areas of all plans, those of the latest year first; of an area that several plans have, the latest. */
export async function planAreas(db: Kysely<ReadTables>): Promise<readonly Area[]> {
  const rows = await db
    .selectFrom('read.plan')
    .select(sql<readonly Area[]>`document -> 'areas'`.as('areas'))
    .orderBy('year', 'desc')
    .orderBy('plan_id')
    .execute();
  const byId = new Map<string, Area>();
  for (const area of rows.flatMap(({ areas }) => areas)) if (!byId.has(area.id)) byId.set(area.id, area);
  return [...byId.values()];
}

/** All plans, the latest year first. */
export async function planList(db: Kysely<ReadTables>): Promise<readonly PlanSummary[]> {
  const rows = await db.selectFrom('read.plan').selectAll().orderBy('year', 'desc').orderBy('plan_id').execute();
  return (rows as readonly PlanRow[]).map(planSummaryOf);
}

/** @returns null when there is no such plan */
export async function planTree(db: Kysely<ReadTables>, planId: string): Promise<PlanTree | null> {
  const [plan, found] = await Promise.all([planRow(db, planId), objectivesOfPlan(db, planId)]);
  return plan === null ? null : treeOf(plan, found);
}

export async function planRow(db: Kysely<ReadTables>, planId: string): Promise<PlanRow | null> {
  const row = await db.selectFrom('read.plan').selectAll().where('plan_id', '=', planId).executeTakeFirst();
  return row === undefined ? null : (row as PlanRow);
}

export function planSummaryOf(row: PlanRow): PlanSummary {
  return {
    planId: row.plan_id,
    body: row.document.body,
    year: row.year,
    title: row.title,
    status: row.status,
    act: row.act,
    inForceFrom: row.in_force_from,
    closingAct: row.closing_act,
    horizon: row.horizon,
    revision: row.revision,
  };
}

export function areasOf({ document }: PlanRow): readonly WeightedArea[] {
  const weights = weightByArea(document);
  return document.areas.map(({ id, name, kind, ceiling }) => ({
    areaId: id,
    name,
    kind,
    weight: weights[id] ?? '0',
    ceiling,
  }));
}

function treeOf(plan: PlanRow, { objectives, shares }: Objectives): PlanTree {
  const summaries = [...objectives, ...toBeDefined(plan, objectives)]
    .toSorted((a, b) => (a.sort < b.sort ? -1 : 1))
    .map((objective) => {
      const own = sharesIn(shares, objective);
      const { plan_id: planId, planned, horizon, objective_id, recorded_at } = objective;
      const begun = begunShares({ planId, objective: planned, horizon }, objective_id, recorded_at);
      return summaryOf(objective, own.length > 0 ? own : begun);
    });
  return {
    ...planSummaryOf(plan),
    areas: areasOf(plan),
    missions: plan.document.missions.map((mission) => ({
      number: mission.number,
      title: mission.title,
      strategicObjectives: mission.strategicObjectives.map(({ number, title }) => ({
        number,
        title,
        objectives: summaries.filter(
          (objective) => objective.mission === mission.number && objective.strategicObjective === number,
        ),
      })),
    })),
    readings: plan.document.readings,
  };
}

/** Just after the draft, the objectives' own streams are still to be written; they show as planned, at revision -1. */
function toBeDefined(plan: PlanRow, defined: readonly ObjectiveRow[]): readonly ObjectiveRow[] {
  return plan.document.objectives
    .map((planned): ObjectiveRow => {
      const objectiveId = `${plan.plan_id}-${planned.id}`;
      return {
        objective_id: objectiveId,
        plan_id: plan.plan_id,
        sort: sortKey(objectiveId),
        status: 'defined',
        planned,
        horizon: plan.horizon,
        workflow: null,
        revision: -1,
        recorded_at: plan.recorded_at,
        asks_acknowledgement: true,
        closings: [],
      };
    })
    .filter(({ objective_id }) => !defined.some((objective) => objective.objective_id === objective_id));
}
