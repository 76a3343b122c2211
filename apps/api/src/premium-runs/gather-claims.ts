import { heldFor, pays, Refused, sharesInScope, type FundScope, type HeldFor, type PremiumClaim } from '#domain';
import type { Engine } from '#engine';

type Claim = PremiumClaim & { readonly holders?: readonly HeldFor[] };

interface Gathered {
  readonly claims: readonly Claim[];
  /** Runs that have paid the others. */
  readonly paidBy: readonly string[];
}

/**
 * The shares that a fund is for and that no run has paid yet, each with the degree it was scored.
 *
 * @throws Refused `plan/not-drafted`, `objective/unknown-share`, `premium/liquidates-nothing`
 */
export async function gatherClaims(engine: Engine, planId: string, scope: FundScope): Promise<Gathered> {
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
  const unpaid = wanted.find(({ objective }) => {
    const state = objectives.get(`${planId}-${objective}`)?.state;
    return state !== undefined && !pays(state);
  });
  if (unpaid !== undefined) throw new Refused('premium/liquidates-nothing', { share: unpaid.id });
  const all = wanted.map((one) => {
    const objectiveId = `${planId}-${one.objective}`;
    const share = objectives.get(objectiveId)?.state.shares.find((each) => each.shareId === one.id);
    return { ...one, objectiveId, share };
  });
  const claims = all.flatMap(({ objectiveId, id: shareId, areaId, weight, share }) => {
    // what was paid before a reopening is adjusted, not paid again; what was removed divides nothing: others bear its weight, or nobody
    if (share?.premium || share?.adjusting || share?.removal) return [];
    const holders = heldFor(share?.holders ?? [], { from: `${document.year}-01-01`, to: document.horizon });
    return [{ objectiveId, shareId, areaId, weight, degree: share?.score?.degree ?? null, holders }];
  });
  const paidBy = all.flatMap(({ share }) => share?.premium?.runId ?? []);
  return { claims, paidBy: [...new Set(paidBy)] };
}
