import type { PlannedObjective, PlannedShare } from '../plan/document.js';

/** What a share may lack to be measured, judged and paid. */
export type Lacking = 'indicator' | 'target' | 'deadline' | 'weight';

/** Every share needs something to measure, a target for it, a day, and a weight or money of its own: what it has not of that. */
export function lackingOf(
  { id, weight, funding }: PlannedShare,
  { indicators, deadlines }: Pick<PlannedObjective, 'indicators' | 'deadlines'>,
): readonly Lacking[] {
  const own = indicators.filter(({ shareIds }) => shareIds.includes(id));
  const lacks: Readonly<Record<Lacking, boolean>> = {
    indicator: own.length === 0,
    target: own.length > 0 && own.every(({ target }) => target === null),
    deadline: !deadlines.some(({ shareIds }) => shareIds.includes(id)),
    weight: weight === null && funding === null,
  };
  return ORDER.filter((one) => lacks[one]);
}

const ORDER = ['indicator', 'target', 'deadline', 'weight'] as const satisfies readonly Lacking[];
