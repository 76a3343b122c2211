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
 * Neither whoever evaluates nor the political body answers for a share: the one could not certify its own, the other gives the objectives,
 * and notes and decides what became of them; of a share of theirs nobody else may. Whoever of the political body heads an area as well
 * (L. 388/2000, art. 53 c. 23) answers as that.
 *
 * @param offices  of the workflow in force
 * @throws Refused `objective/office-evaluates`, `objective/office-decides`
 */
export function requireMayAnswer(shares: readonly Answering[], offices: readonly OfficeDefinition[]): void {
  for (const { share, office, name } of shares) {
    const meant = offices.filter(({ id, names }) => id === office || (name !== undefined && isCalled(name, names)));
    const refusal = refusalOf(meant);
    if (refusal !== undefined) throw new Refused(refusal, { share, office });
  }
}

/** Whether an office that is known by its id can answer for shares. */
export function mayAnswer(office: string, offices: readonly OfficeDefinition[]): boolean {
  return refusalOf(offices.filter(({ id }) => id === office)) === undefined;
}

const REFUSALS = [
  ['evaluation-body', 'objective/office-evaluates'],
  ['political-body', 'objective/office-decides'],
] as const;

function refusalOf(meant: readonly OfficeDefinition[]) {
  return REFUSALS.find(([its]) => meant.some((one) => one.function === its))?.[1];
}

function isCalled(name: string, names: readonly string[]): boolean {
  return names.some((one) => one.toLowerCase() === name.trim().toLowerCase());
}
