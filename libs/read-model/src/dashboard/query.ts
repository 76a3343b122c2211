import type { Kysely } from 'kysely';
import { addDays, romeDayOf, type Decimal, type Instant, type ShareStatus } from '#domain';
import type { DueRow, ReadTables } from '#postgres';
import { areaDueItemOf, shareKey, type AreaDueItem } from '../due/due-item.js';
import { dueOf, objectivesOfPlan, type Objectives } from '../objectives/load.js';
import { awaitingOf, type Awaiting } from '../objectives/summary.js';
import type { ShareRow } from '../objectives/tables.js';
import type { PlanRow } from '../plans/project.js';
import { areasOf, planRow, planSummaryOf, type PlanSummary, type WeightedArea } from '../plans/query.js';
import { calendarOf, type CalendarEntry } from './calendar.js';
import { totalWeight, weightedMean } from './weighted-mean.js';

export interface Dashboard {
  readonly plan: PlanSummary;
  readonly now: Instant;
  readonly objectives: number;
  readonly shares: number;
  readonly sharesByStatus: Readonly<Partial<Record<ShareStatus, number>>>;
  /** Percent by weight of all shares that have one; null where none has. */
  readonly progress: Decimal | null;
  readonly missions: readonly MissionProgress[];
  readonly areas: readonly AreaProgress[];
  /** Missed and not justified, the oldest first. */
  readonly overdue: readonly AreaDueItem[];
  readonly awaitingApproval: readonly AwaitingApproval[];
  /** Open and due within 30 days. */
  readonly upcoming: readonly AreaDueItem[];
  /** The year's deadlines, by day and area. */
  readonly calendar: readonly CalendarEntry[];
}

export interface MissionProgress {
  readonly number: number;
  readonly title: string;
  readonly objectives: number;
  readonly weight: Decimal;
  readonly progress: Decimal | null;
}

export interface AreaProgress extends WeightedArea {
  readonly shares: number;
  readonly progress: Decimal | null;
  readonly overdue: number;
  readonly awaitingApproval: number;
}

export interface AwaitingApproval extends Awaiting {
  readonly objectiveId: string;
  readonly shareId: string;
  readonly areaId: string;
  readonly title: string;
  readonly since: Instant;
}

const UPCOMING_DAYS = 30;

/** @returns null when there is no such plan */
export async function dashboard(db: Kysely<ReadTables>, planId: string, now: Instant): Promise<Dashboard | null> {
  const [plan, found] = await Promise.all([planRow(db, planId), objectivesOfPlan(db, planId)]);
  if (plan === null) return null;
  const due = await dueOf(
    db,
    found.objectives.map(({ objective_id }) => objective_id),
  );
  return dashboardOf(plan, found, due, now);
}

/** Pure, so that the past can be asked in the same words. */
export function dashboardOf(
  plan: PlanRow,
  { objectives, shares }: Objectives,
  due: readonly DueRow[],
  now: Instant,
): Dashboard {
  const today = romeDayOf(now);
  const missionOf = new Map(objectives.map(({ objective_id, planned }) => [objective_id, planned.mission]));
  const overdue = due.filter(({ status, missed_at }) => status === 'missed' || (status === 'open' && missed_at <= now));
  const open = due.filter(({ status, missed_at }) => status === 'open' && missed_at > now);
  const areaOf = new Map(shares.map((share) => [shareKey(share), share.area_id]));
  const awaiting = shares.flatMap((share) => {
    const step = awaitingOf(share);
    const title = objectives.find(({ objective_id }) => objective_id === share.objective_id)?.planned.title ?? '';
    return step === null ? [] : [{ ...step, ...placeOf(share), title, since: share.since }];
  });
  return {
    plan: planSummaryOf(plan),
    now,
    objectives: objectives.length,
    shares: shares.length,
    sharesByStatus: countByStatus(shares),
    progress: progressOf(shares),
    missions: plan.document.missions.map(({ number, title }) => {
      const own = shares.filter(({ objective_id }) => missionOf.get(objective_id) === number);
      return {
        number,
        title,
        objectives: objectives.filter(({ planned }) => planned.mission === number).length,
        weight: totalWeight(own),
        progress: progressOf(own),
      };
    }),
    areas: areasOf(plan).map((area) => {
      const own = shares.filter(({ area_id }) => area_id === area.areaId);
      return {
        ...area,
        shares: own.length,
        progress: progressOf(own),
        overdue: overdue.filter((row) => areaOf.get(shareKey(row)) === area.areaId).length,
        awaitingApproval: awaiting.filter(({ areaId }) => areaId === area.areaId).length,
      };
    }),
    overdue: overdue.map((row) => areaDueItemOf(row, areaOf)),
    awaitingApproval: awaiting.toSorted((a, b) => compare(a.since, b.since) || compare(a.shareId, b.shareId)),
    upcoming: open
      .filter(({ due_on }) => due_on <= addDays(today, UPCOMING_DAYS))
      .map((row) => areaDueItemOf(row, areaOf)),
    calendar: calendarOf(due, areaOf, now),
  };
}

function progressOf(shares: readonly ShareRow[]): Decimal | null {
  return weightedMean(shares.map(({ weight, progress }) => ({ weight, percent: progress })));
}

function countByStatus(shares: readonly ShareRow[]): Dashboard['sharesByStatus'] {
  const counts: Partial<Record<ShareStatus, number>> = {};
  for (const { status } of shares) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function placeOf({ objective_id, share_id, area_id }: ShareRow) {
  return { objectiveId: objective_id, shareId: share_id, areaId: area_id };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
