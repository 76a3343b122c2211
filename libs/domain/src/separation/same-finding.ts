import type { PlannedObjective } from '../plan/document.js';

/** The other shares that the same indicator measures: who holds one is scored on what is found about the other. */
export function sharesOfSameFinding({ indicators }: PlannedObjective, shareId: string): readonly string[] {
  const together = indicators.filter(({ shareIds }) => shareIds.includes(shareId)).flatMap(({ shareIds }) => shareIds);
  return [...new Set(together)].filter((id) => id !== shareId);
}
