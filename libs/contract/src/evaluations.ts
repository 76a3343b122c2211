import { z } from 'zod';
import { Account, Judge, ofOne, path } from './evaluation-views.js';
import { defineRoutes } from './route.js';
import { CommandAnswer, Decimal, LocalDate, PlanId, WrittenLine, WrittenText } from './values.js';

const OpenEvaluation = z
  .strictObject({ planId: PlanId, person: Account, evaluator: Judge })
  .meta({ id: 'OpenEvaluation' });

const ProposeEvaluation = z
  .strictObject({
    behaviours: Decimal.meta({ description: '0 to 100. The results are read from the certified degrees.' }),
    note: WrittenText.or(z.literal('')).default('').meta({
      description: 'The reason, where it is proposed anew because degrees are others since.',
    }),
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

const answer = { 200: CommandAnswer } as const;
const usual = ['evaluation/not-opened', 'evaluation/not-now', 'evaluation/definitive'] as const;

export const evaluationCommandRoutes = defineRoutes({
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
      'organisation/unknown-person',
      'evaluation/already-opened',
      'evaluation/no-chain',
      'evaluation/own',
      'evaluation/not-foreseen',
      'evaluation/conducted-by-others',
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
    problems: [
      ...usual,
      'evaluation/own',
      'evaluation/not-foreseen',
      'evaluation/conducted-by-others',
      'evaluation/already-received',
    ],
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
    problems: [...usual, 'evaluation/own', 'evaluation/not-foreseen', 'evaluation/conducted-by-others'],
  },
  observeEvaluation: {
    method: 'POST',
    path: `${path}/observations`,
    kind: 'command',
    action: 'evaluation.answer',
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
      'evaluation/degrees-changed',
      'evaluation/shares-changed',
      'evaluation/hearing-not-offered',
      'approval/no-substitute',
    ],
  },
  nameEvaluator: {
    method: 'POST',
    path: `${path}/evaluator`,
    kind: 'command',
    action: 'evaluation.conduct',
    summary: {
      it: 'Nominare un altro valutatore, dove quello nominato non può più giudicare',
      en: 'Name another evaluator, where the one named can judge no more',
    },
    ...ofOne,
    body: z.strictObject({ evaluator: Judge, reason: WrittenText }).meta({ id: 'NameEvaluator' }),
    answers: answer,
    problems: [
      'organisation/unknown-person',
      ...usual,
      'evaluation/own',
      'evaluation/not-foreseen',
      'evaluation/conducted-by-others',
      'evaluation/judge-still-in-office',
      'evaluation/judge-not-in-office',
      'evaluation/judge-barred',
    ],
  },
  requestConciliation: {
    method: 'POST',
    path: `${path}/conciliation-request`,
    kind: 'command',
    action: 'evaluation.answer',
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
      'organisation/unknown-person',
      ...usual,
      'evaluation/own',
      'evaluation/not-foreseen',
      'evaluation/conducted-by-others',
      'evaluation/conciliator-judged',
      'evaluation/judge-still-in-office',
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
    problems: [
      ...usual,
      'evaluation/not-conciliator',
      'evaluation/degrees-changed',
      'evaluation/shares-changed',
      'evaluation/hearing-not-offered',
    ],
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
      'evaluation/conducted-by-others',
      'evaluation/degrees-changed',
      'evaluation/shares-changed',
      'evaluation/not-received',
      'evaluation/term-running',
    ],
  },
});
