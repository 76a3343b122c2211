import type { Tenure } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import type { ComputedRun, RouteOfRun, RunStanding } from './messages.js';

/**
 * Whoever is paid was evaluated, and nobody can appeal any more; for those of whom it is not so yet, money is set aside.
 *
 * @returns those for whom the reserve is
 * @throws Refused `premium/evaluations-missing` when there is none
 */
export function requireEvaluated(
  { runId, reserve }: ComputedRun,
  { evaluations = false }: RouteOfRun,
  paid: readonly string[],
  { evaluated = [] }: RunStanding,
  tenures: readonly Tenure[],
): readonly string[] {
  if (!evaluations) return [];
  const missing = paid.filter((person) => !evaluated.includes(person));
  if (missing.length > 0 && reserve === undefined) {
    const offices = tenures.filter(({ person }) => missing.includes(person)).map(({ office }) => office);
    throw new Refused('premium/evaluations-missing', {
      run: runId,
      persons: missing.join(', '),
      offices: [...new Set(offices)].toSorted().join(', '),
    });
  }
  return missing;
}
