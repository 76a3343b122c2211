import { z } from 'zod';
import type { FundScope as DomainScope } from '#domain';
import { defineRoutes } from './route.js';
import { ActReference, ChosenId, CommandAnswer, Money, ObjectiveId, PlanId, ShareId, WrittenText } from './values.js';
import { Warning } from './warnings.js';

export const FundScope = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('areas') }),
    z.strictObject({ kind: z.literal('segretario') }),
    z.strictObject({ kind: z.literal('share'), shareId: ShareId }),
  ])
  .meta({
    id: 'FundScope',
    description:
      'Which money is shared out: the fund of the areas, the Segretario’s, or that of one share without weight.',
  }) satisfies z.ZodType<DomainScope>;

export const ComputePremium = z
  .strictObject({
    planId: PlanId,
    runId: ChosenId.optional().meta({ description: 'Left out: the idempotency key.' }),
    scope: FundScope,
    fund: Money,
    reserve: Money.optional().meta({
      description:
        'Set aside for what is not decided yet. Where the body evaluates persons, those whose evaluation is not definitive are not paid, and it is at least what they would get. Left out: nothing.',
    }),
  })
  .meta({ id: 'ComputePremium' });

export const SettlePremium = z
  .strictObject({ runId: ChosenId.optional().meta({ description: 'Of the new run. Left out: the idempotency key.' }) })
  .meta({ id: 'SettlePremium' });

export const AdjustPremium = z
  .strictObject({
    amount: Money.meta({ description: 'What is due in all, what was paid included; 0: all of it is recovered.' }),
  })
  .meta({
    id: 'AdjustPremium',
    description:
      'The answer names the run: each payment has one that adjusts it, which then goes the way of any run (proposal, chain, liquidation).',
  });

/** A document that the definition demands of whoever proposes. */
export const NamedDocument = z
  .strictObject({
    document: z.string().min(1).max(100).meta({ description: 'Its id in the chain: `relazione`.' }),
    act: ActReference,
  })
  .meta({ id: 'NamedDocument' });

export const ProposePremium = z
  .strictObject({ documents: z.array(NamedDocument).max(50).default([]) })
  .meta({ id: 'ProposePremium', description: 'The run’s `demanded` says which documents.' });

export const LiquidatePremium = z
  .strictObject({
    act: ActReference.nullable()
      .default(null)
      .meta({ description: 'Left out: the act by which the run was authorised.' }),
  })
  .meta({ id: 'LiquidatePremium' });

export const WithdrawPremium = z
  .strictObject({
    reason: WrittenText,
    act: ActReference.nullable()
      .default(null)
      .meta({ description: 'By which it is annulled: needed once an act has authorised the run.' }),
  })
  .meta({ id: 'WithdrawPremium' });

export const PremiumRunAnswer = CommandAnswer.extend({ runId: z.string() }).meta({ id: 'PremiumRunAnswer' });

export const premiumRunCommandRoutes = defineRoutes({
  computePremium: {
    method: 'POST',
    path: '/api/v1/premium-runs',
    kind: 'command',
    action: 'premium.compute',
    tag: 'premium-runs',
    summary: { it: 'Calcolare la ripartizione di un fondo', en: 'Compute how a fund is shared out' },
    body: ComputePremium,
    status: 201,
    answers: { 201: PremiumRunAnswer.extend({ warnings: z.array(Warning) }) },
    problems: [
      'plan/not-drafted',
      'premium/already-computed',
      'premium/no-claims',
      'premium/liquidates-nothing',
      'premium/nothing-certified',
      'premium/reserve-too-small',
      'premium/reserve-too-large',
      'objective/unknown-share',
    ],
  },
  settlePremium: {
    method: 'POST',
    path: '/api/v1/premium-runs/:runId/settlement',
    kind: 'command',
    action: 'premium.compute',
    tag: 'premium-runs',
    summary: {
      it: 'Calcolare quanto spetta dalla riserva a chi ora ha una valutazione definitiva',
      en: 'Compute what the reserve owes to those whose evaluation is definitive by now',
    },
    params: z.strictObject({ runId: ChosenId }),
    body: SettlePremium,
    status: 201,
    answers: { 201: PremiumRunAnswer },
    problems: [
      'premium/not-computed',
      'premium/not-liquidated',
      'premium/already-computed',
      'premium/nothing-to-settle',
      'premium/reserve-too-small',
    ],
  },
  adjustPremium: {
    method: 'POST',
    path: '/api/v1/objectives/:objectiveId/shares/:shareId/premium-adjustment',
    kind: 'command',
    action: 'premium.compute',
    tag: 'premium-runs',
    summary: {
      it: 'Calcolare il conguaglio di un premio già pagato',
      en: 'Compute the adjustment of a premium that was paid',
    },
    params: z.strictObject({ objectiveId: ObjectiveId, shareId: ShareId }),
    body: AdjustPremium,
    status: 201,
    answers: { 201: PremiumRunAnswer },
    problems: [
      'objective/not-defined',
      'objective/unknown-share',
      'objective/nothing-to-adjust',
      'objective/not-scored',
      'objective/adjusted-above-degree',
      'premium/share-not-payable',
      'premium/liquidates-nothing',
      'premium/signer-is-paid',
      'premium/nobody-may-sign',
      'premium/already-computed',
    ],
  },
  proposePremium: {
    method: 'POST',
    path: '/api/v1/premium-runs/:runId/proposal',
    kind: 'command',
    action: 'premium.propose',
    tag: 'premium-runs',
    summary: {
      it: 'Proporre una ripartizione con i suoi documenti: passa la catena dell’ente',
      en: 'Propose a run with its documents: it sets out through the body’s chain',
    },
    params: z.strictObject({ runId: ChosenId }),
    body: ProposePremium,
    status: 200,
    answers: { 200: CommandAnswer.extend({ warnings: z.array(Warning) }) },
    problems: [
      'premium/not-computed',
      'premium/no-chain',
      'premium/withdrawn',
      'premium/already-proposed',
      'premium/already-liquidated',
      'premium/plan-not-approved',
      'premium/nothing-certified',
      'premium/degrees-changed',
      'premium/holders-changed',
      'premium/weights-changed',
      'premium/set-aside',
      'premium/share-not-payable',
      'premium/liquidates-nothing',
      'objective/adjustment-needed',
      'objective/nothing-to-adjust',
      'premium/evaluations-missing',
      'premium/document-missing',
      'premium/document-of-other-kind',
      'premium/unknown-document',
      'premium/signer-is-paid',
      'premium/nobody-may-sign',
      'premium/no-common-payer',
      'premium/nobody-at-step',
      'approval/no-substitute',
    ],
  },
  withdrawPremium: {
    method: 'POST',
    path: '/api/v1/premium-runs/:runId/withdrawal',
    kind: 'command',
    action: 'premium.propose',
    tag: 'premium-runs',
    summary: {
      it: 'Ritirare una ripartizione prima della liquidazione; se è autorizzata, annullarla in autotutela con un atto',
      en: 'Withdraw a run before it is liquidated; where it is authorised, annul it by an act',
    },
    params: z.strictObject({ runId: ChosenId }),
    body: WithdrawPremium,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      'premium/not-computed',
      'premium/already-liquidated',
      'premium/withdrawn',
      'premium/signer-is-paid',
      'premium/nobody-may-sign',
      'approval/act-missing',
    ],
  },
  liquidatePremium: {
    method: 'POST',
    path: '/api/v1/premium-runs/:runId/liquidation',
    kind: 'command',
    action: 'premium.liquidate',
    tag: 'premium-runs',
    summary: { it: 'Liquidare la ripartizione con un atto', en: 'Liquidate the run by an act' },
    params: z.strictObject({ runId: ChosenId }),
    body: LiquidatePremium,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      'premium/not-computed',
      'premium/already-liquidated',
      'premium/withdrawn',
      'premium/not-proposed',
      'premium/not-authorised',
      'premium/authorised-by-another-act',
      'premium/nothing-certified',
      'premium/degrees-changed',
      'premium/holders-changed',
      'premium/weights-changed',
      'premium/set-aside',
      'premium/share-not-payable',
      'premium/liquidates-nothing',
      'objective/before-its-fact',
      'premium/evaluations-missing',
      'premium/signer-is-paid',
      'premium/nobody-may-sign',
      'premium/no-common-payer',
      'approval/act-missing',
      'objective/already-liquidated',
      'premium/bound-elsewhere',
      'objective/adjustment-needed',
      'objective/nothing-to-adjust',
      'lifecycle/act-of-another-kind',
    ],
  },
});
