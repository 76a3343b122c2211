import type { PlanDocument } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { Decimal, Instant } from '../values.js';
import { addedBy, isAgain } from './alike.js';
import type { PlanChange } from './changes.js';
import { lessenedBy, missesOf, type Around, type Lessened, type MissedDeadline } from './lessened.js';
import { settledIn, type Surroundings } from './standing.js';
import { variedBy } from './varied.js';

/** A share that has missed something, and loses points by a variation, is removed, or is said again by what comes in. */
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
  /** The objective that comes in and says the same, as numbered in the plan, where the share loses nothing; absent: it does. */
  readonly again?: string;
}

/** Of which shares something was missed whose points go, or that comes again beside them, for whoever asks and whoever decides; nothing where the changes are refused. */
export function missedUnder(
  changes: readonly PlanChange[],
  surroundings: Pick<Surroundings, 'document' | 'objectives'>,
  at: Instant,
): readonly MissedUnder[] {
  const { document, objectives } = surroundings;
  try {
    const lessened = lessenedBy(variedBy(changes, document, settledIn(objectives)), document);
    const beside = besideWhatComes(changes, surroundings, lessened);
    return [...lessened, ...beside].flatMap(({ objectiveId, share, left, again }: Beside) => {
      const missed = missesOf({ objectiveId, share }, surroundings, at);
      const told = { objectiveId, shareId: share.id, missed, weight: share.weight, left };
      return missed.length === 0 ? [] : [again === undefined ? told : { ...told, again }];
    });
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

type Beside = Lessened & Pick<MissedUnder, 'again'>;

/** The shares that stay as they are, each with what comes in and says the same. */
function besideWhatComes(
  changes: readonly PlanChange[],
  around: Around,
  lessened: readonly Lessened[],
): readonly Beside[] {
  const added = addedBy(changes, around.document);
  if (added.length === 0) return [];
  return standingIn(around.document)
    .filter(({ share }) => lessened.every((one) => one.share.id !== share.id))
    .flatMap((standing) => {
      const again = added.find((one) => isAgain(one, standing, around))?.objective.id;
      return again === undefined ? [] : [{ ...standing, left: standing.share.weight, again }];
    });
}

function standingIn({ objectives, removed = [], removedShares = [] }: PlanDocument) {
  return objectives
    .filter(({ id }) => !removed.includes(id))
    .flatMap(({ id: objectiveId, shares }) => shares.map((share) => ({ objectiveId, share })))
    .filter(({ share }) => !removedShares.includes(share.id));
}
