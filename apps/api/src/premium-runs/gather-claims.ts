import { heldFor, Refused, type FundScope, type HeldFor, type PlanDocument, type PremiumClaim } from '#domain';
import type { Engine } from '#engine';

type Claim = PremiumClaim & { readonly holders?: readonly HeldFor[] };

/**
 * The shares that a fund is for and that no run has paid yet, each with the degree it was scored.
 *
 * @throws Refused `plan/not-drafted`, `objective/unknown-share`
 */
export async function gatherClaims(engine: Engine, planId: string, scope: FundScope): Promise<Claim[]> {
  const document = (await engine.load('plan', planId))?.state.document ?? null;
  if (document === null) throw new Refused('plan/not-drafted', { plan: planId });
  const wanted = sharesOf(document, scope);
  const shares = document.objectives.flatMap((objective) => objective.shares);
  // one that is there and has no money of its own is none for this fund: `premium/no-claims`
  if (scope.kind === 'share' && shares.every(({ id }) => id !== scope.shareId)) {
    throw new Refused('objective/unknown-share', { share: scope.shareId });
  }
  const objectiveIds = [...new Set(wanted.map(({ objective }) => `${planId}-${objective}`))];
  const objectives = new Map(
    await Promise.all(objectiveIds.map(async (id) => [id, await engine.load('objective', id)] as const)),
  );
  return wanted.flatMap(({ objective, id: shareId, areaId, weight }) => {
    const objectiveId = `${planId}-${objective}`;
    const share = objectives.get(objectiveId)?.state.shares.find((each) => each.shareId === shareId);
    // what was paid before a reopening is adjusted, not paid again; what was removed divides nothing: others bear its weight, or nobody
    if (share?.premium || share?.adjusting || share?.removal) return [];
    const holders = heldFor(share?.holders ?? [], { from: `${document.year}-01-01`, to: document.horizon });
    return [{ objectiveId, shareId, areaId, weight, degree: share?.score?.degree ?? null, holders }];
  });
}

/** Shares without weight are outside the funds that are divided by weight: each has money of its own. */
function sharesOf({ objectives, areas, removed = [] }: PlanDocument, scope: FundScope) {
  const kindOf = new Map(areas.map(({ id, kind }) => [id, kind]));
  const all = objectives
    .filter(({ id }) => !removed.includes(id))
    .flatMap(({ id: objective, shares }) => shares.map((share) => ({ ...share, objective })));
  switch (scope.kind) {
    case 'areas':
      return all.filter(({ areaId, weight }) => weight !== null && kindOf.get(areaId) === 'area');
    case 'segretario':
      return all.filter(({ areaId, weight }) => weight !== null && kindOf.get(areaId) === 'segretario');
    case 'share':
      return all.filter(({ id, weight }) => id === scope.shareId && weight === null);
  }
}
