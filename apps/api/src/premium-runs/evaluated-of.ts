import { partiesOfRun, type RunStanding, type Staff } from '#domain';
import type { Engine } from '#engine';

/** Of those whom a run pays, the persons whose evaluation for its plan is definitive. */
export async function evaluatedOf(
  engine: Engine,
  runId: string,
  period: RunStanding['period'],
  staff: Staff,
): Promise<readonly string[]> {
  const run = (await engine.load('premium', runId))?.state.run;
  if (!run) return [];
  const { beneficiaries } = partiesOfRun(run.entries, period, staff);
  const found = await Promise.all(
    beneficiaries.map(async (person) => {
      const evaluation = await engine.load('evaluation', `${run.planId}-${person}`);
      return evaluation?.state.status === 'definitive' ? [person] : [];
    }),
  );
  return found.flat();
}
