import { z } from 'zod';
import { followUp } from './dry-run.js';
import { PlanLint } from './plan-lint.js';
import { defineRoutes } from './route.js';
import { Warning } from './warnings.js';
import { ActReference, CommandAnswer, Evidence, LocalDate, PlanId, Text, WrittenText } from './values.js';

/** Settles questions of the reading: question id to option id. */
export const Answers = z
  .record(z.string().max(200), z.string().max(200))
  .meta({ id: 'Answers', description: 'How questions of the reading are settled: question id to option.' });

const settling = {
  answers: Answers.default({}),
  acceptProposals: z
    .boolean()
    .default(false)
    .meta({ description: 'Takes the proposed option of every question left open.' }),
  knowingly: z.boolean().optional().meta({
    description:
      'That the document has the numbers of proposals for other objectives is known (`plan/number-proposed`).',
  }),
};

/** A document that was added, as a person calls it. */
export const AddedDocument = z
  .strictObject({ sha256: Evidence.shape.sha256, name: z.string().min(1).max(300) })
  .meta({ id: 'AddedDocument', description: 'A document as POST /documents answered for it.' });

export const DraftPlan = z
  .union([
    z.strictObject({
      text: z.string().min(1).meta({ description: 'The plan as published: text with tables.' }),
      ...settling,
    }),
    z.strictObject({ document: AddedDocument, ...settling }),
  ])
  .meta({ id: 'DraftPlan', description: 'The plan as a text, or as a DOCX, XLSX or text file that was added before.' });

export const DraftedPlan = CommandAnswer.extend({
  planId: PlanId,
  warnings: z.array(Warning).meta({ description: 'What the document does to proposals whose numbers it has.' }),
}).meta({ id: 'DraftedPlan' });

const place = z.string().meta({ description: 'In words: «riga 215», «tabella 3, riga 5», «foglio Piano, cella C12».' });

export const PlanQuestion = z
  .object({
    id: z.string(),
    line: z.number().int(),
    place,
    question: z.string(),
    options: z.array(z.object({ id: z.string(), label: z.string() })),
    proposed: z.string(),
  })
  .meta({ id: 'PlanQuestion', description: 'What the text leaves open.' });

export const PlanProblem = z
  .object({ line: z.number().int(), place, code: z.string(), message: z.string() })
  .meta({ id: 'PlanProblem', description: 'What cannot be read, and where.' });

export const PlanSourceRow = z
  .object({
    line: z.number().int(),
    place,
    kind: z
      .enum(['heading', 'prose', 'columns', 'row'])
      .meta({ description: 'columns: a row of headings of a table.' }),
    cells: z.array(z.string()).meta({ description: 'One outside tables; line feeds part the lines of a cell.' }),
  })
  .meta({ id: 'PlanSourceRow', description: 'A piece of the document as it was read.' });

export const PlanReading = z
  .object({
    plan: z.object({ body: z.string(), year: z.number().int().nullable(), act: ActReference.nullable() }),
    counts: z.object({
      missions: z.number().int(),
      strategicObjectives: z.number().int(),
      objectives: z.number().int(),
      shares: z.number().int(),
      weightedShares: z.number().int(),
      indicators: z.number().int(),
    }),
    weightByArea: z.record(z.string(), z.string()),
    areas: z.array(z.object({ id: z.string(), name: z.string(), weight: z.string(), ceiling: z.string().nullable() })),
    objectives: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        line: z.number().int(),
        place,
        shares: z.array(z.object({ areaId: z.string(), weight: z.string().nullable(), line: z.number().int(), place })),
        indicators: z.array(z.object({ text: z.string(), line: z.number().int() })),
        deadlines: z.array(
          z.object({
            text: z.string(),
            line: z.number().int(),
            kind: z.enum(['fixed', 'as-of', 'start', 'recurring', 'relative', 'after', 'horizon']),
            dueOn: LocalDate.nullable().meta({
              description: 'Of several days the last; null where none is known yet.',
            }),
          }),
        ),
      }),
    ),
    readings: z
      .array(
        z.object({
          question: z.string(),
          option: z.string(),
          label: z.string(),
          settledBy: z.enum(['weights', 'answer', 'proposal']),
          line: z.number().int(),
          place,
        }),
      )
      .meta({ description: 'How each ambiguity is read, and what says so.' }),
    questions: z.array(PlanQuestion),
    problems: z.array(PlanProblem),
    remarks: z.array(z.string()).meta({ description: 'What was left out or taken away, and whose office an area is.' }),
    lint: PlanLint.nullable().meta({ description: 'Under the proposed reading; null where there are problems.' }),
    source: z.array(PlanSourceRow).meta({ description: 'The document as it was read, from `sourceFrom` on.' }),
    sourceFrom: z.number().int().meta({ description: 'Where `source` begins, from 0.' }),
    sourceNext: z.number().int().nullable().meta({ description: 'The next `sourceFrom`; null where that was all.' }),
    ...followUp,
    warnings: z
      .array(Warning)
      .optional()
      .meta({ description: 'What the document would do to proposals whose numbers it has; with the first page.' }),
  })
  .meta({ id: 'PlanReading', description: 'What a careful reader gets from the text; nothing was written.' });

export const ByAct = z.strictObject({ act: ActReference }).meta({ id: 'ByAct' });

export const PlanStep = z
  .strictObject({
    step: z.string().min(1).max(100),
    outcome: z.enum(['approve', 'reject', 'return']),
    note: Text.default(''),
    act: ActReference.nullable().default(null),
    points: z.array(WrittenText).max(50).default([]),
    returnBy: LocalDate.nullable().default(null),
    reason: Text.default('').meta({ description: 'Of a rejection.' }),
  })
  .meta({ id: 'PlanStep', description: 'An opinion on a plan, or its approval by the act.' });

export const EnterIntoForce = z.strictObject({ from: LocalDate }).meta({ id: 'EnterIntoForce' });

const plan = z.strictObject({ planId: PlanId });

export const planCommandRoutes = defineRoutes({
  draftPlan: {
    method: 'POST',
    path: '/api/v1/plans',
    kind: 'command',
    action: 'plan.draft',
    tag: 'plans',
    summary: {
      it: 'Importare il piano come pubblicato, o un documento corretto al posto della bozza (con dryRun=true solo leggerlo)',
      en: 'Import the plan as published, or a corrected document in the place of its draft (with dryRun=true only read it)',
    },
    query: z.strictObject({
      dryRun: z.enum(['true', 'false']).default('false'),
      sourceFrom: z.coerce.number().int().min(0).default(0).meta({ description: 'Where `source` begins, from 0.' }),
      sourceLine: z.coerce
        .number()
        .int()
        .min(1)
        .optional()
        .meta({ description: 'A line that `source` shall have; `sourceFrom` then says nothing.' }),
    }),
    body: DraftPlan,
    status: 201,
    answers: { 201: DraftedPlan, 200: PlanReading },
    problems: [
      'import/problems',
      'import/questions-open',
      'document/not-found',
      'document/altered',
      'plan/already-drafted',
      'plan/under-approval',
      'plan/already-begun',
      'plan/number-proposed',
      'plan/proposal-not-validated',
      'plan/weights-over-ceiling',
      'objective/office-evaluates',
      'objective/office-decides',
    ],
  },
  approvePlan: {
    method: 'POST',
    path: '/api/v1/plans/:planId/approval',
    kind: 'command',
    action: 'plan.approve',
    tag: 'plans',
    summary: { it: 'Registrare l’atto che approva il piano', en: 'Record the act that approves the plan' },
    params: plan,
    body: ByAct,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      'plan/not-drafted',
      'plan/already-approved',
      'plan/approved-before-act',
      'plan/validated-after-act',
      'value/before-its-fact',
      'plan/chain-to-follow',
      'approval/act-of-other-kind',
      'plan/approval-under-way',
      'plan/closed',
    ],
  },
  proposePlan: {
    method: 'POST',
    path: '/api/v1/plans/:planId/proposal',
    kind: 'command',
    action: 'plan.propose',
    tag: 'plans',
    summary: {
      it: 'Avviare l’approvazione del piano nei passi che l’ente si è dato',
      en: 'Start the approval of the plan through the steps of the body',
    },
    params: plan,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: ['plan/not-drafted', 'plan/already-approved', 'plan/approval-under-way', 'plan/no-chain', 'plan/closed'],
  },
  takePlanStep: {
    method: 'POST',
    path: '/api/v1/plans/:planId/steps',
    kind: 'command',
    action: 'plan.decide',
    tag: 'plans',
    summary: {
      it: 'Dare un parere sul piano, o approvarlo con l’atto',
      en: 'Give an opinion on a plan, or approve it by the act',
    },
    params: plan,
    body: PlanStep,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      'plan/not-drafted',
      'plan/closed',
      'approval/not-open',
      'approval/not-this-step',
      'approval/not-your-step',
      'approval/own-report',
      'approval/act-missing',
      'approval/outcome-not-offered',
      'approval/points-missing',
      'approval/before-its-step',
      'approval/act-before-step',
    ],
  },
  enterIntoForce: {
    method: 'POST',
    path: '/api/v1/plans/:planId/entry-into-force',
    kind: 'command',
    action: 'plan.enter-into-force',
    tag: 'plans',
    summary: { it: 'Far entrare in vigore il piano', en: 'Bring the plan into force' },
    params: plan,
    body: EnterIntoForce,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: ['plan/not-drafted', 'plan/not-approved', 'plan/already-in-force', 'plan/closed'],
  },
  closePlan: {
    method: 'POST',
    path: '/api/v1/plans/:planId/closure',
    kind: 'command',
    action: 'plan.close',
    tag: 'plans',
    summary: { it: 'Chiudere il piano con un atto', en: 'Close the plan by an act' },
    params: plan,
    body: ByAct,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: ['plan/not-drafted', 'plan/not-in-force', 'plan/closed', 'plan/objectives-open', 'plan/variations-open'],
  },
});
