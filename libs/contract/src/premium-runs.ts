import { z } from 'zod';
import type { FundScope as DomainScope } from '#domain';
import { defineRoutes } from './route.js';
import { ActReference, ChosenId, CommandAnswer, Money, PlanId, ShareId } from './values.js';

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
  })
  .meta({ id: 'ComputePremium' });

export const LiquidatePremium = z.strictObject({ act: ActReference }).meta({ id: 'LiquidatePremium' });

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
    answers: { 201: PremiumRunAnswer },
    problems: ['plan/not-drafted', 'premium/already-computed', 'premium/no-claims', 'objective/unknown-share'],
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
      'premium/signer-is-paid',
      'approval/act-missing',
      'objective/already-liquidated',
    ],
  },
});
