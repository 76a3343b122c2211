import type { PlannedObjective } from '../plan/document.js';

/** What facts have made fall due of a share, as long as the plan counts it from facts. */
export function stillCounted<Occasion extends { readonly deadlineId: string }>(
  occasions: readonly Occasion[],
  shareId: string,
  { deadlines }: Pick<PlannedObjective, 'deadlines'>,
): readonly Occasion[] {
  const counted = deadlines.filter(({ kind, shareIds }) => kind === 'relative' && shareIds.includes(shareId));
  return occasions.filter(({ deadlineId }) => counted.some(({ id }) => id === deadlineId));
}
