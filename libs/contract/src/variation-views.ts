import { z } from 'zod';
import { ProposeObjective } from './proposals.js';
import { defineRoutes } from './route.js';
import { ActReference, Decimal, Instant, LocalDate, ObjectiveId, PlanId, Revision } from './values.js';

export const VariationId = z
  .string()
  .regex(/^\d{4}-[1-9]\d{0,3}$/)
  .meta({ id: 'VariationId', description: 'The plan, then a number.', examples: ['2022-1'] });

export const VariationStatus = z.enum([
  'open',
  'returned',
  'withdrawn',
  'rejected',
  'approved',
  'applied',
  'not-applied',
]);

const Name = z.object({ it: z.string(), en: z.string() });

export const VariationSummary = z
  .object({
    variationId: VariationId,
    planId: PlanId,
    status: VariationStatus,
    reason: z.string(),
    office: z.string().meta({ description: 'That asked for it.' }),
    requestedAt: Instant,
    changes: z
      .array(
        z.object({
          kind: z.string(),
          objectiveId: ObjectiveId.nullable(),
          before: z.string().nullable(),
          after: z.string(),
          says: z.string(),
        }),
      )
      .meta({
        description:
          'In words, with what it was when it was asked for. Of a weight that moves `before` and `after` have both shares: `40; 20`, `39; 21`.',
      }),
    objectives: z.array(ObjectiveId).meta({ description: 'Concerned.' }),
    step: z
      .object({
        id: z.string(),
        name: z.string(),
        offices: z.array(z.string()),
        outcomes: z.array(z.string()),
        needsAct: z.boolean(),
      })
      .nullable()
      .meta({ description: 'Awaited now.' }),
    act: ActReference.nullable(),
    notAppliedBecause: z.string().nullable().meta({ description: 'The code for which the plan did not take it.' }),
    notAppliedSays: z.string().nullable().meta({ description: 'The same in words.' }),
    notTaken: z.array(z.object({ objectiveId: ObjectiveId, code: z.string(), says: z.string() })).meta({
      description: 'Objectives that did not take it though the plan did, such as one that was paid in between.',
    }),
    revision: Revision,
  })
  .meta({ id: 'VariationSummary' });

export const Variation = VariationSummary.extend({
  steps: z.array(
    z.object({
      id: z.string(),
      name: Name,
      status: z.enum(['passed', 'awaited', 'to-come']),
      offices: z.array(z.string()),
    }),
  ),
  points: z.array(z.string()).meta({ description: 'Asked for at a return.' }),
  missed: z
    .array(
      z.object({
        objectiveId: ObjectiveId,
        shareId: z.string(),
        deadlines: z.array(z.object({ deadlineId: z.string(), dueOn: LocalDate })),
        weight: Decimal.nullable().meta({ description: 'That hangs on them; null: it has money of its own.' }),
        left: Decimal.nullable().meta({ description: 'After the variation; of what is removed `0`.' }),
        again: ObjectiveId.optional().meta({
          description: 'That the variation adds, and that says the same; left out: the share loses weight.',
        }),
        says: z.string(),
      }),
    )
    .meta({
      description:
        'Shares that lose weight or are removed, or beside which what is added says the same, and have missed deadlines: as they are now, once it is decided as it was asked for.',
    }),
  added: z
    .array(
      z.object({
        objectiveId: ObjectiveId,
        inPlan: z.boolean().meta({ description: 'Whether the plan has it by now.' }),
        isProposal: z.boolean().meta({ description: 'A proposal, as it was validated.' }),
        approvalId: z.string().nullable().meta({ description: 'Where it was judged as a proposal.' }),
        proposed: ProposeObjective,
      }),
    )
    .meta({ description: 'The objectives that it adds, whole, with the weights after all of its changes.' }),
}).meta({ id: 'Variation' });

export const Variations = z.object({ variations: z.array(VariationSummary) }).meta({ id: 'Variations' });

export const which = z.strictObject({ variationId: VariationId });

export const variationQueryRoutes = defineRoutes({
  variations: {
    method: 'GET',
    path: '/api/v1/variations',
    kind: 'query',
    action: 'plan.read',
    tag: 'variations',
    summary: { it: 'Elencare le variazioni', en: 'List the variations' },
    query: z.strictObject({ planId: PlanId.optional(), status: VariationStatus.optional() }),
    status: 200,
    answers: { 200: Variations },
    problems: [],
  },
  variation: {
    method: 'GET',
    path: '/api/v1/variations/:variationId',
    kind: 'query',
    action: 'plan.read',
    tag: 'variations',
    summary: { it: 'Una variazione, con i suoi passi', en: 'A variation, with its steps' },
    params: which,
    status: 200,
    answers: { 200: Variation },
    problems: ['variation/not-requested'],
  },
});
