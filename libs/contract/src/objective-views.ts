import { z } from 'zod';
import { lifecycleVerbs, type ShareStatus as DomainStatus } from '#domain';
import { AuditEntry } from './audit-trail.js';
import { Holding, PersonHeld } from './holdings.js';
import { InstanceRef, Measurement } from './objectives.js';
import { defineRoutes } from './route.js';
import { Stuck } from './stuck.js';
import { ActReference, Decimal, Evidence, Instant, LocalDate, Money, ObjectiveId, OfficeId, PlanId } from './values.js';
import { Warning } from './warnings.js';

const shareStatuses = [
  'draft',
  'proposed',
  'validated',
  'defined',
  'assigned',
  'acknowledged',
  'in-progress',
  'rendicontazione-submitted',
  'rendicontazione-returned',
  'rendicontazione-approved',
  'scored',
  'definitive',
  'liquidated',
  'suspended',
  'removed',
] as const satisfies readonly DomainStatus[];

export const ShareStatus = z.enum(shareStatuses).meta({ id: 'ShareStatus' }) satisfies z.ZodType<DomainStatus>;

export const ObjectiveStatus = z.enum([...shareStatuses, 'closed']).meta({ id: 'ObjectiveStatus' });

const Words = z.object({ it: z.string(), en: z.string() });

export const Awaiting = z
  .object({ step: z.string(), name: Words, office: z.string().nullable(), offices: z.array(z.string()) })
  .meta({ id: 'Awaiting', description: 'The step of the chain that must act next, and the offices that may.' });

export const ShareSummary = z
  .object({
    shareId: z.string(),
    areaId: z.string(),
    unit: z.string().nullable(),
    weight: Decimal.nullable(),
    funding: z.string().nullable(),
    office: z.string().nullable(),
    acknowledged: z.boolean(),
    status: ShareStatus,
    reopened: z.boolean().meta({ description: 'By act, after it was judged: it is judged anew.' }),
    since: Instant,
    progress: Decimal.nullable().meta({ description: 'Percent.' }),
    awaiting: Awaiting.nullable(),
    selfDegree: Decimal.nullable(),
    degree: Decimal.nullable(),
    premium: Money.nullable(),
  })
  .meta({ id: 'ShareSummary' });

export const ObjectiveSummary = z
  .object({
    objectiveId: ObjectiveId,
    planId: PlanId,
    mission: z.number().int(),
    strategicObjective: z.number().int(),
    number: z.string(),
    title: z.string(),
    status: ObjectiveStatus.meta({ description: 'Of the share that is least far.' }),
    revision: z.number().int().meta({ description: '-1 until it is defined in the log.' }),
    shares: z.array(ShareSummary),
  })
  .meta({ id: 'ObjectiveSummary' });

export const DueItem = z
  .object({
    objectiveId: ObjectiveId,
    shareId: z.string(),
    deadlineId: z.string(),
    instance: LocalDate,
    kind: z.string(),
    every: z.enum(['week', 'month']).nullable(),
    dueOn: LocalDate,
    missedAt: Instant,
    office: z.string().nullable(),
    title: z.string(),
    text: z.string(),
    status: z.enum(['open', 'met', 'missed', 'late', 'void', 'moved']),
    answeredOn: LocalDate.nullable(),
    nil: z.boolean(),
    frozen: z.boolean().meta({ description: 'Work on the share rests: it cannot be missed meanwhile.' }),
    justification: z
      .enum(['submitted', 'accepted', 'rejected'])
      .nullable()
      .meta({ description: 'What became of the reason given for missing it.' }),
    effect: z.enum(['full', 'reduced', 'neutral']).nullable().meta({ description: 'How an accepted one counts.' }),
    judging: z
      .object({
        step: z.string(),
        office: z.string().nullable(),
        offices: z.array(z.string()),
        stuck: Stuck.optional(),
      })
      .nullable()
      .meta({
        description:
          'The step that decides on it next, once somebody has begun, and the offices asked there; `office`: the first. `stuck`, of one objective: why nobody can bring it on; absent: somebody can.',
      }),
    late: z.object({ reason: z.string(), note: z.string() }).nullable(),
    markedAt: Instant.nullable().meta({
      description: 'When it was last marked as missed, also where that was lifted since.',
    }),
    lifted: z
      .object({
        on: LocalDate,
        recordedAt: Instant,
        act: ActReference,
        variationId: z.string().nullable().meta({ description: 'null: the act suspended work, or removed the share.' }),
        isRemoved: z.literal(true).optional().meta({ description: 'The act removed the share.' }),
        dueOn: LocalDate.meta({ description: 'The day on which it was held to be missed.' }),
      })
      .nullable()
      .meta({
        description:
          'By which act, and variation, the last miss was lifted: `on`, the day of the act; `recordedAt`, when it came into the log. null: none was, or it was missed again.',
      }),
  })
  .meta({
    id: 'DueItem',
    description: 'One occasion on which a share must have done something, and what became of it.',
  });

const Reported = z.object({ value: Decimal.nullable(), note: z.string(), evidence: z.array(Evidence) });

export const ReportedProgress = Reported.extend({
  progressId: z.string(),
  indicatorId: z.string().nullable(),
  fulfils: InstanceRef.nullable(),
  occurredOn: LocalDate,
  recordedAt: Instant,
  late: z.boolean().meta({ description: 'Recorded after the day on which it happened.' }),
  earlier: z.array(Reported).meta({ description: 'What it said before each rectification, oldest first.' }),
}).meta({ id: 'ReportedProgress' });

export const ChainStep = z
  .object({
    id: z.string(),
    name: Words,
    office: z.string(),
    offices: z.array(z.string()).meta({ description: 'Who was asked when the approval began.' }),
    substitute: z.string().nullable().meta({ description: 'Who acts in the place of the office that may not.' }),
    mayReturn: z.boolean(),
    needsAct: z.boolean(),
  })
  .meta({ id: 'ChainStep' });

export const Rendicontazione = z
  .object({
    submission: z.number().int(),
    status: z.enum(['open', 'returned', 'rejected', 'approved']),
    stepIndex: z.number().int(),
    chain: z.object({ id: z.string(), version: z.number().int(), steps: z.array(ChainStep) }),
    measurements: z.array(Measurement),
    selfDegree: Decimal,
    degree: Decimal.meta({ description: 'What is approved: as claimed, or corrected at a step.' }),
    note: z.string(),
    evidence: z.array(Evidence),
    points: z.array(z.string()),
    returnBy: LocalDate.nullable(),
    stillDue: z
      .array(z.object({ deadlineId: z.string(), instance: LocalDate, dueOn: LocalDate }))
      .meta({ description: 'Deadlines that were neither answered nor past when it was submitted.' }),
  })
  .meta({ id: 'Rendicontazione', description: 'A report on its way through its approval chain.' });

const Source = z.object({ line: z.number().int(), column: z.number().int().optional() });

export const Indicator = z
  .object({
    id: z.string(),
    shareIds: z.array(z.string()),
    text: z.string(),
    target: z
      .object({ comparison: z.enum(['at-least', 'exactly', 'at-most']), value: Decimal, unit: z.enum(['%', 'count']) })
      .nullable(),
    source: Source,
  })
  .meta({ id: 'Indicator' });

const deadline = { id: z.string(), shareIds: z.array(z.string()), text: z.string() };

const AsOfDueOn = LocalDate.optional().meta({
  description:
    '`graceDays` after `asOf`; what is sent of it is reckoned anew. Left out: in a plan of an earlier release it never falls due.',
});

export const Deadline = z
  .discriminatedUnion('kind', [
    z.object({ ...deadline, kind: z.literal('fixed'), on: LocalDate }),
    z.object({ ...deadline, kind: z.literal('as-of'), asOf: LocalDate, graceDays: z.number().int(), dueOn: AsOfDueOn }),
    z.object({ ...deadline, kind: z.literal('start'), from: LocalDate, until: LocalDate.nullable() }),
    z.object({
      ...deadline,
      kind: z.literal('recurring'),
      every: z.enum(['week', 'month']),
      from: LocalDate,
      until: LocalDate,
      nilReturn: z.boolean(),
      day: z
        .number()
        .int()
        .optional()
        .meta({ description: 'Of the week (1 is Monday) or of the month; left out: the last.' }),
    }),
    z.object({ ...deadline, kind: z.literal('relative'), to: z.string(), within: z.string() }),
    z.object({ ...deadline, kind: z.literal('after'), dependsOn: z.string() }),
    z.object({ ...deadline, kind: z.literal('horizon'), on: LocalDate }),
  ])
  .meta({ id: 'Deadline' });

const Could = z.union([
  z.object({ office: z.string() }),
  z.object({ role: z.string() }),
  z.object({ system: z.literal(true) }),
]);

export const Possible = z
  .object({ verb: z.enum(lifecycleVerbs), who: z.array(Could) })
  .meta({ id: 'Possible', description: 'What the body’s definition lets happen next, and who could do it.' });

const Suspension = z.object({
  reason: z.string(),
  from: LocalDate,
  until: LocalDate,
  act: ActReference.nullable(),
  urgent: z.boolean(),
  unratifiedUntil: LocalDate.optional().meta({ description: 'Last day while no act has ratified it.' }),
  recordedOn: LocalDate.optional().meta({
    description: 'When it was recorded, where no act dates it and that was after its first day.',
  }),
});

export const DaysTaken = z
  .object({ office: z.string(), to: z.string(), from: LocalDate, until: LocalDate, days: z.number().int() })
  .meta({
    id: 'DaysTaken',
    description:
      'Days of credit that went from an office to another by a first day before the recording; both days included.',
  });

export const ShareMoves = z
  .object({
    holders: z.array(Holding),
    persons: z.array(PersonHeld).meta({ description: 'Who held those offices meanwhile, as it is known today.' }),
    taken: z.array(DaysTaken).optional().meta({ description: 'Oldest record first; left out: none.' }),
    suspension: Suspension.nullable(),
    rests: z.array(Suspension.extend({ resumedOn: LocalDate, days: z.number().int() })),
    unratified: z
      .array(
        z.object({
          from: LocalDate,
          to: LocalDate,
          days: z.number().int(),
          moved: z.array(z.object({ deadlineId: z.string(), instance: LocalDate, dueOn: LocalDate })),
        }),
      )
      .meta({
        description:
          'Urgent rests that are over and that no act has ratified, with their last day and the deadlines that they moved: the act is owed.',
      }),
    removal: z
      .object({
        cause: z.string(),
        note: z.string(),
        act: ActReference,
        opinion: z.object({
          favourable: z.boolean(),
          note: z.string(),
          on: LocalDate,
          document: ActReference.optional().meta({
            description: 'Left out: a vote in the log, or an earlier release.',
          }),
          against: z.string().optional().meta({ description: 'Why it was removed all the same.' }),
        }),
        weight: z.enum(['redistribute', 'neutralise']),
      })
      .nullable(),
    definitive: z
      .object({ note: z.string(), act: ActReference.optional().meta({ description: 'By which; left out: by none.' }) })
      .nullable(),
    reopenings: z.array(z.object({ reason: z.string(), act: ActReference, degree: Decimal.nullable() })),
    adjusting: z
      .object({
        degree: Decimal.nullable().optional().meta({ description: 'By which the run paid it.' }),
        byRun: Money.optional().meta({ description: 'What the run paid, before any adjustment.' }),
        fullAmount: Money.optional().meta({
          description: 'Paid by a degree of 0, or out of a reserve: what the run would have paid by the full one.',
        }),
        ceiling: Money.optional().meta({ description: 'Paid out of a reserve: what that has for the share at most.' }),
        runId: z.string(),
        amount: Money,
      })
      .nullable(),
  })
  .meta({ id: 'ShareMoves', description: 'What befell a share beside its way from assignment to liquidation.' });

export const ShareDetail = ShareSummary.extend({
  degreeReason: z.string().nullable(),
  runId: z.string().nullable(),
  rendicontazione: Rendicontazione.nullable(),
  progressReports: z.array(ReportedProgress),
  due: z.array(DueItem),
  moves: ShareMoves,
  possible: z.array(Possible),
}).meta({ id: 'ShareDetail' });

export const ObjectiveDetail = ObjectiveSummary.extend({
  horizon: LocalDate,
  indicators: z.array(Indicator),
  deadlines: z.array(Deadline),
  participants: z.array(z.string()),
  acts: z.array(ActReference),
  shares: z.array(ShareDetail),
  workflow: z
    .object({ id: z.string(), version: z.number().int() })
    .nullable()
    .meta({ description: 'The definition it was defined under; null: from before there were any.' }),
  closings: z.array(z.object({ comment: z.string() })),
  possible: z.array(Possible).meta({ description: 'Of any of its shares.' }),
  warnings: z.array(Warning).meta({
    description:
      'Shares that nobody could judge as things stand (`objective/nobody-left`), until they are reported on.',
  }),
  history: z.array(AuditEntry).meta({ description: 'Every event, oldest first.' }),
}).meta({ id: 'ObjectiveDetail' });

export const Objectives = z
  .object({ objectives: z.array(ObjectiveSummary), nextCursor: z.string().nullable() })
  .meta({ id: 'Objectives' });

export const objectiveQueryRoutes = defineRoutes({
  objectives: {
    method: 'GET',
    path: '/api/v1/objectives',
    kind: 'query',
    action: 'objective.read',
    tag: 'objectives',
    summary: { it: 'Elencare gli obiettivi', en: 'List objectives' },
    query: z.strictObject({
      planId: PlanId.optional(),
      area: OfficeId.optional(),
      status: ObjectiveStatus.optional(),
      cursor: ObjectiveId.optional().meta({ description: 'nextCursor of the page before.' }),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    status: 200,
    answers: { 200: Objectives },
    problems: [],
  },
  objective: {
    method: 'GET',
    path: '/api/v1/objectives/:objectiveId',
    kind: 'query',
    action: 'objective.read',
    tag: 'objectives',
    summary: { it: 'Un obiettivo con quote, scadenze e storia', en: 'An objective with shares, deadlines and history' },
    params: z.strictObject({ objectiveId: ObjectiveId }),
    status: 200,
    answers: { 200: ObjectiveDetail },
    problems: ['objective/not-defined'],
  },
});
