import { asDecimal } from '../../words/as-decimal.js';
import type { TypedChange } from './typed-change.js';

interface Share {
  readonly areaId: string;
  readonly unit: string | null;
  readonly weight: string | null;
}

/** As much of a proposal as says which shares it has. */
interface Proposed {
  readonly objectiveId: string;
  readonly title: string;
  readonly proposed: { readonly shares: readonly Share[] };
}

export interface AddedShare extends Share {
  readonly shareId: string;
  readonly title: string;
}

/** The shares that a request brings into the plan, by the ids that they get there: it may move weight to them, too. */
export function sharesAdded(
  changes: readonly TypedChange[],
  proposals: readonly Proposed[],
  numberOf: (objectiveId: string) => string,
): readonly AddedShare[] {
  return changes.flatMap(({ kind, objective, created }) => {
    if (kind === 'add-proposal') {
      const found = proposals.find(({ objectiveId }) => objectiveId === objective);
      return found === undefined ? [] : named(numberOf(objective), found.title, found.proposed.shares);
    }
    if (kind !== 'add-objective') return [];
    const { mission, strategicObjective, number, title, shares } = created;
    const chosen = shares.flatMap((share) =>
      share.areaId === '' ? [] : [{ ...share, weight: share.weight.trim() === '' ? null : asDecimal(share.weight) }],
    );
    return named([mission, strategicObjective, number.trim().toLowerCase()].join('.'), title, chosen);
  });
}

/** A second share of one area counts on. */
function named(id: string, title: string, shares: readonly Share[]): readonly AddedShare[] {
  return shares.map(({ areaId, unit, weight }, index) => {
    const time = shares.slice(0, index + 1).filter((one) => one.areaId === areaId).length;
    return { shareId: `${id}-${areaId}${time > 1 ? `-${String(time)}` : ''}`, title, areaId, unit, weight };
  });
}
