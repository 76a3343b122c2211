import { z } from 'zod';
import { evaluationActions, evaluationStatuses, saidInEvaluation } from '#domain';
import { defineRoutes } from './route.js';
import { Decimal, LocalDate, OfficeId, PlanId, Revision } from './values.js';

export const Account = z
  .string()
  .min(1)
  .max(100)
  .meta({ description: 'The id of an account; where it is sent, its user name will do.' });

export const EvaluationId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,199}$/)
  .meta({ id: 'EvaluationId', description: 'The plan and the account that is evaluated: `2022-<account>`.' });

export const Judge = z.strictObject({ person: Account, office: OfficeId }).meta({ id: 'Judge' });

const Score = z.object({ results: Decimal, behaviours: Decimal, total: Decimal }).meta({
  id: 'EvaluationScore',
  description: 'Points from 0 to 100; the total by the weights of the workflow.',
});

const Said = z
  .object({
    what: z.enum(saidInEvaluation),
    on: LocalDate,
    office: OfficeId.meta({ description: 'As which it was said.' }),
    anew: z.boolean().optional().meta({ description: 'Of a proposal: made again by what counts since.' }),
    text: z.string().optional(),
    points: z.array(z.string()).optional(),
    score: Score.optional(),
    before: Score.optional(),
    total: Decimal.optional(),
    of: z.enum(['proposal', 'final']).optional(),
    until: LocalDate.optional().meta({ description: 'The last day of a term; of an offered hearing its day.' }),
    outcome: z.string().optional(),
    step: z.string().optional(),
  })
  .meta({ id: 'SaidInEvaluation', description: 'What was said in an evaluation, in its order.' });

const AsCounted = z.object({ weight: Decimal, degree: Decimal.nullable() }).nullable();

const Grounds = z
  .object({
    shares: z
      .array(z.object({ objectiveId: z.string(), shareId: z.string(), weight: Decimal, degree: Decimal }))
      .meta({ description: 'What the results were reckoned from.' }),
    changes: z
      .array(
        z.object({
          objectiveId: z.string(),
          shareId: z.string(),
          before: AsCounted.meta({ description: 'As the proposal counted it; null: not.' }),
          now: AsCounted.meta({
            description: 'As it counts today; null: no more; without a degree it is not certified yet.',
          }),
        }),
      )
      .meta({ description: 'Of each share of `changed` what it was and is.' }),
    said: z.array(Said),
  })
  .meta({ id: 'EvaluationGrounds', description: 'On what a judgement rests.' });

const Awaits = z
  .object({
    action: z.enum(evaluationActions),
    until: LocalDate.nullable().meta({
      description: 'The last day on which it can be done; of a judgement that came back, by which it is wanted.',
    }),
    due: z.boolean().meta({ description: 'Whether the evaluation stands still until it is done.' }),
  })
  .meta({ id: 'EvaluationAwaits', description: 'What whoever asks can do now, beside a step of the chain.' });

export const EvaluationView = z
  .object({
    evaluationId: EvaluationId,
    planId: PlanId,
    person: Account,
    offices: z.array(OfficeId),
    evaluator: Judge,
    status: z.enum(evaluationStatuses),
    score: Score.nullable(),
    correction: z
      .object({ computed: Decimal, to: Decimal, reason: z.string(), step: z.string(), by: Judge.nullable() })
      .nullable()
      .meta({
        id: 'ScoreCorrection',
        description: 'A step of the chain wrote another total than the weights make, and why; null: none did.',
      }),
    observationsUntil: LocalDate.nullable(),
    hearing: z.object({ on: LocalDate, outcome: z.enum(['held', 'declined']).nullable() }).nullable(),
    step: z.string().nullable().meta({ description: 'The step of the chain that is awaited.' }),
    approvalId: z.string(),
    conciliationUntil: LocalDate.nullable(),
    conciliator: Judge.nullable(),
    terms: z.object({
      results: z.number().int().meta({ description: 'Of a hundred, what the results weigh.' }),
      hearingBelow: z.number().int(),
      evaluators: z.array(OfficeId).nullable().meta({ description: 'Of whom another may be named; null: anybody.' }),
      conciliators: z.array(OfficeId).nullable().meta({ description: 'Of whom one may be named; null: anybody.' }),
    }),
    grounds: Grounds.nullable().meta({ description: 'Null: whoever asks only brings it on, and reads nothing of it.' }),
    awaits: z.array(Awaits),
    changed: z.array(z.string()).meta({
      description:
        'Shares whose degree is another one since the proposal, or whose weight, removal or hand-over makes other results: it is made anew before anybody judges by it.',
    }),
    awaitsCertification: z.array(z.object({ objectiveId: z.string(), shareId: z.string() })).meta({
      description:
        'Shares whose degree is certified before it can be proposed, be it anew; until then `propose` is in nobody’s `awaits`.',
    }),
    revision: Revision,
  })
  .meta({ id: 'Evaluation' });

/** As its own page shows it: whoever reads theirs may ask nothing else of who holds which office. */
const ShownEvaluation = EvaluationView.extend({
  called: z.record(Account, z.string()).meta({ description: 'How the persons named here are called, by account.' }),
}).meta({ id: 'ShownEvaluation' });

/** Where one evaluation stands, and what each of its routes has. */
export const path = '/api/v1/evaluations/:evaluationId' as const;
export const ofOne = {
  params: z.strictObject({ evaluationId: EvaluationId }),
  tag: 'evaluations',
  status: 200,
} as const;

export const evaluationQueryRoutes = defineRoutes({
  evaluations: {
    method: 'GET',
    path: '/api/v1/evaluations',
    kind: 'query',
    action: 'evaluation.read',
    tag: 'evaluations',
    summary: {
      it: 'Elencare le valutazioni che si possono vedere: la propria, anche senza un ufficio; quelle in cui si ha una parte; tutte per Segretario e Nucleo',
      en: 'List the evaluations that one may see: one’s own, also without an office; those one has a part in; all for Segretario and Nucleo',
    },
    query: z.strictObject({ planId: PlanId.optional() }),
    status: 200,
    answers: { 200: z.object({ evaluations: z.array(ShownEvaluation) }).meta({ id: 'Evaluations' }) },
    problems: [],
  },
  evaluation: {
    method: 'GET',
    path,
    kind: 'query',
    action: 'evaluation.read',
    summary: { it: 'Una valutazione', en: 'One evaluation' },
    ...ofOne,
    answers: { 200: ShownEvaluation },
    problems: ['evaluation/not-opened'],
  },
});
