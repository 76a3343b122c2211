import type { Engine } from '#engine';

/** Shares for which a liquidated run has set money aside, as the log says now: no other fund is for them. */
export async function setAsideBy(engine: Engine, runIds: readonly string[]): Promise<readonly string[]> {
  const runs = await Promise.all(runIds.map((runId) => engine.load('premium', runId)));
  return runs.flatMap((loaded) => {
    const { run = null, liquidated = false } = loaded?.state ?? {};
    return liquidated && run?.reserve !== undefined ? (run.awaited ?? []).map(({ shareId }) => shareId) : [];
  });
}
