import { z } from 'zod';
import { ObjectiveSummary } from './objective-views.js';
import { defineRoutes } from './route.js';
import { ActReference, Decimal, Instant, LocalDate, ObjectiveId, PlanId } from './values.js';

export const PlanSummary = z
  .object({
    planId: PlanId,
    body: z.string(),
    year: z.number().int(),
    title: z.string(),
    status: z.enum(['drafted', 'approved', 'in-force', 'closed']),
    act: ActReference.nullable(),
    inForceFrom: LocalDate.nullable(),
    closingAct: ActReference.nullable(),
    horizon: LocalDate,
    revision: z.number().int(),
  })
  .meta({ id: 'PlanSummary' });

export const Plans = z.object({ plans: z.array(PlanSummary) }).meta({ id: 'Plans' });

export const WeightedArea = z
  .object({
    areaId: z.string(),
    name: z.string(),
    kind: z.enum(['area', 'segretario']),
    weight: Decimal.meta({ description: 'What its weights add up to.' }),
    ceiling: Decimal.nullable(),
  })
  .meta({ id: 'WeightedArea' });

export const PlanTree = PlanSummary.extend({
  areas: z.array(WeightedArea),
  missions: z.array(
    z.object({
      number: z.number().int(),
      title: z.string(),
      strategicObjectives: z.array(
        z.object({ number: z.number().int(), title: z.string(), objectives: z.array(ObjectiveSummary) }),
      ),
    }),
  ),
  readings: z.array(
    z.object({ question: z.string(), option: z.string(), settledBy: z.enum(['weights', 'answer', 'proposal']) }),
  ),
}).meta({
  id: 'PlanTree',
  description: 'Missions, strategic objectives, objectives, shares, with weights and ceilings.',
});

export const PlanTableRow = z
  .object({
    objectiveId: ObjectiveId,
    number: z.string(),
    title: z.string(),
    shareId: z.string(),
    areaId: z.string(),
    area: z.string(),
    unit: z.string().nullable(),
    expected: z.array(z.string()),
    weight: Decimal.nullable().meta({ description: 'What it weighs now: 0 once it was removed.' }),
    weightBefore: Decimal.nullable().meta({
      description: 'What it weighed before variations; null where none has changed it.',
    }),
    funding: z.string().nullable(),
    realised: z.string().meta({ description: 'What was achieved, in Italian.' }),
    lastFact: z
      .object({ occurredOn: LocalDate, recordedAt: Instant, late: z.boolean() })
      .nullable()
      .meta({ description: 'The last fact that it says: when it happened, when it was recorded.' }),
  })
  .meta({ id: 'PlanTableRow' });

export const PlanTable = z
  .object({
    plan: PlanSummary,
    realisedOn: LocalDate,
    missions: z.array(
      z.object({
        number: z.number().int(),
        title: z.string(),
        strategicObjectives: z.array(
          z.object({ number: z.number().int(), title: z.string(), rows: z.array(PlanTableRow) }),
        ),
      }),
    ),
  })
  .meta({ id: 'PlanTable', description: 'The plan as published, with its last column filled.' });

const plan = z.strictObject({ planId: PlanId });

export const planQueryRoutes = defineRoutes({
  plans: {
    method: 'GET',
    path: '/api/v1/plans',
    kind: 'query',
    action: 'plan.read',
    tag: 'plans',
    summary: { it: 'Elencare i piani', en: 'List the plans' },
    status: 200,
    answers: { 200: Plans },
    problems: [],
  },
  plan: {
    method: 'GET',
    path: '/api/v1/plans/:planId',
    kind: 'query',
    action: 'plan.read',
    tag: 'plans',
    summary: { it: 'L’albero del piano con pesi e massimi', en: 'The tree of a plan with weights and ceilings' },
    params: plan,
    status: 200,
    answers: { 200: PlanTree },
    problems: ['plan/not-drafted'],
  },
  planTable: {
    method: 'GET',
    path: '/api/v1/plans/:planId/table',
    kind: 'query',
    action: 'plan.read',
    tag: 'plans',
    summary: {
      it: 'La tabella del piano con l’ultima colonna compilata, oggi o a una data',
      en: 'The plan’s table with its last column filled, today or as of a date',
    },
    params: plan,
    query: z.strictObject({
      asOf: Instant.optional().meta({ description: 'Only what was known at that instant.' }),
      on: LocalDate.optional().meta({ description: 'Only what had happened by that day.' }),
    }),
    status: 200,
    answers: { 200: PlanTable },
    problems: ['plan/not-drafted', 'plan/not-yet'],
  },
});
