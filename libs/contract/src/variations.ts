import { z } from 'zod';
import { defineRoutes } from './route.js';
import {
  ActReference,
  CommandAnswer,
  DeadlineId,
  Decimal,
  Instant,
  LocalDate,
  ObjectiveId,
  OfficeId,
  PlanId,
  Revision,
  ShareId,
  Text,
  WrittenText,
} from './values.js';

/** Also without the year, as earlier releases wanted it. */
const AskedObjective = z
  .string()
  .regex(/^(?:\d{4}-)?[0-9a-z.]{1,40}$/)
  .meta({ description: 'The id of the objective; the plan may be left out.', examples: ['2022-20.4.1a'] });
const InnerId = z.string().min(1).max(160);

const Target = z.strictObject({
  comparison: z.enum(['at-least', 'exactly', 'at-most']),
  value: Decimal,
  unit: z.enum(['%', 'count']),
});

const NewShare = {
  areaId: OfficeId,
  unit: Text.nullable().default(null),
  weight: Decimal.nullable().meta({ description: 'Null where money of its own takes its place.' }),
  funding: Text.nullable().default(null),
};

const NewObjective = z
  .strictObject({
    mission: z.number().int().positive(),
    strategicObjective: z.number().int().positive(),
    number: z.string().regex(/^[0-9a-z]{1,10}$/),
    title: WrittenText,
    shares: z.array(z.strictObject(NewShare)).min(1).max(50),
    indicators: z
      .array(z.strictObject({ text: WrittenText, target: Target.nullable().default(null) }))
      .min(1)
      .max(50),
    dueOn: LocalDate.meta({ description: 'All its shares answer by that day.' }),
  })
  .meta({ id: 'NewObjective', description: 'An objective of which every share has all indicators and one deadline.' });

export const AskedChange = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('move-deadline'),
      objectiveId: AskedObjective,
      deadlineId: DeadlineId,
      to: LocalDate,
    }),
    z.strictObject({
      kind: z.literal('change-indicator'),
      objectiveId: AskedObjective,
      indicatorId: InnerId,
      text: WrittenText,
      target: Target.nullable(),
    }),
    z.strictObject({ kind: z.literal('move-weight'), from: ShareId, to: ShareId, points: Decimal }),
    z.strictObject({
      kind: z.literal('add-share'),
      objectiveId: AskedObjective,
      share: z.strictObject(NewShare),
      indicatorIds: z.array(InnerId).max(50),
      deadlineIds: z.array(DeadlineId).max(50),
    }),
    z.strictObject({ kind: z.literal('add-objective'), objective: NewObjective }),
    z.strictObject({
      kind: z.literal('remove-objective'),
      objectiveId: AskedObjective,
      cause: z.enum(['third-party', 'upstream-area', 'resources', 'change-of-law', 'force-majeure']),
      note: WrittenText,
      weight: z.enum(['redistribute', 'neutralise']).default('neutralise'),
    }),
  ])
  .meta({
    id: 'AskedChange',
    description: 'One thing that shall change.',
  });

const changes = z.array(AskedChange).min(1).max(100);

export const RequestVariation = z
  .strictObject({ planId: PlanId, reason: WrittenText, changes })
  .meta({ id: 'RequestVariation' });

export const ResubmitVariation = z.strictObject({ reason: WrittenText, changes }).meta({ id: 'ResubmitVariation' });

export const WithdrawVariation = z.strictObject({ reason: WrittenText }).meta({ id: 'WithdrawVariation' });

export const VariationStep = z
  .strictObject({
    step: z.string().min(1).max(100),
    outcome: z.enum(['approve', 'reject', 'return']),
    note: Text.default(''),
    act: ActReference.nullable().default(null),
    points: z.array(WrittenText).max(50).default([]),
    returnBy: LocalDate.nullable().default(null),
    reason: Text.default('').meta({ description: 'Of a rejection.' }),
  })
  .meta({ id: 'VariationStep', description: 'An opinion, or the decision by its act.' });

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
      .meta({ description: 'In words, with what it was when it was asked for.' }),
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
}).meta({ id: 'Variation' });

export const Variations = z.object({ variations: z.array(VariationSummary) }).meta({ id: 'Variations' });

export const RequestedVariation = CommandAnswer.extend({ variationId: VariationId }).meta({ id: 'RequestedVariation' });

const which = z.strictObject({ variationId: VariationId });

const asked = [
  'plan/not-drafted',
  'plan/not-in-force',
  'plan/weights-over-ceiling',
  'variation/not-concerned',
  'variation/nothing-changed',
  'variation/weight-exhausted',
  'variation/share-without-weight',
  'variation/objective-removed',
  'variation/unknown-objective',
  'variation/settled',
  'variation/deadline-missed',
  'variation/deadline-answered',
  'variation/day-passed',
  'variation/after-cut-off',
  'variation/share-under-variation',
  'variation/no-chain',
  'variation/opinion-missing',
  'variation/nobody-bears-weight',
  'lifecycle/not-allowed',
  'approval/no-substitute',
] as const;

export const variationRoutes = defineRoutes({
  requestVariation: {
    method: 'POST',
    path: '/api/v1/variations',
    kind: 'command',
    action: 'variation.request',
    tag: 'variations',
    summary: { it: 'Chiedere una variazione del piano', en: 'Ask for a variation of the plan' },
    body: RequestVariation,
    status: 201,
    answers: { 201: RequestedVariation },
    problems: asked,
  },
  resubmitVariation: {
    method: 'POST',
    path: '/api/v1/variations/:variationId/resubmission',
    kind: 'command',
    action: 'variation.request',
    tag: 'variations',
    summary: {
      it: 'Ripresentare una variazione restituita per integrazioni',
      en: 'Submit a variation again after a return for integration',
    },
    params: which,
    body: ResubmitVariation,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [...asked, 'variation/not-requested', 'variation/not-returned', 'variation/not-yours'],
  },
  withdrawVariation: {
    method: 'POST',
    path: '/api/v1/variations/:variationId/withdrawal',
    kind: 'command',
    action: 'variation.request',
    tag: 'variations',
    summary: { it: 'Ritirare una variazione', en: 'Withdraw a variation' },
    params: which,
    body: WithdrawVariation,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: ['variation/not-requested', 'variation/decided', 'variation/not-yours'],
  },
  takeVariationStep: {
    method: 'POST',
    path: '/api/v1/variations/:variationId/steps',
    kind: 'command',
    action: 'variation.decide',
    tag: 'variations',
    summary: {
      it: 'Dare un parere su una variazione, o deciderla con l’atto',
      en: 'Give an opinion on a variation, or decide it by the act',
    },
    params: which,
    body: VariationStep,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      'variation/not-requested',
      'variation/deadline-missed',
      'variation/settled',
      'variation/after-cut-off',
      'variation/nobody-bears-weight',
      'lifecycle/not-allowed',
      'plan/weights-over-ceiling',
      'approval/not-open',
      'approval/not-this-step',
      'approval/not-your-step',
      'approval/own-report',
      'approval/act-missing',
      'approval/outcome-not-offered',
      'approval/points-missing',
    ],
  },
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
