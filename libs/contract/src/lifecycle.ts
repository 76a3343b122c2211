import { z } from 'zod';
import type { WeightPolicy } from '#domain';
import { Deadline, Indicator, Possible } from './objective-views.js';
import { InstanceRef, Justification } from './objectives.js';
import { defineRoutes } from './route.js';
import {
  ActReference,
  ChosenId,
  CommandAnswer,
  Decimal,
  EvidenceList,
  LocalDate,
  Money,
  ObjectiveId,
  OfficeId,
  PlanId,
  ShareId,
  Text,
  WrittenLine,
  WrittenText,
} from './values.js';

export const ProposedShare = z
  .strictObject({
    id: ShareId,
    areaId: OfficeId,
    unit: WrittenLine.nullable().default(null),
    weight: Decimal.nullable(),
    funding: WrittenLine.nullable().default(null).meta({ description: 'Money of its own, in the place of a weight.' }),
  })
  .meta({ id: 'ProposedShare' });

export const ProposeObjective = z
  .strictObject({
    mission: z.number().int().nonnegative(),
    strategicObjective: z.number().int().nonnegative(),
    title: WrittenText,
    shares: z.array(ProposedShare).min(1).max(50),
    indicators: z.array(Indicator.omit({ source: true })).max(200),
    deadlines: z.array(Deadline).max(200),
    participants: z.array(WrittenLine).max(50).default([]),
    horizon: LocalDate,
  })
  .meta({ id: 'ProposeObjective' });

const step = z
  .string()
  .min(1)
  .max(60)
  .nullable()
  .default(null)
  .meta({ description: 'Of the chain for objectives, where the body has one; left out: the one that waits.' });

export const ReturnProposal = z
  .strictObject({ step, points: z.array(WrittenText).max(100) })
  .meta({ id: 'ReturnProposal' });

export const ValidateProposal = z
  .strictObject({
    step,
    waiver: Text.nullable().default(null).meta({ description: 'Why what the lint found is accepted.' }),
  })
  .meta({ id: 'ValidateProposal' });

export const Suspend = z
  .strictObject({
    reason: WrittenText,
    from: LocalDate.optional().meta({ description: 'First day on which work rests; left out: today.' }),
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
      .strictObject({ favourable: z.boolean(), note: WrittenText, on: LocalDate })
      .nullable()
      .meta({ description: 'Of the Nucleo.' }),
    weight: z.enum(['redistribute', 'neutralise'] satisfies WeightPolicy[]),
  })
  .meta({ id: 'Remove' });

export const Justify = z
  .strictObject({ missed: InstanceRef, justification: Justification, evidence: EvidenceList.default([]) })
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

export const MakeDefinitive = z.strictObject({ note: Text.default('') }).meta({ id: 'MakeDefinitive' });

export const Reopen = z.strictObject({ reason: WrittenText, act: ActReference }).meta({ id: 'Reopen' });

export const AdjustPremium = z
  .strictObject({
    runId: ChosenId,
    amount: Money.meta({ description: 'What is due in all, what was paid included.' }),
    act: ActReference,
  })
  .meta({ id: 'AdjustPremium' });

export const Proposal = z
  .object({
    objectiveId: ObjectiveId,
    planId: PlanId,
    status: z.enum(['draft', 'proposed', 'validated']),
    revision: z.number().int(),
    title: z.string(),
    office: z.string().meta({ description: 'That proposed it last.' }),
    number: z.number().int().meta({ description: 'How often it was proposed.' }),
    points: z.array(z.string()).meta({ description: 'What was asked for at the last return.' }),
    waiver: z.string().nullable().meta({ description: 'Why what the lint found is accepted.' }),
    findings: z
      .array(z.object({ code: z.string(), name: z.object({ it: z.string(), en: z.string() }), where: z.string() }))
      .meta({ description: 'What the lint finds on it: rule and share, or the objective.' }),
    awaited: z
      .object({ step: z.string(), offices: z.array(z.string()) })
      .nullable()
      .meta({ description: 'The step that judges it next, once somebody has begun.' }),
    areas: z.array(z.string()),
    possible: z.array(Possible),
  })
  .meta({ id: 'Proposal', description: 'An objective that the plan does not have yet.' });

export const Proposals = z.object({ proposals: z.array(Proposal) }).meta({ id: 'Proposals' });

const objective = z.strictObject({ objectiveId: ObjectiveId });
const share = objective.extend({ shareId: ShareId });
const one = '/api/v1/objectives/:objectiveId';
const shares = `${one}/shares/:shareId`;
const command = {
  method: 'POST',
  kind: 'command',
  tag: 'lifecycle',
  status: 200,
  answers: { 200: CommandAnswer },
} as const;
const known = ['objective/not-defined', 'objective/closed'] as const;
const moves = ['lifecycle/not-allowed', 'lifecycle/not-yours'] as const;
const byAct = [
  ...moves,
  'lifecycle/act-missing',
  'lifecycle/act-of-another-kind',
  'objective/occurred-in-future',
] as const;
const ofShare = [...known, 'objective/unknown-share'] as const;

/** What befalls an objective beside its way from assignment to liquidation. */
export const lifecycleRoutes = defineRoutes({
  proposeObjective: {
    ...command,
    path: `${one}/proposal`,
    action: 'objective.propose',
    summary: { it: 'Proporre un obiettivo', en: 'Propose an objective' },
    params: objective,
    body: ProposeObjective,
    problems: [
      ...moves,
      'objective/not-your-share',
      'objective/proposal-incomplete',
      'objective/unknown-share',
      'objective/no-shares',
      'approval/no-substitute',
    ],
  },
  returnProposal: {
    ...command,
    path: `${one}/proposal/return`,
    action: 'objective.return-proposal',
    summary: { it: 'Restituire una proposta', en: 'Return a proposal' },
    params: objective,
    body: ReturnProposal,
    problems: [...known, ...moves, 'objective/own-proposal', 'objective/points-missing'],
  },
  validateProposal: {
    ...command,
    path: `${one}/proposal/validation`,
    action: 'objective.validate',
    summary: { it: 'Validare una proposta', en: 'Validate a proposal' },
    params: objective,
    body: ValidateProposal,
    problems: [...known, ...moves, 'objective/own-proposal', 'objective/lint-not-waived'],
  },
  suspend: {
    ...command,
    path: `${shares}/suspension`,
    action: 'objective.suspend',
    summary: { it: 'Sospendere l’attività su una quota', en: 'Suspend work on a share' },
    params: share,
    body: Suspend,
    problems: [...ofShare, ...byAct, 'objective/suspension-too-long'],
  },
  ratifySuspension: {
    ...command,
    path: `${shares}/suspension/ratification`,
    action: 'objective.suspend',
    summary: { it: 'Ratificare una sospensione urgente', en: 'Ratify an urgent suspension' },
    params: share,
    body: z.strictObject({ act: ActReference }).meta({ id: 'RatifySuspension' }),
    problems: [
      ...ofShare,
      'lifecycle/act-of-another-kind',
      'objective/not-suspended',
      'objective/suspension-already-ratified',
    ],
  },
  resume: {
    ...command,
    path: `${shares}/resumption`,
    action: 'objective.suspend',
    summary: { it: 'Riprendere l’attività su una quota', en: 'Resume work on a share' },
    params: share,
    body: Resume,
    problems: [...ofShare, ...byAct],
  },
  removeShare: {
    ...command,
    path: `${shares}/removal`,
    action: 'objective.remove',
    summary: { it: 'Stralciare una quota', en: 'Remove a share' },
    params: share,
    body: Remove,
    problems: [
      ...ofShare,
      ...byAct,
      'objective/removed',
      'objective/cause-under-control',
      'objective/opinion-missing',
      'objective/opinion-after-act',
    ],
  },
  justify: {
    ...command,
    path: `${shares}/justification`,
    action: 'objective.fulfil-late',
    summary: { it: 'Giustificare una scadenza mancata', en: 'Justify a missed deadline' },
    params: share,
    body: Justify,
    problems: [
      'approval/no-substitute',
      ...ofShare,
      'objective/not-assigned',
      'objective/not-your-share',
      'objective/unknown-deadline',
      'objective/deadline-not-missed',
      'objective/already-justified',
      'evidence/not-added',
    ],
  },
  decideJustification: {
    ...command,
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
      'approval/not-this-step',
      'approval/not-your-step',
      'approval/own-report',
    ],
  },
  makeDefinitive: {
    ...command,
    path: `${shares}/definitive`,
    action: 'objective.make-definitive',
    summary: { it: 'Rendere definitivo l’esito', en: 'Make the outcome definitive' },
    params: share,
    body: MakeDefinitive,
    problems: [...ofShare, ...moves, 'objective/not-scored'],
  },
  reopen: {
    ...command,
    path: `${shares}/reopening`,
    action: 'objective.reopen',
    summary: { it: 'Riaprire una quota con atto', en: 'Reopen a share by act' },
    params: share,
    body: Reopen,
    problems: [
      'objective/not-defined',
      'objective/unknown-share',
      ...byAct,
      'objective/removed',
      'objective/reopened-before-decision',
    ],
  },
  adjustPremium: {
    ...command,
    path: `${shares}/premium-adjustment`,
    action: 'premium.liquidate',
    summary: { it: 'Conguagliare un premio già pagato', en: 'Adjust a premium that was paid' },
    params: share,
    body: AdjustPremium,
    problems: [...ofShare, 'objective/nothing-to-adjust', 'objective/not-scored', 'lifecycle/not-allowed'],
  },
  proposals: {
    method: 'GET',
    path: '/api/v1/proposals',
    kind: 'query',
    action: 'objective.read',
    tag: 'lifecycle',
    summary: { it: 'Obiettivi proposti e non ancora nel piano', en: 'Objectives proposed and not yet in the plan' },
    query: z.strictObject({ planId: PlanId.optional() }),
    status: 200,
    answers: { 200: Proposals },
    problems: [],
  },
});
