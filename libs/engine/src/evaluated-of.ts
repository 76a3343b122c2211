import { holdersWithin, type EvaluatedStanding, type Staff } from '#domain';
import type { Engine } from './engine.js';
import { periodOf, type Period } from './period-of.js';

/** Of those who held some offices in a plan's time, the persons whose evaluation for it is definitive. */
export async function evaluatedOf(
  engine: Engine,
  planId: string,
  offices: readonly string[],
  period: Period,
  staff: Staff,
): Promise<EvaluatedStanding> {
  const found = await Promise.all(
    holdersWithin(offices, period, staff).map(async (person) => {
      const evaluation = await engine.load('evaluation', `${planId}-${person}`);
      if (evaluation?.state.status !== 'definitive') return [];
      return [{ person, on: evaluation.state.days?.['evaluation.made-definitive.v1'] }];
    }),
  );
  const evaluated = found.flat();
  const evaluatedOn = evaluated
    .flatMap(({ on }) => on ?? [])
    .toSorted()
    .at(-1);
  return { period, evaluated: evaluated.map(({ person }) => person), evaluatedOn };
}

interface OfOffices {
  readonly areaId: string;
  readonly credits?: readonly { readonly office: string }[];
  readonly holders?: readonly { readonly office: string }[];
}

/** The offices that some shares are, or were, of. */
export function officesOf(shares: readonly OfOffices[]): readonly string[] {
  return shares.flatMap(({ areaId, credits = [], holders = [] }) => [
    areaId,
    ...[...credits, ...holders].map(({ office }) => office),
  ]);
}

/**
 * Those whom a run pays, as their evaluations stand now.
 *
 * @returns null when there is no such run, or it asks for none
 */
export async function evaluatedOfRun(engine: Engine, runId: string, staff: Staff): Promise<EvaluatedStanding | null> {
  const run = (await engine.load('premium', runId))?.state.run;
  if (run?.route?.evaluations !== true) return null;
  return evaluatedOf(engine, run.planId, officesOf(run.entries), await periodOf(engine, run.planId), staff);
}
