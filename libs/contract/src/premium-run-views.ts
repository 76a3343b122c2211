import { z } from 'zod';
import { FundScope } from './premium-runs.js';
import { defineRoutes } from './route.js';
import { ActReference, ChosenId, Decimal, Instant, Money, PlanId } from './values.js';

export const PremiumRun = z
  .object({
    runId: z.string(),
    planId: PlanId,
    scope: FundScope,
    fund: Money,
    total: Money,
    savings: Money,
    entries: z.array(
      z.object({
        objectiveId: z.string(),
        shareId: z.string(),
        areaId: z.string(),
        weight: Decimal.nullable(),
        degree: Decimal.nullable(),
        amount: Money,
      }),
    ),
    status: z.enum(['computed', 'liquidated']),
    act: ActReference.nullable(),
    revision: z.number().int(),
    recordedAt: Instant,
  })
  .meta({ id: 'PremiumRun', description: 'How a fund is shared out; total and savings add up to the fund.' });

export const PremiumRuns = z.object({ premiumRuns: z.array(PremiumRun) }).meta({ id: 'PremiumRuns' });

export const premiumRunQueryRoutes = defineRoutes({
  premiumRuns: {
    method: 'GET',
    path: '/api/v1/premium-runs',
    kind: 'query',
    action: 'premium.read',
    tag: 'premium-runs',
    summary: { it: 'Elencare le ripartizioni dei premi', en: 'List the premium runs' },
    query: z.strictObject({ planId: PlanId.optional() }),
    status: 200,
    answers: { 200: PremiumRuns },
    problems: [],
  },
  premiumRun: {
    method: 'GET',
    path: '/api/v1/premium-runs/:runId',
    kind: 'query',
    action: 'premium.read',
    tag: 'premium-runs',
    summary: { it: 'Una ripartizione dei premi', en: 'One premium run' },
    params: z.strictObject({ runId: ChosenId }),
    status: 200,
    answers: { 200: PremiumRun },
    problems: ['premium/not-found'],
  },
});
