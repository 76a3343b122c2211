import { Refused } from '../refused.js';
import type { OfficeDefinition } from '../workflow/definition.js';

/** A share with the office that is to answer for it. */
export interface Answering {
  readonly share: string;
  readonly office: string;
  /** As the plan calls the office; absent: by its id alone. */
  readonly name?: string | undefined;
}

/**
 * Whoever evaluates answers for no share: it could not certify its own, and nobody else may.
 *
 * @param offices  of the workflow in force
 * @throws Refused `objective/office-evaluates`
 */
export function requireMayAnswer(shares: readonly Answering[], offices: readonly OfficeDefinition[]): void {
  const evaluating = offices.filter((one) => one.function === 'evaluation-body');
  for (const { share, office, name } of shares) {
    if (!evaluating.some(({ id, names }) => id === office || (name !== undefined && isCalled(name, names)))) continue;
    throw new Refused('objective/office-evaluates', { share, office });
  }
}

function isCalled(name: string, names: readonly string[]): boolean {
  return names.some((one) => one.toLowerCase() === name.trim().toLowerCase());
}
