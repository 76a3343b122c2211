import { z } from 'zod';
import { PlanProblem, PlanQuestion } from '../plans.js';
import { WorkflowMistake } from '../workflows.js';
import { WhoCould } from './who-could.js';

/** Problem details after RFC 9457. */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable, noun/reason: match on this.' }),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    law: z.string().optional().meta({ description: 'The article behind the rule, where the law says so.' }),
    correlationId: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'What is wrong with the request, place by place.' }),
    problems: z.array(PlanProblem).optional(),
    questions: z.array(PlanQuestion).optional(),
    mistakes: z.array(WorkflowMistake).optional(),
    whoCould: WhoCould.optional().meta({ description: 'Of a command that was asked dry.' }),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457).' });
