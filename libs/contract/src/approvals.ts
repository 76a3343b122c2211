import { z } from 'zod';
import { approvalSubjects, outcomes } from '#domain';
import { Person } from './organisation.js';
import { wayIn } from './proposals.js';
import { defineRoutes } from './route.js';
import { Stuck } from './stuck.js';
import { ActReference, CommandAnswer, Decimal, Instant, LocalDate, OfficeId, PlanId, Text } from './values.js';

export const ApprovalId = z
  .string()
  .max(300)
  .regex(/^[a-z]+~[^~]+~[a-z-]+(~[^~]+){0,3}$/)
  .meta({
    id: 'ApprovalId',
    description:
      'Kind, id and subject of what is approved, and its share: `objective~2022-7.2.1~rendicontazione~7.2.1-urbanistica`; of a justification also the deadline and its occasion.',
    examples: ['objective~2022-7.2.1~rendicontazione~7.2.1-urbanistica'],
  });

const Words = z.object({ it: z.string(), en: z.string() });
const Subject = z.enum(approvalSubjects).meta({ id: 'ApprovalSubject' });
const Step = z.string().min(1).max(100).meta({ description: 'The step that waits, as the approval names it.' });
const Vote = z.object({
  person: z.string(),
  office: z.string(),
  onBehalfOf: z.string().nullable(),
  outcome: z.enum(outcomes),
  note: z.string(),
  act: ActReference.nullable(),
  rerouted: z.object({ from: z.string(), rule: z.string() }).optional().meta({
    description:
      'Whose place a substitute took, and by which rule of duty separation; absent: nobody was barred, or the log does not say.',
  }),
  called: z.enum(['beside', 'instead']).optional().meta({
    description: 'A time-out had called the office, beside those who were silent or in their place; absent: none had.',
  }),
  on: LocalDate.optional().meta({ description: 'The day on which it happened, where it was recorded later.' }),
  at: Instant,
});

export const ApprovalWaiting = z
  .object({
    step: z.string(),
    name: Words,
    since: Instant.nullable(),
    until: LocalDate.nullable().meta({ description: 'The last day of the term.' }),
    overdue: z.boolean(),
    next: z
      .object({ do: z.enum(['remind', 'escalate', 'substitute', 'approve-silently']), on: LocalDate })
      .nullable()
      .meta({ description: 'What happens next if nobody acts.' }),
    who: z
      .array(
        z.object({
          office: z.string(),
          persons: z.array(z.string()),
          disabled: z
            .array(z.string())
            .optional()
            .meta({ description: 'Those who could if their account were in use; absent: none.' }),
          decides: z.boolean(),
        }),
      )
      .meta({ description: 'Who could act now, by account; an office with neither persons nor `disabled` is vacant.' }),
    seats: z.array(z.object({ office: z.string(), decides: z.boolean() })).meta({
      description: 'All that the step asks, also those who have spoken; `decides`: alone, called by a time-out.',
    }),
    votes: z.array(Vote),
    claims: z.array(z.object({ person: z.string(), office: z.string() })),
    reroutedFrom: z.string().nullable(),
    rule: z.string().nullable().meta({ description: 'The rule of duty separation that called the substitute.' }),
    called: z
      .object({ as: z.enum(['beside', 'instead']), on: LocalDate.nullable(), silent: z.array(z.string()) })
      .optional()
      .meta({
        description:
          'Whom a time-out called, beside the offices that were silent or in their place, and since when; absent: nobody.',
      }),
    stuck: Stuck.nullable().meta({
      description:
        'Why nobody can bring it on: too many are on the other side of the control, too few offices are held, one person holds several that must each speak, both of these, or those who hold them have an account that is disabled.',
    }),
  })
  .meta({ id: 'ApprovalWaiting', description: 'Why an approval does not move.' });

export const ApprovalSummary = z
  .object({
    approvalId: z.string(),
    kind: z.string(),
    streamId: z.string(),
    subject: Subject,
    shareId: z.string().nullable(),
    planId: z.string().nullable(),
    title: z.string().nullable().meta({
      description:
        'Of an objective that of the plan, of a premium run its name in the language that is asked for; null: by its id.',
    }),
    deadline: z
      .object({ deadlineId: z.string(), instance: LocalDate, dueOn: LocalDate, text: z.string() })
      .nullable()
      .meta({ description: 'Of a justification: what was missed, in the words of the plan.' }),
    status: z.enum(['open', 'returned', 'rejected', 'approved', 'withdrawn']),
    chain: z.object({ id: z.string(), version: z.number().int() }),
    workflow: z.object({ id: z.string(), version: z.number().int() }).nullable(),
    degree: Decimal.nullable(),
    passed: z.array(z.string()),
    waiting: ApprovalWaiting.nullable(),
    points: z.array(z.string()),
    returnBy: LocalDate.nullable(),
    integration: z.object({ office: z.string(), overdue: z.boolean() }).nullable().meta({
      description: 'Who is to hand in again what came back, and whether `returnBy` is over; null unless it came back.',
    }),
    revision: z.number().int(),
    recordedAt: Instant,
  })
  .meta({ id: 'ApprovalSummary' });

const Participant = z.union([
  z.object({ office: z.string() }),
  z.object({ role: z.string() }),
  z.object({ relation: z.string() }),
]);

const after = { after: z.number().int().meta({ description: 'Working days after the term.' }) };

export const ApprovalStep = z
  .object({
    id: z.string(),
    name: Words,
    who: z.array(Participant),
    agreement: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('one') }),
      z.object({ kind: z.literal('all'), of: z.enum(['offices', 'members']) }),
      z.object({ kind: z.literal('quorum'), count: z.number().int() }),
      z.object({ kind: z.literal('weighted'), threshold: z.number(), weights: z.record(z.string(), z.number()) }),
    ]),
    order: z.enum(['parallel', 'in-order']),
    substitute: Participant.nullable(),
    independentOf: z
      .union([z.enum(['earlier', 'nobody']), z.array(z.string())])
      .optional()
      .meta({ description: 'Whose earlier steps keep a person from this one.' }),
    term: z.object({ workingDays: z.number().int() }).nullable(),
    onTimeout: z.array(
      z.discriminatedUnion('do', [
        z.object({ ...after, do: z.literal('remind') }),
        z.object({ ...after, do: z.literal('escalate'), to: Participant }),
        z.object({ ...after, do: z.literal('substitute'), by: Participant }),
        z.object({ ...after, do: z.literal('approve-silently') }),
      ]),
    ),
    outcomes: z.array(z.enum(outcomes)),
    act: z.object({ kinds: z.array(z.string()) }).nullable(),
  })
  .meta({ id: 'ApprovalStep', description: 'A step as the definition has it.' });

export const ApprovalDetail = ApprovalSummary.extend({
  steps: z.array(ApprovalStep).meta({ description: 'The chain that it began with, or was moved to.' }),
  panels: z
    .record(z.string(), z.object({ offices: z.array(z.string()), reroutedFrom: z.string().nullable() }))
    .meta({ description: 'Who could take each step when it began.' }),
  agreed: z
    .record(z.string(), z.array(Vote))
    .meta({ description: 'Who agreed at each step of `passed`, and what they wrote; nobody where silence did.' }),
  setOut: z
    .object({ at: Instant, on: LocalDate.optional(), by: z.array(z.string()) })
    .nullable()
    .meta({
      description:
        'When it was sent on its way: recorded `at`, and `on` which day, where that is another; `by` whom, of those who are on the other side. Null: an act had it judged anew, or the log does not say.',
    }),
  silences: z
    .record(z.string(), z.object({ at: Instant, offices: z.array(z.string()) }))
    .meta({ description: 'Steps of `passed` that silence passed: when, and which offices had not spoken.' }),
  ended: Vote.extend({
    step: z.string(),
    reason: z.string().meta({ description: 'Of a rejection; empty: it came back, for its `points`.' }),
    votes: z.array(Vote).meta({ description: 'Who had agreed at that step before.' }),
  })
    .nullable()
    .meta({
      description: 'Who sent it back or rejected it, and at which step; null unless it came back or was rejected.',
    }),
  withdrawal: z
    .object({ office: z.string(), on: LocalDate, reason: z.string() })
    .nullable()
    .meta({ description: 'As which office what is approved was taken back, when and why; null: nobody did.' }),
}).meta({ id: 'ApprovalDetail' });

export const TakeStep = z
  .strictObject({
    step: Step,
    outcome: z.enum(outcomes),
    note: z.string().max(5000).default(''),
    act: ActReference.nullable().default(null),
    points: z.array(Text).max(50).default([]).meta({ description: 'Of a return: what is asked for.' }),
    returnBy: LocalDate.nullable().default(null).meta({ description: 'Of a return: by when.' }),
    degree: Decimal.nullable().default(null).meta({ description: 'Of a correction.' }),
    effect: z
      .enum(['full', 'reduced', 'neutral'])
      .nullable()
      .default(null)
      .meta({ description: 'Of agreeing to a justification: how it counts. The last step needs one.' }),
    reason: z.string().max(5000).default('').meta({ description: 'Of a correction or a rejection, in writing.' }),
  })
  // a degree beside an approval would be approved as it was, and whoever wrote it would not know
  .superRefine((taken, context) => {
    const { outcome, degree, points, returnBy } = taken;
    const keys = [
      ...(degree !== null && outcome !== 'correct-degree' ? ['degree'] : []),
      ...(points.length > 0 && outcome !== 'return' ? ['points'] : []),
      ...(returnBy !== null && outcome !== 'return' ? ['returnBy'] : []),
    ];
    if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: taken });
  })
  .meta({ id: 'TakeStep' });

const OneStep = z.strictObject({ step: Step }).meta({ id: 'OneStep' });

export const ReassignStep = z
  .strictObject({
    step: Step,
    to: z.strictObject({ account: Person, office: OfficeId }),
    reason: Text,
  })
  .meta({ id: 'ReassignStep' });

export const MigrateApproval = z
  .strictObject({
    workflow: z
      .strictObject({ id: z.string().min(1).max(100), version: z.number().int().positive() })
      .optional()
      .meta({ description: 'Left out: the definition in force.' }),
    reason: Text,
  })
  .meta({ id: 'MigrateApproval' });

export const CorrectDay = z
  .strictObject({
    step: Step.optional().meta({
      description: 'At which somebody voted. Left out: what is corrected is when it was sent on its way.',
    }),
    account: Person.optional().meta({ description: 'Whose vote. Left out: the one recorded last at that step.' }),
    day: LocalDate.meta({ description: 'On which it happened.' }),
    reason: Text,
  })
  .meta({ id: 'CorrectDay' });

const one = z.strictObject({ approvalId: ApprovalId });
const command = { method: 'POST', kind: 'command', tag: 'approvals', params: one, status: 200 } as const;
const path = '/api/v1/approvals/:approvalId';
const common = ['approval/not-found', 'approval/not-open', 'approval/no-substitute', 'approval/own-report'] as const;
const atStep = [...common, 'approval/not-this-step', 'approval/not-your-step', 'approval/not-your-turn'] as const;

export const approvalRoutes = defineRoutes({
  approvals: {
    method: 'GET',
    path: '/api/v1/approvals',
    kind: 'query',
    action: 'approval.read',
    tag: 'approvals',
    summary: {
      it: 'Le approvazioni in corso: chi può agire, da quando, entro quando, che cosa succede dopo',
      en: 'Approvals under way: who could act, since when, until when, what comes next',
    },
    query: z.strictObject({
      subject: Subject.optional(),
      planId: PlanId.optional(),
      status: z.enum(['open', 'returned', 'rejected', 'approved', 'withdrawn']).optional().meta({
        description: 'Left out: open; with overdue=true also those that came back and were not integrated in time.',
      }),
      waitingForMe: z.stringbool().optional(),
      overdue: z.stringbool().optional(),
      stuck: z.stringbool().optional(),
      cursor: z
        .string()
        .max(400)
        .regex(/^\S+ \S+$/)
        .optional()
        .meta({ description: 'nextCursor of the page before.' }),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    status: 200,
    answers: {
      200: z
        .object({ approvals: z.array(ApprovalSummary), nextCursor: z.string().nullable() })
        .meta({ id: 'Approvals' }),
    },
    problems: [],
  },
  approval: {
    method: 'GET',
    path,
    kind: 'query',
    action: 'approval.read',
    tag: 'approvals',
    summary: { it: 'Un’approvazione con i suoi passi', en: 'An approval with its steps' },
    params: one,
    status: 200,
    answers: { 200: ApprovalDetail },
    problems: ['approval/not-found'],
  },
  takeStep: {
    ...command,
    path: `${path}/outcomes`,
    action: 'approval.act',
    summary: {
      it: 'Esprimersi a un passo: approvare, respingere, restituire, rettificare il grado',
      en: 'Speak at a step: approve, reject, return, correct the degree',
    },
    body: TakeStep,
    answers: { 200: CommandAnswer },
    problems: [
      ...atStep,
      // of a proposal
      ...wayIn,
      'approval/already-voted',
      'approval/claimed',
      'approval/outcome-not-offered',
      'approval/may-not-return',
      'approval/points-missing',
      'approval/same-degree',
      'approval/act-missing',
      'approval/act-of-other-kind',
      'approval/act-before-certification',
      'approval/act-before-reopening',
      'approval/before-its-step',
      'approval/act-before-step',
      'approval/effect-not-asked',
      'evaluation/degrees-changed',
      'evaluation/shares-changed',
      // of a run, at its last step
      'premium/degrees-changed',
      'premium/holders-changed',
      'premium/weights-changed',
      'premium/set-aside',
      'objective/effect-missing',
      'objective/effect-of-rejection',
      'objective/effect-differs',
      'objective/lint-not-waived',
    ],
  },
  claimStep: {
    ...command,
    path: `${path}/claim`,
    action: 'approval.act',
    summary: { it: 'Prendere in carico un passo', en: 'Claim a step' },
    body: OneStep,
    answers: { 200: CommandAnswer },
    problems: [...atStep, 'approval/claimed', 'approval/each-votes'],
  },
  releaseStep: {
    ...command,
    path: `${path}/release`,
    action: 'approval.act',
    summary: { it: 'Rilasciare un passo preso in carico', en: 'Release a claimed step' },
    body: OneStep,
    answers: { 200: CommandAnswer },
    problems: [...common, 'approval/not-this-step', 'approval/not-claimed'],
  },
  reassignStep: {
    ...command,
    path: `${path}/reassignment`,
    action: 'approval.reassign',
    summary: { it: 'Riassegnare un passo a chi può compierlo', en: 'Reassign a step to somebody who may take it' },
    body: ReassignStep,
    answers: { 200: CommandAnswer },
    problems: [
      ...common,
      'approval/for-the-segretario',
      'approval/not-this-step',
      'approval/each-votes',
      'approval/may-not-take',
      'organisation/unknown-person',
      'approval/already-voted',
    ],
  },
  migrateApproval: {
    ...command,
    path: `${path}/migration`,
    action: 'approval.migrate',
    summary: {
      it: 'Spostare un’approvazione in corso a un’altra versione della sua catena',
      en: 'Move a running approval to another version of its chain',
    },
    body: MigrateApproval,
    answers: { 200: CommandAnswer },
    problems: [
      ...common,
      'approval/for-the-segretario',
      'approval/same-version',
      'approval/would-approve',
      'variation/unheard',
      'premium/document-missing',
      'approval/nobody-at-step',
      'approval/too-few',
      'approval/chain-empty',
      'approval/no-such-version',
    ],
  },
  correctDay: {
    ...command,
    path: `${path}/day`,
    action: 'approval.act',
    summary: {
      it: 'Correggere il giorno di ciò che è stato compiuto in un’approvazione in corso',
      en: 'Correct the day of what was done in an approval under way',
    },
    body: CorrectDay,
    answers: { 200: CommandAnswer },
    problems: [
      'approval/not-found',
      'approval/not-open',
      'approval/own-report',
      'approval/for-the-segretario',
      'approval/no-such-day',
      'approval/not-yours-to-correct',
      'approval/day-after-next',
      'organisation/unknown-person',
    ],
  },
});
