import { at } from './place.js';
import { formatHundredths } from '#domain';
import type { KnownArea } from './areas.js';
import type { Ambiguity, DraftRow, DraftShare } from './draft.js';
import type { Party } from './parties.js';
import { italian } from './row-facts.js';

/**
 * "All heads of area: 5" and, in the same objective, a row of its own for one of them: its weight takes the place of
 * the group's or adds to it.
 */
export function withGroupsOverridden(
  objectiveId: string,
  rows: readonly DraftRow[],
  parties: readonly (readonly Party[])[],
  areas: readonly KnownArea[],
): DraftRow[] {
  return rows.map((row, index) => {
    if (!(parties[index] ?? []).some(({ kind }) => kind === 'group')) return row;
    const elsewhere = rows.filter(
      (other, place) => other !== row && !(parties[place] ?? []).some(({ kind }) => kind === 'group'),
    );
    const kept: DraftShare[] = [];
    const ambiguities: Ambiguity[] = [...row.ambiguities];
    for (const share of row.shares) {
      const own = elsewhere
        .flatMap(sharesUnderAnyReading)
        .find(({ areaId, weight }) => areaId === share.areaId && weight !== null);
      if (own === undefined || share.weight === null) kept.push(share);
      else ambiguities.push(replacesOrAdds(objectiveId, share, own, areas));
    }
    return { ...row, shares: kept, ambiguities };
  });
}

function sharesUnderAnyReading({ shares, ambiguities }: DraftRow): DraftShare[] {
  return [...shares, ...ambiguities.flatMap(({ options }) => options.flatMap((option) => option.shares))];
}

function replacesOrAdds(
  objectiveId: string,
  group: DraftShare,
  own: DraftShare,
  areas: readonly KnownArea[],
): Ambiguity {
  const name = areas.find(({ id }) => id === group.areaId)?.name ?? group.areaId;
  const [whole, single] = [group.weight ?? 0n, own.weight ?? 0n];
  return {
    id: `${objectiveId}-group-${group.areaId}`,
    line: own.source.line,
    question: {
      it: `${name} ha un peso proprio (${italian(single)}) alla riga ${at(own.source.line)} ed è anche fra «tutti» alla riga ${at(group.source.line)} (${italian(whole)}): quali contano?`,
      en: `${name} has a weight of its own (${formatHundredths(single)}) at line ${at(own.source.line)} and is also among “all” at line ${at(group.source.line)} (${formatHundredths(whole)}): which count?`,
    },
    options: [
      {
        id: 'replaces',
        label: { it: `Solo il suo: ${italian(single)}`, en: `Only its own: ${formatHundredths(single)}` },
        shares: [],
        participants: [],
      },
      {
        id: 'adds',
        label: { it: `Tutti e due: ${italian(whole + single)}`, en: `Both: ${formatHundredths(whole + single)}` },
        shares: [group],
        participants: [],
      },
    ],
  };
}
