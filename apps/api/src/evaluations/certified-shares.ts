import type { CertifiedShare } from '#domain';
import type { Engine } from '#engine';

/**
 * The weighted shares for which the evaluated person's offices answer, each with the degree that was certified. What was
 * removed from the plan, and what has no weight, says nothing of the results.
 */
export async function certifiedShares(engine: Engine, evaluationId: string): Promise<readonly CertifiedShare[]> {
  const opened = (await engine.load('evaluation', evaluationId))?.state.opened;
  if (!opened) return [];
  const { planId, offices } = opened;
  const document = (await engine.load('plan', planId))?.state.document;
  const objectiveIds = (document?.objectives ?? []).map(({ id }) => `${planId}-${id}`);
  const states = await Promise.all(
    objectiveIds.map(async (id) => [id, (await engine.load('objective', id))?.state] as const),
  );
  return states.flatMap(([objectiveId, state]) =>
    (state?.shares ?? []).flatMap(({ shareId, areaId, office, weight, score, removal }) =>
      weight === null || removal || !offices.includes(office ?? areaId)
        ? []
        : [{ objectiveId, shareId, weight, degree: score?.degree ?? null }],
    ),
  );
}
