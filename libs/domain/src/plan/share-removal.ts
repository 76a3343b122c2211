import { answeringFor, creditedWith, settledIn, type Surroundings } from '../variation/standing.js';
import type { Credited } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import type { PlanDocument } from './document.js';
import { redistributed } from './redistribute.js';
import type { PlanState } from './state.js';
import type { RemoveShare, ShareRemoved } from './variation-messages.js';

export function removeShare(
  { objectiveId, shareId, weight, act, objectives }: RemoveShare,
  { planId, document, version }: PlanState & { readonly planId: string },
): readonly ShareRemoved[] {
  if (document === null) throw new Refused('plan/not-drafted', { plan: planId });
  const known = document.objectives.find(({ id }) => id === objectiveId)?.shares.some(({ id }) => id === shareId);
  if (known !== true) throw new Refused('objective/unknown-share', { share: shareId });
  if (document.removed?.includes(objectiveId) || document.removedShares?.includes(shareId)) return [];
  const without = withoutShare(document, shareId);
  const after = weight === 'redistribute' ? borne(without, shareId, settledIn(objectives)) : without;
  const changed = after.objectives.filter((objective) => !document.objectives.includes(objective));
  return [
    {
      type: 'plan.share-removed.v1',
      data: { planId, version: version + 1, objectiveId, shareId, act, objectives: changed },
    },
  ];
}

/** Who is paid more by what others no longer weigh. */
export interface Bearing {
  /** Offices that have the shares which bear it. */
  readonly bearing: readonly string[];
  /** …and those that have the credit of some of their days. */
  readonly bearingCredited: readonly Credited[];
}

/** Who has the shares which bear the weight of one that is removed, as the plan and its objectives are now. */
export function bearingFor(
  shareId: string,
  { document, objectives }: Pick<Surroundings, 'document' | 'objectives'>,
): Bearing {
  const before = new Set(document.objectives.flatMap(({ shares }) => shares));
  const after = borne(withoutShare(document, shareId), shareId, settledIn(objectives));
  const bearers = after.objectives.map(
    ({ id, shares }) => [id, shares.filter((share) => !before.has(share)).map((share) => share.id)] as const,
  );
  const touched = Object.fromEntries(bearers);
  return {
    bearing: [...new Set(answeringFor(touched, objectives))],
    bearingCredited: creditedWith(touched, { document, objectives }),
  };
}

/** The document after it. */
export function withShareRemoved(
  document: PlanDocument,
  { shareId, objectives }: Pick<ShareRemoved['data'], 'shareId' | 'objectives'>,
): PlanDocument {
  const after = new Map(objectives.map((objective) => [objective.id, objective]));
  const changed = document.objectives.map((objective) => after.get(objective.id) ?? objective);
  return withoutShare({ ...document, objectives: changed }, shareId);
}

function withoutShare(document: PlanDocument, shareId: string): PlanDocument {
  return { ...document, removedShares: [...(document.removedShares ?? []), shareId] };
}

/** Where nobody is left who could bear it, it weighs nothing, as if it had been neutralised. */
function borne(document: PlanDocument, shareId: string, settled: ReadonlySet<string>): PlanDocument {
  try {
    return redistributed(document, [shareId], settled);
  } catch (error) {
    if (error instanceof Refused && error.code === 'variation/nobody-bears-weight') return document;
    throw error;
  }
}
