import { at } from './place.js';
import { formatHundredths } from '#domain';
import type { KnownArea } from './areas.js';
import type { Ambiguity, DraftRow } from './draft.js';
import { problem, type Problem } from './problem.js';
import { italian } from './row-facts.js';
import type { Puzzle } from './solver.js';

export interface WeighedPlan {
  readonly ambiguities: readonly Ambiguity[];
  readonly puzzle: Puzzle;
  readonly areas: readonly KnownArea[];
  readonly rows: readonly DraftRow[];
}

/**
 * The areas that no reading can bring below their ceiling, each at its heaviest row, and the ambiguous rows of which no
 * option fits beside the other weights.
 */
export function overCeilings({ ambiguities, puzzle, areas, rows }: WeighedPlan): Problem[] {
  const areasOver = areas.flatMap((area, index) => {
    const least = puzzle.ambiguities.reduce(
      (sum, options) => sum + Math.min(...options.map((option) => option.get(index) ?? 0)),
      puzzle.base[index] ?? 0,
    );
    const ceiling = puzzle.ceilings[index] ?? null;
    return ceiling === null || least <= ceiling ? [] : [overCeiling(area, BigInt(least), BigInt(ceiling), rows)];
  });
  const found = [...areasOver, ...ambiguities.flatMap((one, index) => withoutRoom(one, index, puzzle, areas))];
  if (found.length > 0) return found;
  const line = ambiguities[0]?.line ?? 1;
  return [
    problem(
      line,
      'import/no-reading-within-ceilings',
      `I punti ambigui (${ambiguities.map((one) => `riga ${at(one.line)}`).join(', ')}) si possono leggere in più modi, ma in nessuno i pesi di tutte le aree restano entro i massimi: controllare i pesi.`,
      `The ambiguous places (${ambiguities.map((one) => `line ${at(one.line)}`).join(', ')}) can be read in several ways, but in none do the weights of all areas stay within the ceilings: check the weights.`,
    ),
  ];
}

/** Every option brings some area that has room without it above its ceiling. */
function withoutRoom(
  { line }: Ambiguity,
  place: number,
  { ambiguities, base, ceilings }: Puzzle,
  areas: readonly KnownArea[],
): Problem[] {
  const least = new Map<number, number>(); // area → the least sum above its ceiling
  for (const option of ambiguities[place] ?? []) {
    const over = [...option].flatMap(([area, weight]) => {
      const rest = ambiguities.reduce(
        (sum, options, other) => (other === place ? sum : sum + Math.min(...options.map((one) => one.get(area) ?? 0))),
        base[area] ?? 0,
      );
      const ceiling = ceilings[area] ?? Infinity;
      return rest <= ceiling && rest + weight > ceiling ? [{ area, sum: rest + weight }] : [];
    });
    if (over.length === 0) return [];
    for (const { area, sum } of over) least.set(area, Math.min(sum, least.get(area) ?? Infinity));
  }
  const sums = [...least].map(([area, sum]) => ({
    name: areas[area]?.name ?? '',
    sum: BigInt(sum),
    ceiling: BigInt(ceilings[area] ?? 0),
  }));
  const it = sums.map(({ name, sum, ceiling }) => `«${name}» arriva almeno a ${italian(sum)} su ${italian(ceiling)}`);
  const en = sums.map(
    ({ name, sum, ceiling }) => `“${name}” comes to at least ${formatHundredths(sum)} of ${formatHundredths(ceiling)}`,
  );
  return [
    problem(
      line,
      'import/weight-over-ceiling',
      `Il peso alla riga ${at(line)} supera un massimo comunque lo si legga: secondo la lettura ${it.join(', oppure ')}. Correggere il peso o il massimo.`,
      `The weight at line ${at(line)} exceeds a ceiling however it is read: depending on the reading ${en.join(', or ')}. Correct the weight or the ceiling.`,
    ),
  ];
}

function overCeiling(area: KnownArea, sum: bigint, ceiling: bigint, rows: readonly DraftRow[]): Problem {
  const own = rows
    .flatMap(({ shares, ambiguities }) => [
      ...shares,
      ...ambiguities.flatMap(({ options }) => options.flatMap((option) => option.shares)),
    ])
    .filter(({ areaId, weight }) => areaId === area.id && weight !== null)
    .sort((a, b) => Number((b.weight ?? 0n) - (a.weight ?? 0n)));
  const lines = [...new Set(own.map(({ source }) => source.line))]
    .sort((a, b) => a - b)
    .map(at)
    .join(', ');
  return problem(
    own[0]?.source.line ?? 1,
    'import/weight-over-ceiling',
    `I pesi di «${area.name}» fanno almeno ${italian(sum)}, più del massimo ${italian(ceiling)} (righe ${lines}): correggere i pesi o il massimo.`,
    `The weights of “${area.name}” add up to at least ${formatHundredths(sum)}, above the ceiling of ${formatHundredths(ceiling)} (lines ${lines}): correct the weights or the ceiling.`,
    own[0]?.source.column,
  );
}
