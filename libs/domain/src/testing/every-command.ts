import { onApprovals } from './cases/approval.js';
import { onTheBody } from './cases/body.js';
import type { CommandCase, CommandName } from './cases/case.js';
import { onEvaluations } from './cases/evaluation.js';
import { onObjectives } from './cases/objective.js';
import { onPlans } from './cases/plan.js';

/** Each command where it is possible: whoever adds one adds it here, and says what it comes to the second time. */
export const everyCommand: Readonly<Record<CommandName, readonly CommandCase[]>> = {
  ...onObjectives,
  ...onApprovals,
  ...onPlans,
  ...onEvaluations,
  ...onTheBody,
};

/** One after the other, each with its command's name. */
export const everyCase: readonly (readonly [CommandName, CommandCase])[] = Object.entries(everyCommand).flatMap(
  ([name, cases]) => cases.map((one) => [name as CommandName, one] as const),
);
