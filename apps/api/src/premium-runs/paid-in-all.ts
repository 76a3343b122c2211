import { formatMoney, parseHundredths, sumHundredths } from '#domain';
import type { Engine } from '#engine';

/** What some runs have paid together, as the facts of a warning: their names, and euros. */
export async function paidInAll(engine: Engine, runIds: readonly string[]): Promise<{ runs: string; paid: string }> {
  const runs = await Promise.all(runIds.map(async (runId) => (await engine.load('premium', runId))?.state.run ?? null));
  const totals = runs.flatMap((run) => (run === null ? [] : [parseHundredths(run.total, 'total')]));
  return { runs: runIds.join(', '), paid: formatMoney(sumHundredths(totals)) };
}
