import { z } from 'zod';
import { evaluationActions, evaluationStatuses, saidInEvaluation } from '#domain';
import { defineRoutes } from './route.js';
import { CommandAnswer, Decimal, LocalDate, OfficeId, PlanId, Revision, WrittenLine, WrittenText } from './values.js';

const Account = z.string().min(1).max(100).meta({ description: 'The id of an account, never a name.' });

const EvaluationId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,199}$/)
  .meta({ id: 'EvaluationId', description: 'The plan and the account that is evaluated: `2022-<account>`.' });

const Judge = z.strictObject({ person: Account, office: OfficeId }).meta({ id: 'Judge' });

const Score = z.object({ results: Decimal, behaviours: Decimal, total: Decimal }).meta({
  id: 'EvaluationScore',
  description: 'Points from 0 to 100; the total by the weights of the workflow.',
});

const OpenEvaluation = z
  .strictObject({ planId: PlanId, person: Account, evaluator: Judge })
  .meta({ id: 'OpenEvaluation' });

const ProposeEvaluation = z
  .strictObject({
    behaviours: Decimal.meta({ description: '0 to 100. The results are read from the certified degrees.' }),
    note: WrittenText.or(z.literal('')).default(''),
  })
  .meta({ id: 'ProposeEvaluation' });

const RecordReceipt = z
  .strictObject({
    of: z.enum(['proposal', 'final']),
    receivedOn: LocalDate,
    proof: WrittenLine.meta({ description: 'How it is known: the number of a protocol, of a certified mail.' }),
  })
  .meta({ id: 'RecordReceipt' });

const JudgeEvaluation = z.strictObject({ behaviours: Decimal, reason: WrittenText }).meta({ id: 'JudgeEvaluation' });

const Said = z
  .object({
    what: z.enum(saidInEvaluation),
    on: LocalDate,
    office: OfficeId.meta({ description: 'As which it was said.' }),
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

const Grounds = z
  .object({
    shares: z
      .array(z.object({ objectiveId: z.string(), shareId: z.string(), weight: Decimal, degree: Decimal }))
      .meta({ description: 'What the results were reckoned from.' }),
    said: z.array(Said),
  })
  .meta({ id: 'EvaluationGrounds', description: 'On what a judgement rests.' });

const Awaits = z
  .object({
    action: z.enum(evaluationActions),
    until: LocalDate.nullable().meta({ description: 'The last day on which it can be done.' }),
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
      conciliators: z.array(OfficeId).nullable().meta({ description: 'Of whom one may be named; null: anybody.' }),
    }),
    grounds: Grounds.nullable().meta({ description: 'Null: whoever asks only brings it on, and reads nothing of it.' }),
    awaits: z.array(Awaits),
    revision: Revision,
  })
  .meta({ id: 'Evaluation' });

const ofOne = { params: z.strictObject({ evaluationId: EvaluationId }), tag: 'evaluations', status: 200 } as const;
const answer = { 200: CommandAnswer } as const;
const usual = ['evaluation/not-opened', 'evaluation/not-now', 'evaluation/definitive'] as const;
const path = '/api/v1/evaluations/:evaluationId' as const;

export const evaluationRoutes = defineRoutes({
  evaluations: {
    method: 'GET',
    path: '/api/v1/evaluations',
    kind: 'query',
    action: 'evaluation.read',
    tag: 'evaluations',
    summary: {
      it: 'Elencare le valutazioni che si possono vedere: la propria, quelle in cui si ha una parte, tutte per Segretario e Nucleo',
      en: 'List the evaluations that one may see: one’s own, those one has a part in, all for Segretario and Nucleo',
    },
    query: z.strictObject({ planId: PlanId.optional() }),
    status: 200,
    answers: { 200: z.object({ evaluations: z.array(EvaluationView) }).meta({ id: 'Evaluations' }) },
    problems: [],
  },
  evaluation: {
    method: 'GET',
    path,
    kind: 'query',
    action: 'evaluation.read',
    summary: { it: 'Una valutazione', en: 'One evaluation' },
    ...ofOne,
    answers: { 200: EvaluationView },
    problems: ['evaluation/not-opened'],
  },
  openEvaluation: {
    method: 'POST',
    path: '/api/v1/evaluations',
    kind: 'command',
    action: 'evaluation.conduct',
    tag: 'evaluations',
    summary: { it: 'Aprire la valutazione di una persona', en: 'Open the evaluation of a person' },
    body: OpenEvaluation,
    status: 201,
    answers: { 201: CommandAnswer.extend({ evaluationId: z.string() }).meta({ id: 'EvaluationAnswer' }) },
    problems: [
      'plan/not-drafted',
      'evaluation/already-opened',
      'evaluation/no-chain',
      'evaluation/own',
      'evaluation/not-foreseen',
      'evaluation/no-office',
      'evaluation/judge-not-in-office',
      'evaluation/judge-barred',
    ],
  },
  proposeEvaluation: {
    method: 'POST',
    path: `${path}/proposal`,
    kind: 'command',
    action: 'evaluation.take-part',
    summary: { it: 'Proporre il punteggio', en: 'Propose the score' },
    ...ofOne,
    body: ProposeEvaluation,
    answers: answer,
    problems: [...usual, 'evaluation/not-evaluator', 'evaluation/no-results', 'evaluation/not-certified'],
  },
  recordEvaluationReceipt: {
    method: 'POST',
    path: `${path}/receipts`,
    kind: 'command',
    action: 'evaluation.conduct',
    summary: { it: 'Registrare la ricevuta della notifica', en: 'Record the receipt of a notification' },
    ...ofOne,
    body: RecordReceipt,
    answers: answer,
    problems: [...usual, 'evaluation/own', 'evaluation/not-foreseen', 'evaluation/already-received'],
  },
  withdrawEvaluation: {
    method: 'POST',
    path: `${path}/withdrawal`,
    kind: 'command',
    action: 'evaluation.conduct',
    summary: {
      it: 'Ritirare una valutazione che la persona non ha ancora ricevuto',
      en: 'Withdraw an evaluation that the person has not received yet',
    },
    ...ofOne,
    body: z.strictObject({ reason: WrittenText }).meta({ id: 'WithdrawEvaluation' }),
    answers: answer,
    problems: [...usual, 'evaluation/own', 'evaluation/not-foreseen'],
  },
  observeEvaluation: {
    method: 'POST',
    path: `${path}/observations`,
    kind: 'command',
    action: 'evaluation.take-part',
    summary: { it: 'Presentare osservazioni', en: 'Make observations' },
    ...ofOne,
    body: z.strictObject({ text: WrittenText }).meta({ id: 'ObserveEvaluation' }),
    answers: answer,
    problems: [...usual, 'evaluation/not-evaluated', 'evaluation/term-over'],
  },
  offerHearing: {
    method: 'POST',
    path: `${path}/hearing-offer`,
    kind: 'command',
    action: 'evaluation.take-part',
    summary: { it: 'Offrire un’audizione', en: 'Offer a hearing' },
    ...ofOne,
    body: z.strictObject({ on: LocalDate }).meta({ id: 'OfferHearing' }),
    answers: answer,
    problems: [...usual, 'evaluation/not-evaluator'],
  },
  recordHearing: {
    method: 'POST',
    path: `${path}/hearing`,
    kind: 'command',
    action: 'evaluation.take-part',
    summary: { it: 'Verbalizzare l’audizione', en: 'Record the hearing' },
    ...ofOne,
    body: z
      .strictObject({ outcome: z.enum(['held', 'declined']), note: WrittenText.or(z.literal('')).default('') })
      .meta({ id: 'RecordHearing' }),
    answers: answer,
    problems: [...usual, 'evaluation/not-evaluator', 'evaluation/hearing-not-offered', 'evaluation/term-running'],
  },
  judgeEvaluation: {
    method: 'POST',
    path: `${path}/judgement`,
    kind: 'command',
    action: 'evaluation.take-part',
    summary: {
      it: 'Dare il giudizio finale: passa la catena dell’ente',
      en: 'Give the final judgement: it sets out through the body’s chain',
    },
    ...ofOne,
    body: JudgeEvaluation,
    answers: answer,
    problems: [
      ...usual,
      'evaluation/not-evaluator',
      'evaluation/term-running',
      'evaluation/not-received',
      'evaluation/hearing-not-offered',
      'approval/no-substitute',
    ],
  },
  requestConciliation: {
    method: 'POST',
    path: `${path}/conciliation-request`,
    kind: 'command',
    action: 'evaluation.take-part',
    summary: { it: 'Chiedere la conciliazione', en: 'Ask for a conciliation' },
    ...ofOne,
    body: z.strictObject({ reason: WrittenText }).meta({ id: 'RequestConciliation' }),
    answers: answer,
    problems: [...usual, 'evaluation/not-evaluated', 'evaluation/not-received', 'evaluation/term-over'],
  },
  nameConciliator: {
    method: 'POST',
    path: `${path}/conciliator`,
    kind: 'command',
    action: 'evaluation.conduct',
    summary: { it: 'Nominare il conciliatore', en: 'Name the conciliator' },
    ...ofOne,
    body: Judge,
    answers: answer,
    problems: [
      ...usual,
      'evaluation/own',
      'evaluation/not-foreseen',
      'evaluation/conciliator-judged',
      'evaluation/judge-not-in-office',
      'evaluation/judge-barred',
    ],
  },
  conciliate: {
    method: 'POST',
    path: `${path}/conciliation`,
    kind: 'command',
    action: 'evaluation.take-part',
    summary: { it: 'Decidere la conciliazione', en: 'Decide the conciliation' },
    ...ofOne,
    body: z
      .strictObject({
        behaviours: Decimal.nullable()
          .default(null)
          .meta({ description: 'As judged anew; left out: the judgement is confirmed.' }),
        reason: WrittenText,
      })
      .meta({ id: 'Conciliate' }),
    answers: answer,
    problems: [...usual, 'evaluation/not-conciliator', 'evaluation/hearing-not-offered'],
  },
  makeEvaluationDefinitive: {
    method: 'POST',
    path: `${path}/definitive`,
    kind: 'command',
    action: 'evaluation.conduct',
    summary: { it: 'Rendere definitiva una valutazione', en: 'Make an evaluation definitive' },
    ...ofOne,
    answers: answer,
    problems: [
      ...usual,
      'evaluation/own',
      'evaluation/not-foreseen',
      'evaluation/not-received',
      'evaluation/term-running',
    ],
  },
});
