import { formatHundredths } from '#domain';
import type { KnownArea } from './areas.js';
import { italian } from './row-facts.js';
import type { Puzzle } from './solver.js';
import type { Wording } from './text.js';

/** An area whose weights stay below its ceiling; both in hundredths. */
export interface Shortfall {
  readonly area: KnownArea;
  readonly sum: bigint;
  readonly ceiling: bigint;
}

/**
 * The areas that one reading leaves below their ceilings.
 *
 * @param chosen  for each ambiguity of the puzzle the place of its option
 */
export function shortfallsOf(
  { ambiguities, base, ceilings }: Puzzle,
  chosen: readonly number[],
  areas: readonly KnownArea[],
): Shortfall[] {
  return areas.flatMap((area, index) => {
    const sum = ambiguities.reduce(
      (total, options, place) => total + (options[chosen[place] ?? 0]?.get(index) ?? 0),
      base[index] ?? 0,
    );
    const ceiling = ceilings[index] ?? null;
    return ceiling === null || sum >= ceiling ? [] : [{ area, sum: BigInt(sum), ceiling: BigInt(ceiling) }];
  });
}

/**
 * The shortfalls that tell of something lost: the areas below their ceilings where at least as many reach theirs.
 * Where most stay below, a ceiling is only a ceiling.
 */
export function tellingShortfalls(puzzle: Puzzle, chosen: readonly number[], areas: readonly KnownArea[]): Shortfall[] {
  const shortfalls = shortfallsOf(puzzle, chosen, areas);
  const capped = puzzle.ceilings.filter((ceiling) => ceiling !== null).length;
  return shortfalls.length * 2 <= capped ? shortfalls : [];
}

/** "POLIZIA LOCALE resta a 15 su 60", for each. */
export function shortfallWords(shortfalls: readonly Shortfall[]): Wording {
  return {
    it: shortfalls
      .map(({ area, sum, ceiling }) => `${area.name} resta a ${italian(sum)} su ${italian(ceiling)}`)
      .join(', '),
    en: shortfalls
      .map(({ area, sum, ceiling }) => `${area.name} stays at ${formatHundredths(sum)} of ${formatHundredths(ceiling)}`)
      .join(', '),
  };
}
