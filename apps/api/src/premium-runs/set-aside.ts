import type { Engine } from '#engine';

/** Shares for which a liquidated run has set money aside, as the log says now, each with that run: no other fund is for them. */
export async function setAsideBy(engine: Engine, runIds: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const runs = await Promise.all(runIds.map(async (runId) => [runId, await engine.load('premium', runId)] as const));
  return Object.fromEntries(
    runs.flatMap(([runId, loaded]) => {
      const { run = null, liquidated = false } = loaded?.state ?? {};
      const awaited = liquidated && run?.reserve !== undefined ? (run.awaited ?? []) : [];
      return awaited.map(({ shareId }) => [shareId, runId] as const);
    }),
  );
}
