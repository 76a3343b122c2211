import type { CertifiedShare, LocalDate } from '#domain';
import type { Engine } from '#engine';

interface Certified {
  readonly shares: readonly CertifiedShare[];
  /** The last day on which one of their degrees was given; absent: nobody knows. */
  readonly scoredOn?: LocalDate;
}

/**
 * The weighted shares for which the evaluated person's offices answer, each with the degree that was certified. What was
 * removed from the plan, and what has no weight, says nothing of the results.
 */
export async function certifiedShares(engine: Engine, evaluationId: string): Promise<Certified> {
  const opened = (await engine.load('evaluation', evaluationId))?.state.opened;
  if (!opened) return { shares: [] };
  const { planId, offices } = opened;
  const document = (await engine.load('plan', planId))?.state.document;
  const objectiveIds = (document?.objectives ?? []).map(({ id }) => `${planId}-${id}`);
  const states = await Promise.all(
    objectiveIds.map(async (id) => [id, (await engine.load('objective', id))?.state] as const),
  );
  const found = states.flatMap(([objectiveId, state]) =>
    (state?.shares ?? []).flatMap(({ shareId, areaId, office, weight, score, removal }) =>
      weight === null || removal || !offices.includes(office ?? areaId)
        ? []
        : [{ share: { objectiveId, shareId, weight, degree: score?.degree ?? null }, on: score?.on }],
    ),
  );
  const scoredOn = found
    .flatMap(({ on }) => on ?? [])
    .toSorted()
    .at(-1);
  return { shares: found.map(({ share }) => share), ...(scoredOn !== undefined && { scoredOn }) };
}
