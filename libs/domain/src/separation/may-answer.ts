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

/**
 * The political body gives the objectives, and notes and decides what became of them: of a share that was its own nobody else could. Whoever of
 * it has an area as well (L. 388/2000, art. 53 c. 23) gets the share as that.
 *
 * @throws Refused `objective/office-decides`
 */
export function requireNotDeciding({ share, office }: Answering, offices: readonly OfficeDefinition[]): void {
  if (!offices.some((one) => one.id === office && one.function === 'political-body')) return;
  throw new Refused('objective/office-decides', { share, office });
}

function isCalled(name: string, names: readonly string[]): boolean {
  return names.some((one) => one.toLowerCase() === name.trim().toLowerCase());
}
