import type { Kysely } from 'kysely';
import { recordedLate, romeDayOf, type Decimal, type Instant, type LocalDate } from '#domain';
import type { RecordedEvent } from '#event-store';
import type { DueRow, ReadTables } from '#postgres';
import { due as dueProjection } from '../due/project.js';
import { dueTable } from '../due/table.js';
import type { EventRow } from '../events/project.js';
import { instantOf } from '../events/query.js';
import { dueOf, objectivesOfPlan, type Objectives } from '../objectives/load.js';
import { objectives } from '../objectives/project.js';
import { inOrder } from '../objectives/summary.js';
import {
  objectiveTable,
  plannedObjectiveTable,
  shareTable,
  type ObjectiveRow,
  type ShareRow,
} from '../objectives/tables.js';
import { plans, planTable as planRows, type PlanRow } from '../plans/project.js';
import { planRow, planSummaryOf, type PlanSummary } from '../plans/query.js';
import { metadataOf } from '../facts.js';
import { categoryOf } from '../runtime/projection.js';
import { replay } from '../runtime/fold.js';
import type { RowSet } from '../runtime/row-set.js';
import { asOfDay } from './as-of-day.js';
import { realised } from './realised.js';

/** The plan as published, with its last column filled. */
export interface PlanTable {
  readonly plan: PlanSummary;
  /** The day of the last column: "performance realizzata al …". */
  readonly realisedOn: LocalDate;
  readonly missions: readonly {
    readonly number: number;
    readonly title: string;
    readonly strategicObjectives: readonly {
      readonly number: number;
      readonly title: string;
      readonly rows: readonly PlanTableRow[];
    }[];
  }[];
}

/** One share of an objective; the shares of one objective follow each other. */
export interface PlanTableRow {
  readonly objectiveId: string;
  readonly number: string;
  readonly title: string;
  readonly shareId: string;
  readonly areaId: string;
  readonly area: string;
  readonly unit: string | null;
  /** What was expected, indicator by indicator. */
  readonly expected: readonly string[];
  /** What it weighs now: nothing once it was removed. */
  readonly weight: Decimal | null;
  /** What it weighed before variations; null where none has changed it. */
  readonly weightBefore: Decimal | null;
  /** Money of its own in the place of a weight, as quoted. */
  readonly funding: string | null;
  /** What was achieved, in Italian. */
  readonly realised: string;
  /** The last fact that it says: when it happened, when it was recorded. */
  readonly lastFact: Fact | null;
}

interface Fact {
  readonly occurredOn: LocalDate;
  readonly recordedAt: Instant;
  readonly late: boolean;
}

/** By share. */
type Facts = ReadonlyMap<string, Fact>;

export interface AsOf {
  /** Only what was known at that instant. */
  readonly asOf?: Instant;
  /** Only what had happened by that day. */
  readonly on?: LocalDate;
  /** The day it is: the table says it where no earlier one is asked for. Left out: that of the last event. */
  readonly today?: LocalDate;
}

/**
 * The plan's tables today, or as of any instant and day. The past is not kept: its events go through the same
 * projections again.
 *
 * @returns null when there is no such plan, or there was none then
 */
export async function planTable(db: Kysely<ReadTables>, planId: string, past: AsOf = {}): Promise<PlanTable | null> {
  const material =
    past.asOf === undefined && past.on === undefined ? await present(db, planId) : await bygone(db, planId, past);
  return material === null ? null : planTableOf(material, past);
}

/** The rows that a table is made of. */
export interface Material extends Objectives {
  readonly plan: PlanRow;
  readonly due: readonly DueRow[];
  readonly facts: Facts;
}

/** The rows that these events alone give; null when the plan is not among them. */
export function materialFrom(events: Iterable<RecordedEvent>): Material | null {
  const all = [...events];
  const rows = replay([plans, objectives, dueProjection], all);
  const [plan] = rows.all(planRows);
  if (plan === undefined) return null;
  return {
    plan,
    objectives: objectivesIn(rows),
    shares: rows.all(shareTable),
    due: rows.all(dueTable).toSorted((a, b) => compare(a.due_on, b.due_on) || compare(a.deadline_id, b.deadline_id)),
    facts: factsIn(all),
  };
}

function objectivesIn(rows: RowSet): readonly ObjectiveRow[] {
  const planned = new Map(rows.all(plannedObjectiveTable).map((row) => [row.objective_id, row]));
  return rows
    .all(objectiveTable)
    .flatMap((row) => {
      const plan = planned.get(row.objective_id);
      return plan === undefined ? [] : [{ ...plan, ...row, workflow: null }];
    })
    .toSorted((a, b) => compare(a.sort, b.sort));
}

export function planTableOf({ plan, objectives: all, shares, due, facts }: Material, past: AsOf): PlanTable {
  const last = [plan, ...all].map(({ recorded_at }) => recorded_at).reduce((a, b) => (a > b ? a : b));
  return {
    plan: planSummaryOf(plan),
    realisedOn: past.on ?? earlier(plan.horizon, dayShown(past, last)),
    missions: plan.document.missions.map((mission) => ({
      number: mission.number,
      title: mission.title,
      strategicObjectives: mission.strategicObjectives.map(({ number, title }) => ({
        number,
        title,
        rows: all
          .filter(({ planned }) => planned.mission === mission.number && planned.strategicObjective === number)
          .flatMap((objective) => rowsOf(objective, shares, due, plan, facts)),
      })),
    })),
  };
}

/** @param last  when the last of the rows was written */
function dayShown({ asOf, today }: AsOf, last: Instant): LocalDate {
  if (asOf === undefined) return today ?? romeDayOf(instantOf(last));
  const day = romeDayOf(instantOf(asOf));
  return today === undefined ? day : earlier(day, today);
}

function rowsOf(
  { objective_id, planned }: ObjectiveRow,
  shares: readonly ShareRow[],
  due: readonly DueRow[],
  { document, drafted_weights: drafted }: PlanRow,
  facts: Facts,
): readonly PlanTableRow[] {
  const own = shares.filter((share) => share.objective_id === objective_id);
  return inOrder(planned, own).map((share) => {
    const { unit = null, funding = null } = planned.shares.find(({ id }) => id === share.share_id) ?? {};
    const instances = due.filter((row) => row.objective_id === objective_id && row.share_id === share.share_id);
    return {
      objectiveId: objective_id,
      number: planned.number,
      title: planned.title,
      shareId: share.share_id,
      areaId: share.area_id,
      area: document.areas.find(({ id }) => id === share.area_id)?.name ?? share.area_id,
      unit,
      expected: planned.indicators.filter(({ shareIds }) => shareIds.includes(share.share_id)).map(({ text }) => text),
      ...weightOf(share, drafted),
      funding,
      realised: realised(share, planned, instances),
      lastFact: facts.get(share.share_id) ?? null,
    };
  });
}

function weightOf(
  { share_id, weight, moves }: ShareRow,
  drafted: PlanRow['drafted_weights'],
): Pick<PlanTableRow, 'weight' | 'weightBefore'> {
  const now = moves.removal === null || weight === null ? weight : '0';
  // a share that a variation added had none before
  const before = drafted[share_id] ?? null;
  return { weight: now, weightBefore: before === now ? null : before };
}

async function present(db: Kysely<ReadTables>, planId: string): Promise<Material | null> {
  const [plan, found, facts] = await Promise.all([
    planRow(db, planId),
    objectivesOfPlan(db, planId),
    lastFacts(db, planId),
  ]);
  if (plan === null) return null;
  const ids = found.objectives.map(({ objective_id }) => objective_id);
  return { plan, ...found, due: await dueOf(db, ids), facts };
}

/** What was recorded last of each share. */
async function lastFacts(db: Kysely<ReadTables>, planId: string): Promise<Facts> {
  const rows = await db
    .selectFrom('read.event')
    .distinctOn('share_id')
    .select(['share_id', 'occurred_on', 'recorded_at'])
    .where('plan_id', '=', planId)
    .where('objective_id', 'is not', null)
    .where('share_id', 'is not', null)
    .orderBy('share_id')
    .orderBy('position', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.share_id ?? '', factOf(row.occurred_on, row.recorded_at)]));
}

function factsIn(events: readonly RecordedEvent[]): Facts {
  const facts = new Map<string, Fact>();
  for (const event of events) {
    const { shareId } = event.data;
    if (categoryOf(event.stream) !== 'objective' || typeof shareId !== 'string') continue;
    const { occurredOn, recordedAt } = metadataOf(event);
    facts.set(shareId, factOf(occurredOn, recordedAt));
  }
  return facts;
}

function factOf(occurredOn: LocalDate, recordedAt: Instant): Fact {
  return { occurredOn, recordedAt, late: recordedLate(occurredOn, recordedAt) };
}

async function bygone(db: Kysely<ReadTables>, planId: string, { asOf, on }: AsOf): Promise<Material | null> {
  // evaluations of persons are no part of a plan, and their events are not whole here
  let query = db
    .selectFrom('read.event')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('stream', 'not like', 'evaluation-%');
  if (asOf !== undefined) query = query.where('recorded_at', '<=', instantOf(asOf));
  if (on !== undefined) query = query.where('occurred_on', '<=', on);
  const rows = (await query.orderBy('position').execute()) as readonly EventRow[];
  const material = materialFrom(rows.map(recordedFrom));
  if (material === null || on === undefined) return material;
  return { ...material, due: material.due.map((row) => asOfDay(row, on)) };
}

function recordedFrom({ id, stream, revision, type, data, metadata, position, recorded_at }: EventRow): RecordedEvent {
  return { id, stream, revision, type, data, metadata, position: BigInt(position), createdAt: recorded_at };
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
