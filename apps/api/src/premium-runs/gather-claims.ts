import { heldFor, Refused, sharesInScope, type FundScope, type HeldFor, type PremiumClaim } from '#domain';
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
  const wanted = sharesInScope(document, scope);
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
