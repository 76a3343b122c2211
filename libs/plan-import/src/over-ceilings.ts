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

/** The areas that no reading can bring below their ceiling, each at its heaviest row. */
export function overCeilings({ ambiguities, puzzle, areas, rows }: WeighedPlan): Problem[] {
  const found = areas.flatMap((area, index) => {
    const least = puzzle.ambiguities.reduce(
      (sum, options) => sum + Math.min(...options.map((option) => option.get(index) ?? 0)),
      puzzle.base[index] ?? 0,
    );
    const ceiling = puzzle.ceilings[index] ?? null;
    return ceiling === null || least <= ceiling ? [] : [overCeiling(area, BigInt(least), BigInt(ceiling), rows)];
  });
  if (found.length > 0) return found;
  const line = ambiguities[0]?.line ?? 1;
  return [
    problem(
      line,
      'import/no-reading-within-ceilings',
      `I punti ambigui (${ambiguities.map((one) => `riga ${one.line}`).join(', ')}) si possono leggere in più modi, ma in nessuno i pesi di tutte le aree restano entro i massimi: controllare i pesi.`,
      `The ambiguous places (${ambiguities.map((one) => `line ${one.line}`).join(', ')}) can be read in several ways, but in none do the weights of all areas stay within the ceilings: check the weights.`,
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
  const lines = [...new Set(own.map(({ source }) => source.line))].sort((a, b) => a - b).join(', ');
  return problem(
    own[0]?.source.line ?? 1,
    'import/weight-over-ceiling',
    `I pesi di «${area.name}» fanno almeno ${italian(sum)}, più del massimo ${italian(ceiling)} (righe ${lines}): correggere i pesi o il massimo.`,
    `The weights of “${area.name}” add up to at least ${formatHundredths(sum)}, above the ceiling of ${formatHundredths(ceiling)} (lines ${lines}): correct the weights or the ceiling.`,
  );
}
