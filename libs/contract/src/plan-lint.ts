import { z } from 'zod';
import { defineRoutes } from './route.js';
import { Decimal, PlanId } from './values.js';

const LintRule = z
  .string()
  .regex(/^lint\/[a-z-]+$/)
  .meta({ id: 'LintRule', description: 'What was looked for; the codes are in docs/lint.md.' });

export const LintFinding = z
  .object({
    id: z.string().meta({ description: 'Rule and place: the same at every look; a waiver names it.' }),
    rule: LintRule,
    severity: z.enum(['warning', 'info']).meta({ description: 'A warning asks for a change or a reason.' }),
    objectiveId: z.string().nullable().meta({ description: 'As numbered in the plan; null: the whole plan.' }),
    shareIds: z.array(z.string()),
    areaId: z.string().nullable(),
    line: z.number().int().nullable().meta({ description: 'Of the published document.' }),
    place: z.string().nullable().meta({ description: 'In words: «riga 215», «tabella 3, riga 5».' }),
    message: z.string(),
    basis: z.string().meta({ description: 'The article or source it rests on.' }),
    points: Decimal.nullable().meta({ description: 'Points of weight concerned.' }),
    of: Decimal.nullable().meta({ description: 'Of how many.' }),
  })
  .meta({ id: 'LintFinding', description: 'Something in a plan that will make trouble later.' });

export const PlanLint = z
  .object({
    findings: z.array(LintFinding),
    totals: z
      .array(z.object({ rule: LintRule, name: z.string(), count: z.number().int(), points: Decimal.nullable() }))
      .meta({ description: 'Of each rule that found something; points of the shares concerned, each counted once.' }),
    points: Decimal.meta({ description: 'All the points of the plan.' }),
  })
  .meta({ id: 'PlanLint', description: 'What a plan would make trouble with. Nothing is refused for it.' });

export const planLintRoutes = defineRoutes({
  planLint: {
    method: 'GET',
    path: '/api/v1/plans/:planId/lint',
    kind: 'query',
    action: 'plan.read',
    tag: 'plans',
    summary: {
      it: 'Ciò che nel piano darà problemi, con la norma e le cifre',
      en: 'What in the plan will make trouble, with the rule and the figures',
    },
    params: z.strictObject({ planId: PlanId }),
    status: 200,
    answers: { 200: PlanLint },
    problems: ['plan/not-drafted'],
  },
});
