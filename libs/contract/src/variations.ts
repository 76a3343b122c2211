import { z } from 'zod';
import { AskedChange } from './asked-changes.js';
import { defineRoutes } from './route.js';
import { ActReference, CommandAnswer, LocalDate, PlanId, Text, WrittenText } from './values.js';
import { VariationId, which } from './variation-views.js';
import { WarnedAnswer } from './warnings.js';

const changes = z.array(AskedChange).min(1).max(100);

export const RequestVariation = z
  .strictObject({ planId: PlanId, reason: WrittenText, changes })
  .meta({ id: 'RequestVariation' });

export const ResubmitVariation = z.strictObject({ reason: WrittenText, changes }).meta({ id: 'ResubmitVariation' });

export const WithdrawVariation = z.strictObject({ reason: WrittenText }).meta({ id: 'WithdrawVariation' });

export const VariationStep = z
  .strictObject({
    step: z.string().min(1).max(100),
    outcome: z.enum(['approve', 'reject', 'return']),
    note: Text.default(''),
    act: ActReference.nullable().default(null),
    points: z.array(WrittenText).max(50).default([]),
    returnBy: LocalDate.nullable().default(null),
    reason: Text.default('').meta({ description: 'Of a rejection.' }),
  })
  .meta({ id: 'VariationStep', description: 'An opinion, or the decision by its act.' });

export const RequestedVariation = WarnedAnswer.extend({ variationId: VariationId }).meta({ id: 'RequestedVariation' });

const asked = [
  'plan/not-drafted',
  'plan/not-in-force',
  'plan/closed',
  'plan/weights-over-ceiling',
  'variation/not-concerned',
  'variation/nothing-changed',
  'variation/changed-twice',
  'variation/weight-exhausted',
  'variation/share-without-weight',
  'variation/no-points-given',
  'variation/share-incomplete',
  'variation/objective-removed',
  'variation/share-removed',
  'variation/unknown-objective',
  'variation/settled',
  'variation/number-taken',
  'variation/number-proposed',
  'variation/deadline-missed',
  'variation/missed-again',
  'variation/deadline-answered',
  'variation/day-passed',
  'variation/after-cut-off',
  'variation/share-under-variation',
  'variation/no-chain',
  'variation/opinion-missing',
  'variation/nobody-bears-weight',
  'objective/office-evaluates',
  'objective/office-decides',
  'lifecycle/not-allowed',
  'approval/no-substitute',
] as const;

export const variationCommandRoutes = defineRoutes({
  requestVariation: {
    method: 'POST',
    path: '/api/v1/variations',
    kind: 'command',
    action: 'variation.request',
    tag: 'variations',
    summary: { it: 'Chiedere una variazione del piano', en: 'Ask for a variation of the plan' },
    body: RequestVariation,
    status: 201,
    answers: { 201: RequestedVariation },
    problems: asked,
  },
  resubmitVariation: {
    method: 'POST',
    path: '/api/v1/variations/:variationId/resubmission',
    kind: 'command',
    action: 'variation.request',
    tag: 'variations',
    summary: {
      it: 'Ripresentare una variazione restituita per integrazioni',
      en: 'Submit a variation again after a return for integration',
    },
    params: which,
    body: ResubmitVariation,
    status: 200,
    answers: { 200: WarnedAnswer },
    problems: [...asked, 'variation/not-requested', 'variation/not-returned', 'variation/not-yours'],
  },
  withdrawVariation: {
    method: 'POST',
    path: '/api/v1/variations/:variationId/withdrawal',
    kind: 'command',
    action: 'variation.request',
    tag: 'variations',
    summary: { it: 'Ritirare una variazione', en: 'Withdraw a variation' },
    params: which,
    body: WithdrawVariation,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: ['variation/not-requested', 'variation/decided', 'variation/not-yours'],
  },
  takeVariationStep: {
    method: 'POST',
    path: '/api/v1/variations/:variationId/steps',
    kind: 'command',
    action: 'variation.decide',
    tag: 'variations',
    summary: {
      it: 'Dare un parere su una variazione, o deciderla con l’atto',
      en: 'Give an opinion on a variation, or decide it by the act',
    },
    params: which,
    body: VariationStep,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      'variation/not-requested',
      'variation/deadline-missed',
      'variation/missed-again',
      'variation/deadline-answered',
      'variation/day-passed',
      'variation/settled',
      'variation/number-taken',
      'variation/number-proposed',
      'variation/objective-removed',
      'variation/share-removed',
      'variation/superseded',
      'variation/unheard',
      'variation/after-cut-off',
      'variation/nobody-bears-weight',
      'lifecycle/not-allowed',
      'plan/weights-over-ceiling',
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
});
