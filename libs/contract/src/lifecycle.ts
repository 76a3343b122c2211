import { z } from 'zod';
import type { WeightPolicy } from '#domain';
import { InstanceRef, Justification, Knowingly, WorkAnswer } from './objectives.js';
import { knownObjective, lifecycleCommand, moves } from './lifecycle-command.js';
import { evidenceProblems } from './documents.js';
import { defineRoutes } from './route.js';
import { ActReference, EvidenceList, LocalDate, ObjectiveId, ShareId, Text, WrittenText } from './values.js';

export const Suspend = z
  .strictObject({
    reason: WrittenText,
    from: LocalDate.optional().meta({
      description:
        'First day on which work rests; left out: the day told (`occurredOn`), else that of the act, else today.',
    }),
    until: LocalDate.meta({ description: 'Last day: work goes on after it by itself.' }),
    act: ActReference.nullable().default(null).meta({ description: 'Left out: urgent, to be ratified.' }),
  })
  .meta({ id: 'Suspend' });

export const Resume = z
  .strictObject({ reason: WrittenText, act: ActReference.nullable().default(null) })
  .meta({ id: 'Resume' });

export const Remove = z
  .strictObject({
    cause: z
      .string()
      .min(1)
      .max(60)
      .meta({ description: 'third-party, upstream-area, resources, change-of-law, force-majeure.' }),
    note: WrittenText,
    act: ActReference,
    opinion: z
      .strictObject({
        favourable: z.boolean(),
        note: WrittenText,
        on: LocalDate,
        document: ActReference.optional().meta({
          description:
            'In which it stands, such as its minutes: needed. Where nobody has registered it, it is a debt as any act that is cited.',
        }),
        against: WrittenText.optional().meta({
          description: 'Why it is removed all the same: of one that is not favourable.',
        }),
      })
      .nullable()
      .meta({ description: 'Of the evaluation body.' }),
    weight: z.enum(['redistribute', 'neutralise'] satisfies WeightPolicy[]),
  })
  .meta({ id: 'Remove' });

export const Justify = z
  .strictObject({
    missed: InstanceRef,
    justification: Justification,
    evidence: EvidenceList.default([]),
    knowingly: Knowingly,
  })
  .meta({ id: 'Justify' });

export const DecideJustification = z
  .strictObject({
    missed: InstanceRef,
    step: z.string().min(1).max(60),
    accept: z.boolean(),
    effect: z
      .enum(['full', 'reduced', 'neutral'])
      .nullable()
      .default(null)
      .meta({ description: 'Of an accepted one: as if met, met in part, out of the account.' }),
    note: Text.default('').meta({ description: 'Why; needed to reject.' }),
    act: ActReference.nullable().default(null),
  })
  .meta({ id: 'DecideJustification' });

export const MakeDefinitive = z
  .strictObject({
    note: Text.default(''),
    act: ActReference.nullable().default(null).meta({ description: 'Needed where the body’s workflow says so.' }),
  })
  .meta({ id: 'MakeDefinitive' });

export const Reopen = z.strictObject({ reason: WrittenText, act: ActReference }).meta({ id: 'Reopen' });

const share = z.strictObject({ objectiveId: ObjectiveId, shareId: ShareId });
const shares = '/api/v1/objectives/:objectiveId/shares/:shareId';
const byAct = [
  ...moves,
  'lifecycle/act-missing',
  'lifecycle/act-of-another-kind',
  'objective/occurred-in-future',
  'objective/occurred-before-year',
  'objective/before-its-fact',
] as const;
const ofShare = [...knownObjective, 'objective/unknown-share'] as const;

/** What befalls a share beside its way from assignment to liquidation. */
export const lifecycleRoutes = defineRoutes({
  suspend: {
    ...lifecycleCommand,
    path: `${shares}/suspension`,
    action: 'objective.suspend',
    summary: { it: 'Sospendere l’attività su una quota', en: 'Suspend work on a share' },
    params: share,
    body: Suspend,
    problems: [
      ...ofShare,
      ...byAct,
      'lifecycle/own-share',
      'objective/suspension-not-begun',
      'objective/suspension-after-year',
      'objective/rest-stands',
      'objective/rest-lasts',
      'objective/suspension-too-long',
      'objective/unratified-too-long',
    ],
  },
  ratifySuspension: {
    ...lifecycleCommand,
    path: `${shares}/suspension/ratification`,
    action: 'objective.suspend',
    summary: { it: 'Ratificare una sospensione urgente', en: 'Ratify an urgent suspension' },
    params: share,
    body: z.strictObject({ act: ActReference }).meta({ id: 'RatifySuspension' }),
    problems: [
      ...ofShare,
      'lifecycle/not-yours',
      'lifecycle/own-share',
      'lifecycle/act-of-another-kind',
      'objective/not-suspended',
      'objective/suspension-already-ratified',
      'objective/ratified-too-late',
    ],
  },
  restoreMiss: {
    ...lifecycleCommand,
    path: `${shares}/missed-deadline`,
    action: 'objective.suspend',
    summary: {
      it: 'Ridare il mancato rispetto di una scadenza, tolto da un atto che il registro data dopo',
      en: 'Give back a miss that an act had lifted which the register dates later',
    },
    params: share,
    body: z
      .strictObject({
        missed: InstanceRef,
        reason: WrittenText.meta({ description: 'Why the date of the act is another.' }),
      })
      .meta({ id: 'RestoreMiss' }),
    problems: [
      ...ofShare,
      'lifecycle/not-yours',
      'lifecycle/own-share',
      'objective/miss-not-lifted',
      'objective/act-in-time',
      'objective/already-liquidated',
      'objective/rendicontazione-already-approved',
      'objective/before-its-fact',
    ],
  },
  resume: {
    ...lifecycleCommand,
    path: `${shares}/resumption`,
    action: 'objective.resume',
    summary: { it: 'Riprendere l’attività su una quota', en: 'Resume work on a share' },
    params: share,
    body: Resume,
    problems: [...ofShare, ...byAct, 'objective/rest-over'],
  },
  removeShare: {
    ...lifecycleCommand,
    path: `${shares}/removal`,
    action: 'objective.remove',
    summary: { it: 'Stralciare una quota', en: 'Remove a share' },
    params: share,
    body: Remove,
    problems: [
      ...ofShare,
      'plan/not-in-force',
      ...byAct,
      'lifecycle/own-share',
      'objective/removed',
      'objective/cause-under-control',
      'objective/opinion-missing',
      'objective/opinion-after-act',
      'objective/weight-after-cut-off',
    ],
  },
  justify: {
    ...lifecycleCommand,
    path: `${shares}/justification`,
    action: 'objective.fulfil-late',
    summary: { it: 'Giustificare una scadenza mancata', en: 'Justify a missed deadline' },
    params: share,
    body: Justify,
    answers: { 200: WorkAnswer },
    problems: [
      'objective/last-judge',
      'approval/no-substitute',
      'approval/too-few',
      ...ofShare,
      'objective/not-assigned',
      'objective/not-your-share',
      'objective/already-liquidated',
      'objective/rendicontazione-already-approved',
      'objective/unknown-deadline',
      'objective/deadline-not-missed',
      'objective/already-justified',
      'objective/before-its-fact',
      ...evidenceProblems,
    ],
  },
  decideJustification: {
    ...lifecycleCommand,
    path: `${shares}/justification/decision`,
    action: 'objective.approve-rendicontazione',
    summary: { it: 'Pronunciarsi su una giustificazione', en: 'Decide on a justification' },
    params: share,
    body: DecideJustification,
    problems: [
      ...ofShare,
      'objective/unknown-deadline',
      'objective/not-justified',
      'objective/effect-missing',
      'objective/effect-of-rejection',
      'objective/effect-differs',
      'approval/not-this-step',
      'approval/not-your-step',
      'approval/own-report',
      'approval/before-its-step',
      'approval/act-before-step',
    ],
  },
  makeDefinitive: {
    ...lifecycleCommand,
    path: `${shares}/definitive`,
    action: 'objective.make-definitive',
    summary: { it: 'Rendere definitivo l’esito', en: 'Make the outcome definitive' },
    params: share,
    body: MakeDefinitive,
    problems: [...ofShare, ...byAct, 'lifecycle/own-outcome', 'objective/not-scored', 'objective/appeal-open'],
  },
  reopen: {
    ...lifecycleCommand,
    path: `${shares}/reopening`,
    action: 'objective.reopen',
    summary: { it: 'Riaprire una quota con atto', en: 'Reopen a share by act' },
    params: share,
    body: Reopen,
    problems: [
      'objective/not-defined',
      'objective/unknown-share',
      ...byAct,
      'lifecycle/own-outcome',
      'objective/removed',
      'objective/reopened-before-decision',
      'objective/reopened-by-same-act',
    ],
  },
});
