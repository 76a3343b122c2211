import { z } from 'zod';
import type { LateReason } from '#domain';
import { evidenceProblems } from './documents.js';
import { defineRoutes } from './route.js';
import { WarnedAnswer, Warning } from './warnings.js';
import {
  ActReference,
  ChosenId,
  CommandAnswer,
  DeadlineId,
  Decimal,
  EvidenceList,
  LocalDate,
  ObjectiveId,
  OfficeId,
  ShareId,
  Text,
  WrittenText,
} from './values.js';

export const InstanceRef = z
  .strictObject({ deadlineId: DeadlineId, instance: LocalDate })
  .meta({ id: 'InstanceRef', description: 'The occasion of a deadline that a report answers.' });

const lateReasons = [
  'third-party',
  'upstream-area',
  'resources',
  'force-majeure',
  'other',
] as const satisfies readonly LateReason[];

export const Justification = z.strictObject({ reason: z.enum(lateReasons), note: Text }).meta({ id: 'Justification' });

export const Measurement = z
  .strictObject({
    indicatorId: z.string().min(1).max(160),
    value: Text.nullable().default(null),
    notMeasuredBecause: Text.nullable().default(null),
  })
  .meta({ id: 'Measurement', description: 'What was measured on one indicator, or why it was not.' });

export const Assign = z
  .strictObject({
    office: OfficeId,
    from: LocalDate.optional().meta({
      description:
        'First day on which it answers for the share; left out: the day on which it happened (as told, else of its act, else today), not before the plan’s year.',
    }),
    act: ActReference.nullable()
      .default(null)
      .meta({ description: 'By which it is given; needed where the body’s workflow says so.' }),
    knowingly: z.boolean().optional().meta({
      description:
        'True: whoever gives it knows that with that office nobody is left who could judge the share; else that is refused (`objective/nobody-left`).',
    }),
    reason: WrittenText.optional().meta({
      description:
        'Why a first day before today takes days from whoever had the share (left out where an act of that day or before says so), or why the first day of the office that has it is put right.',
    }),
  })
  .meta({ id: 'Assign' });

/** Of whoever works on a share. */
export const Knowingly = z.boolean().optional().meta({
  description:
    'True: whoever sends it knows that by it nobody is left who could judge the share; else that is refused (`objective/last-judge`).',
});

/** Whoever works on a share is told which of its steps are theirs no more. */
export const WorkAnswer = CommandAnswer.extend({ warnings: z.array(Warning) }).meta({ id: 'WorkAnswer' });

export const ReportProgress = z
  .strictObject({
    progressId: ChosenId.optional().meta({ description: 'Left out: the idempotency key.' }),
    value: Decimal.nullable().meta({ description: 'How far the share is, 0 to 100; null for a nil return.' }),
    note: Text,
    evidence: EvidenceList.default([]),
    indicatorId: z.string().min(1).max(160).nullable().default(null),
    fulfils: InstanceRef.nullable().default(null),
    begins: z
      .strictObject({ deadlineId: DeadlineId, insteadOf: LocalDate.nullable().default(null) })
      .nullable()
      .default(null)
      .meta({
        description:
          'A deadline that is counted from what happened («30 giorni dal verbale»): it falls due by it. `insteadOf`: the instance that a fact made which was told with a wrong day.',
      }),
    occurredOn: LocalDate.optional().meta({ description: 'When it happened; left out: today.' }),
    knowingly: Knowingly,
  })
  .meta({ id: 'ReportProgress' });

export const RectifyProgress = z
  .strictObject({
    value: Decimal.nullable(),
    note: Text,
    evidence: EvidenceList.default([]),
    reason: Text,
    knowingly: Knowingly,
  })
  .meta({ id: 'RectifyProgress' });

export const FulfilLate = z
  .strictObject({
    fulfils: InstanceRef,
    justification: Justification,
    evidence: EvidenceList.default([]),
    occurredOn: LocalDate.optional(),
    knowingly: Knowingly,
  })
  .meta({ id: 'FulfilLate' });

export const SubmitRendicontazione = z
  .strictObject({
    measurements: z.array(Measurement).max(200),
    selfDegree: Decimal,
    note: Text,
    evidence: EvidenceList.default([]),
    knowingly: Knowingly,
  })
  .meta({ id: 'SubmitRendicontazione' });

export const ReturnRendicontazione = z
  .strictObject({
    step: z.string().min(1).max(60),
    points: z.array(WrittenText).max(100),
    returnBy: LocalDate.nullable().default(null).meta({ description: 'The day by which it is to come back.' }),
  })
  .meta({ id: 'ReturnRendicontazione' });

export const ApproveRendicontazione = z
  .strictObject({
    step: z.string().min(1).max(60),
    note: Text.default(''),
    act: ActReference.nullable().default(null),
  })
  .meta({ id: 'ApproveRendicontazione' });

export const CloseObjective = z
  .strictObject({
    comment: WrittenText.optional().meta({ description: 'What is to be said of it; stays for ever.' }),
    act: ActReference.nullable().default(null).meta({ description: 'Needed where the body’s workflow says so.' }),
  })
  .prefault({})
  .meta({ id: 'CloseObjective' });

export const Score = z.strictObject({ degree: Decimal, reason: Text }).meta({ id: 'Score' });

export const ProgressAnswer = WorkAnswer.extend({ progressId: z.string() }).meta({ id: 'ProgressAnswer' });

const objective = z.strictObject({ objectiveId: ObjectiveId });
const share = objective.extend({ shareId: ShareId });
const progress = share.extend({ progressId: ChosenId });

const shares = '/api/v1/objectives/:objectiveId/shares/:shareId';
const toShare = { method: 'POST', kind: 'command', tag: 'objectives', params: share } as const;
const common = ['objective/not-defined', 'objective/unknown-share', 'objective/closed'] as const;
const own = [...common, 'objective/not-assigned', 'objective/not-your-share'] as const;
const settled = ['objective/already-liquidated', 'objective/rendicontazione-already-approved'] as const;

export const objectiveCommandRoutes = defineRoutes({
  assign: {
    ...toShare,
    path: `${shares}/assignment`,
    action: 'objective.assign',
    summary: { it: 'Assegnare una quota a un ufficio', en: 'Assign a share to an office' },
    body: Assign,
    status: 200,
    answers: { 200: WarnedAnswer },
    problems: [
      ...common,
      'objective/already-assigned',
      'objective/before-holder',
      'objective/days-without-reason',
      'objective/worked-since',
      'objective/office-evaluates',
      'objective/office-decides',
      'objective/nobody-left',
      'objective/unknown-office',
      'lifecycle/not-yours',
      'lifecycle/own-share',
      'lifecycle/act-missing',
      'lifecycle/act-of-another-kind',
      'plan/not-in-force',
      'plan/closed',
    ],
  },
  acknowledge: {
    ...toShare,
    path: `${shares}/acknowledgement`,
    action: 'objective.acknowledge',
    summary: { it: 'Prendere visione della quota assegnata', en: 'Acknowledge the assigned share' },
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [...own, 'objective/already-acknowledged', 'objective/before-its-fact'],
  },
  reportProgress: {
    ...toShare,
    path: `${shares}/progress`,
    action: 'objective.report-progress',
    summary: { it: 'Registrare un avanzamento', en: 'Report progress' },
    body: ReportProgress,
    status: 201,
    answers: { 201: ProgressAnswer },
    problems: [
      ...own,
      'objective/last-judge',
      ...settled,
      'objective/not-acknowledged',
      'objective/progress-already-reported',
      'objective/unknown-indicator',
      'objective/unknown-deadline',
      'objective/deadline-passed',
      'objective/term-unknown',
      'objective/term-already-begun',
      'objective/deadline-already-answered',
      'objective/nil-return-not-allowed',
      'objective/occurred-in-future',
      'objective/occurred-before-year',
      ...evidenceProblems,
    ],
  },
  rectifyProgress: {
    ...toShare,
    params: progress,
    path: `${shares}/progress/:progressId/rectification`,
    action: 'objective.rectify-progress',
    summary: { it: 'Rettificare un avanzamento', en: 'Rectify reported progress' },
    body: RectifyProgress,
    status: 200,
    answers: { 200: WorkAnswer },
    problems: [
      ...own,
      'objective/last-judge',
      'objective/rendicontazione-already-approved',
      'objective/rendicontazione-open',
      'objective/unknown-progress',
      'objective/not-your-progress',
      'objective/before-its-fact',
      ...evidenceProblems,
    ],
  },
  fulfilLate: {
    ...toShare,
    path: `${shares}/late-fulfilment`,
    action: 'objective.fulfil-late',
    summary: {
      it: 'Adempiere in ritardo a una scadenza mancata, con giustificazione',
      en: 'Meet a missed deadline late, with a justification',
    },
    body: FulfilLate,
    status: 200,
    answers: { 200: WorkAnswer },
    problems: [
      ...own,
      'objective/last-judge',
      ...settled,
      'objective/unknown-deadline',
      'objective/deadline-not-passed',
      'objective/deadline-already-answered',
      ...evidenceProblems,
    ],
  },
  submitRendicontazione: {
    ...toShare,
    path: `${shares}/rendicontazione`,
    action: 'objective.submit-rendicontazione',
    summary: { it: 'Inviare la rendicontazione', en: 'Submit the rendicontazione (report on the share)' },
    body: SubmitRendicontazione,
    status: 200,
    answers: { 200: WorkAnswer },
    problems: [
      ...own,
      'objective/last-judge',
      'objective/rendicontazione-open',
      'objective/rendicontazione-already-approved',
      'objective/unknown-indicator',
      'objective/indicator-not-measured',
      'objective/measured-or-not',
      'objective/before-its-fact',
      'approval/no-substitute',
      'approval/too-few',
      ...evidenceProblems,
    ],
  },
  returnRendicontazione: {
    ...toShare,
    path: `${shares}/rendicontazione/return`,
    action: 'objective.return-rendicontazione',
    summary: { it: 'Chiedere integrazioni alla rendicontazione', en: 'Send the rendicontazione back for integration' },
    body: ReturnRendicontazione,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      ...common,
      'objective/rendicontazione-not-open',
      'approval/not-this-step',
      'approval/not-your-step',
      'approval/own-report',
      'approval/may-not-return',
      'approval/points-missing',
      'approval/before-its-step',
    ],
  },
  approveRendicontazione: {
    ...toShare,
    path: `${shares}/rendicontazione/approval`,
    action: 'objective.approve-rendicontazione',
    summary: { it: 'Approvare un passo della rendicontazione', en: 'Approve one step of the rendicontazione' },
    body: ApproveRendicontazione,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      ...common,
      'objective/rendicontazione-not-open',
      'approval/not-this-step',
      'approval/not-your-step',
      'approval/own-report',
      'approval/act-missing',
      'approval/act-before-certification',
      'approval/act-before-reopening',
      'approval/before-its-step',
      'approval/act-before-step',
    ],
  },
  score: {
    ...toShare,
    path: `${shares}/score`,
    action: 'objective.score',
    summary: { it: 'Attribuire il grado di raggiungimento', en: 'Score the degree of achievement' },
    body: Score,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      ...common,
      'objective/rendicontazione-not-approved',
      'objective/already-scored',
      'objective/justification-open',
      'approval/not-your-step',
      'objective/degree-certified',
      'objective/before-its-fact',
    ],
  },
  closeObjective: {
    method: 'POST',
    kind: 'command',
    tag: 'objectives',
    path: '/api/v1/objectives/:objectiveId/closure',
    action: 'objective.close',
    summary: { it: 'Chiudere un obiettivo', en: 'Close an objective' },
    params: objective,
    body: CloseObjective,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      'objective/not-defined',
      'objective/closed',
      'lifecycle/not-allowed',
      'lifecycle/not-yours',
      'lifecycle/act-missing',
      'lifecycle/act-of-another-kind',
      'objective/not-scored',
      'objective/not-liquidated',
      'objective/occurred-in-future',
      'objective/before-its-fact',
    ],
  },
});
