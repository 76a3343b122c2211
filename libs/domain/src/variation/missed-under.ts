import { Refused } from '../refused.js';
import type { Decimal, Instant } from '../values.js';
import type { PlanChange } from './changes.js';
import { lessenedBy, missesOf, type MissedDeadline } from './lessened.js';
import { settledIn, type Surroundings } from './standing.js';
import { variedBy } from './varied.js';

/** A share that loses points by a variation, or is removed, and has missed something. */
export interface MissedUnder {
  /** As numbered in the plan. */
  readonly objectiveId: string;
  readonly shareId: string;
  /** What was missed, answered late or not, in order of time. */
  readonly missed: readonly MissedDeadline[];
  /** Null: it has money of its own. */
  readonly weight: Decimal | null;
  /** After all changes; of what is removed nothing. */
  readonly left: Decimal | null;
}

/** Of which shares something was missed whose points go, for whoever asks and whoever decides; nothing where the changes are refused. */
export function missedUnder(
  changes: readonly PlanChange[],
  surroundings: Pick<Surroundings, 'document' | 'objectives'>,
  at: Instant,
): readonly MissedUnder[] {
  const { document, objectives } = surroundings;
  try {
    return lessenedBy(variedBy(changes, document, settledIn(objectives)), document).flatMap((lessened) => {
      const missed = missesOf(lessened, surroundings, at);
      const { objectiveId, share, left } = lessened;
      return missed.length === 0 ? [] : [{ objectiveId, shareId: share.id, missed, weight: share.weight, left }];
    });
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}
