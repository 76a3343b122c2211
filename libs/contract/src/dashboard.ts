import { z } from 'zod';
import { AreaDueItem } from './deadlines.js';
import { Awaiting, ShareStatus } from './objective-views.js';
import { PlanSummary, WeightedArea } from './plan-views.js';
import { defineRoutes } from './route.js';
import { Decimal, Instant, LocalDate, ObjectiveId, PlanId } from './values.js';

export const MissionProgress = z
  .object({
    number: z.number().int(),
    title: z.string(),
    objectives: z.number().int(),
    weight: Decimal,
    progress: Decimal.nullable(),
  })
  .meta({ id: 'MissionProgress' });

export const AreaProgress = WeightedArea.extend({
  shares: z.number().int(),
  progress: Decimal.nullable(),
  overdue: z.number().int(),
  awaitingApproval: z.number().int(),
}).meta({ id: 'AreaProgress' });

export const AwaitingApproval = Awaiting.extend({
  objectiveId: ObjectiveId,
  shareId: z.string(),
  areaId: z.string(),
  title: z.string(),
  since: Instant,
}).meta({ id: 'AwaitingApproval' });

export const CalendarEntry = z
  .object({
    dueOn: LocalDate,
    areaId: z.string(),
    open: z.number().int(),
    met: z.number().int(),
    missed: z.number().int().meta({ description: 'Past and not answered.' }),
    late: z.number().int().meta({ description: 'Answered after the day.' }),
  })
  .meta({
    id: 'CalendarEntry',
    description: 'How many deadlines of an area fall due on a day, and what became of them.',
  });

export const Dashboard = z
  .object({
    plan: PlanSummary,
    now: Instant,
    objectives: z.number().int(),
    shares: z.number().int(),
    sharesByStatus: z.partialRecord(ShareStatus, z.number().int()),
    progress: Decimal.nullable().meta({ description: 'Percent, by weight.' }),
    missions: z.array(MissionProgress),
    areas: z.array(AreaProgress),
    overdue: z.array(AreaDueItem).meta({ description: 'Missed and not justified, the oldest first.' }),
    awaitingApproval: z.array(AwaitingApproval),
    upcoming: z.array(AreaDueItem).meta({ description: 'Open and due within 30 days.' }),
    calendar: z.array(CalendarEntry).meta({ description: 'The deadlines of the whole plan, by day.' }),
  })
  .meta({ id: 'Dashboard' });

export const dashboardRoutes = defineRoutes({
  dashboard: {
    method: 'GET',
    path: '/api/v1/dashboard',
    kind: 'query',
    action: 'dashboard.read',
    tag: 'dashboard',
    summary: {
      it: 'Avanzamento per missione e per area, ritardi, approvazioni in attesa',
      en: 'Progress by mission and area, what is overdue, what awaits approval',
    },
    query: z.strictObject({ planId: PlanId.optional().meta({ description: 'Left out: the latest plan.' }) }),
    status: 200,
    answers: { 200: Dashboard },
    problems: ['plan/not-drafted'],
  },
});
