import { parseHundredths } from '#domain';
import type { KnownArea } from './areas.js';
import { ceilingsIn, type Ceilings } from './ceilings.js';
import type { Prose } from './blocks.js';
import type { Ambiguity } from './draft.js';
import type { Puzzle } from './solver.js';

/** Where the text does not give the ceilings, or gives them elsewhere; decimals such as `"60"`. */
export interface GivenCeilings {
  readonly area?: string;
  readonly segretario?: string;
}

export function ceilingsOf(prose: readonly Prose[], given: GivenCeilings | undefined): Ceilings {
  const found = ceilingsIn(prose);
  const own = (text: string | undefined, fallback: bigint | null) =>
    text === undefined ? fallback : parseHundredths(text, 'ceiling');
  return { area: own(given?.area, found.area), segretario: own(given?.segretario, found.segretario) };
}

/** The weights of a plan as numbers for the solver. */
export function puzzleOf(
  rows: readonly { readonly shares: readonly { areaId: string; weight: bigint | null }[] }[],
  ambiguities: readonly Ambiguity[],
  areas: readonly KnownArea[],
  ceilings: Ceilings,
): Puzzle {
  const place = new Map(areas.map(({ id }, index) => [id, index]));
  const base = areas.map(() => 0);
  for (const { areaId, weight } of rows.flatMap(({ shares }) => shares)) {
    const index = place.get(areaId);
    if (index !== undefined) base[index] = (base[index] ?? 0) + Number(weight ?? 0n);
  }
  return {
    base,
    ceilings: areas.map(({ kind }) => {
      const ceiling = kind === 'segretario' ? ceilings.segretario : ceilings.area;
      return ceiling === null ? null : Number(ceiling);
    }),
    ambiguities: ambiguities.map(({ options }) =>
      options.map(({ shares }) => {
        const adds = new Map<number, number>();
        for (const { areaId, weight } of shares) {
          const index = place.get(areaId);
          if (index !== undefined) adds.set(index, (adds.get(index) ?? 0) + Number(weight ?? 0n));
        }
        return adds;
      }),
    ),
  };
}
