import { isUnderWay, Refused, type PlanChange, type Surroundings, type VariationState } from '#domain';
import { surroundingsOf, type Engine } from '#engine';

/**
 * What the plan, its objectives and its other variations say now.
 *
 * @param cutOff  `MM-DD`: the last day on which a plan of the year may be varied
 * @throws Refused `plan/not-drafted`
 */
export async function gatherSurroundings(
  engine: Engine,
  planId: string,
  changes: readonly PlanChange[],
  others: readonly VariationState[],
  cutOff: string,
): Promise<Surroundings> {
  const found = await surroundingsOf(engine, planId, changes);
  if (found === null) throw new Refused('plan/not-drafted', { plan: planId });
  const open = others.filter(isUnderWay);
  const underWay = Object.fromEntries(
    open.flatMap(({ touched, variationId }) =>
      Object.values(touched).flatMap((shares) => shares.map((share) => [share, variationId ?? ''])),
    ),
  );
  return { ...found, underWay, cutOff: `${found.document.year}-${cutOff}` };
}

/** The offices that have the shares of what a variation changes by now; a share that is none yet has none. */
export async function answeringNow(engine: Engine, planId: string, touched: VariationState['touched']) {
  const offices = await Promise.all(
    Object.entries(touched).map(async ([objectiveId, shareIds]) => {
      const shares = (await engine.load('objective', `${planId}-${objectiveId}`))?.state.shares ?? [];
      return shares.flatMap(({ shareId, areaId, office }) => (shareIds.includes(shareId) ? [office ?? areaId] : []));
    }),
  );
  return [...new Set(offices.flat())];
}
