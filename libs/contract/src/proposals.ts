import { z } from 'zod';
import { Deadline, Indicator, Possible } from './objective-views.js';
import { knownObjective, lifecycleCommand, moves } from './lifecycle-command.js';
import { defineRoutes } from './route.js';
import {
  Decimal,
  LocalDate,
  ObjectiveId,
  OfficeId,
  PlanId,
  ShareId,
  Text,
  WrittenLine,
  WrittenText,
} from './values.js';
import { WarnedAnswer } from './warnings.js';

/** Why a proposal can never come into its plan. */
export const wayIn = [
  'plan/closed',
  'plan/unknown-mission',
  'plan/unknown-area',
  'proposal/number-elsewhere',
  'variation/no-chain',
  'variation/after-cut-off',
] as const;

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
    indicators: z.array(Indicator.omit({ source: true }).extend({ text: WrittenText })).max(200),
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

export const WithdrawProposal = z.strictObject({ reason: WrittenText }).meta({ id: 'WithdrawProposal' });

export const ValidateProposal = z
  .strictObject({
    step,
    waiver: Text.nullable().default(null).meta({ description: 'Why what the lint found is accepted.' }),
  })
  .meta({ id: 'ValidateProposal' });

export const Proposal = z
  .object({
    objectiveId: ObjectiveId,
    planId: PlanId,
    way: z.enum(['plan', 'variation']).nullable().meta({
      description:
        'By which it can come into the plan: with a draft of it, or once it is approved by a variation alone; null: by none.',
    }),
    variation: z.string().nullable().meta({
      description:
        'The variation under way that brings it into the plan; null: none does. As long as there is one it is not withdrawn.',
    }),
    noWay: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why by none: closed, a mission or area that the plan has not, too late to vary it.' }),
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
    proposed: ProposeObjective.meta({ description: 'As it was proposed last, to be handed in again.' }),
    possible: z.array(Possible),
  })
  .meta({ id: 'Proposal', description: 'An objective that the plan does not have yet.' });

export const Proposals = z.object({ proposals: z.array(Proposal) }).meta({ id: 'Proposals' });

const objective = z.strictObject({ objectiveId: ObjectiveId });
const path = '/api/v1/objectives/:objectiveId/proposal';

/** An objective before the plan has it. */
export const proposalRoutes = defineRoutes({
  proposeObjective: {
    ...lifecycleCommand,
    answers: { 200: WarnedAnswer },
    path,
    action: 'objective.propose',
    summary: { it: 'Proporre un obiettivo', en: 'Propose an objective' },
    params: objective,
    body: ProposeObjective,
    problems: [
      ...moves,
      'objective/not-your-share',
      'objective/proposal-incomplete',
      ...wayIn,
      'objective/office-evaluates',
      'objective/office-decides',
      'objective/unknown-share',
      'objective/no-shares',
      'approval/no-substitute',
    ],
  },
  returnProposal: {
    ...lifecycleCommand,
    path: `${path}/return`,
    action: 'objective.return-proposal',
    summary: { it: 'Restituire una proposta', en: 'Return a proposal' },
    params: objective,
    body: ReturnProposal,
    problems: [
      ...knownObjective,
      ...moves,
      'objective/own-proposal',
      'objective/points-missing',
      'approval/before-its-step',
    ],
  },
  withdrawProposal: {
    ...lifecycleCommand,
    path: `${path}/withdrawal`,
    action: 'objective.withdraw-proposal',
    summary: { it: 'Ritirare una proposta', en: 'Withdraw a proposal' },
    params: objective,
    body: WithdrawProposal,
    problems: [...knownObjective, ...moves, 'proposal/under-variation'],
  },
  validateProposal: {
    ...lifecycleCommand,
    path: `${path}/validation`,
    action: 'objective.validate',
    summary: { it: 'Validare una proposta', en: 'Validate a proposal' },
    params: objective,
    body: ValidateProposal,
    problems: [
      ...knownObjective,
      ...moves,
      'objective/own-proposal',
      'objective/lint-not-waived',
      ...wayIn,
      'approval/before-its-step',
    ],
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
