import { missedUnder, type MissedUnder, type VariationState } from '#domain';
import { surroundingsOf, type Engine } from '#engine';

/** What was missed of what loses weight: as it is now while nobody has decided, then as it was asked for. */
export async function missedFor(
  engine: Engine,
  planId: string,
  { status, asked, missed = [] }: VariationState,
  at: string,
): Promise<readonly MissedUnder[]> {
  if (asked === null || (status !== 'open' && status !== 'returned')) return missed;
  const found = await surroundingsOf(engine, planId, asked.changes);
  return found === null ? missed : missedUnder(asked.changes, found, at);
}

/** The facts of its sentence; of several deadlines how many, and the last. */
export function factsOfMissed({ objectiveId, shareId, missed, weight, left, again }: MissedUnder) {
  const last = missed.at(-1);
  const text = missed.length === 1 ? last?.deadlineText : '';
  return {
    objective: objectiveId,
    share: shareId,
    count: missed.length,
    ...(last && { dueOn: last.dueOn }),
    ...(text && { deadlineText: text }),
    ...(weight !== null && { weight }),
    ...(again === undefined && left !== null && { left }),
    ...(again !== undefined && { added: again }),
  };
}

/** By which sentence it is told. */
export function warningOf({ again }: MissedUnder) {
  return again === undefined ? 'variation/missed-deadlines' : 'variation/missed-beside';
}
