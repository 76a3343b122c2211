import { inWords } from '../plan/in-words.js';
import type { PlanDocument, PlannedObjective } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { Instant, LocalDate } from '../values.js';
import type { PlanChange } from './changes.js';
import { lessenedBy, missesOf, type Around, type Lessened } from './lessened.js';
import type { Varied } from './varied.js';

/**
 * What was missed does not begin again under another number: no share comes in that says what one of the same area says whose points go,
 * or which was removed before, while a deadline of that one was missed.
 *
 * @param actedOn  the day on which it was decided, or asked for: what was to come then counts not; null: as it is recorded
 * @throws Refused `variation/missed-again`
 */
export function requireNotMissedAgain(
  changes: readonly PlanChange[],
  varied: Varied,
  around: Around,
  at: Instant,
  actedOn: LocalDate | null,
): void {
  const added = addedBy(changes, varied.document);
  if (added.length === 0) return;
  const lost = [...lessenedBy(varied, around.document), ...removedFrom(around.document)];
  for (const share of lost) {
    const again = added.find((one) => isAgain(one, share, around));
    if (again === undefined) continue;
    const misses = missesOf(share, around, at).filter(({ dueOn }) => actedOn === null || dueOn < actedOn);
    const last = misses.at(-1);
    if (last === undefined) continue;
    throw new Refused('variation/missed-again', {
      objective: share.objectiveId,
      added: again.objective.id,
      count: misses.length,
      dueOn: last.dueOn,
    });
  }
}

/** Objectives of the plan that were removed, and say what changes would bring in. */
export function removedAlike(changes: readonly PlanChange[], document: PlanDocument): readonly string[] {
  const added = addedBy(changes, document);
  const alike = removedFrom(document).filter(({ objectiveId }) => {
    const known = document.objectives.find(({ id }) => id === objectiveId);
    return known !== undefined && added.some(({ objective }) => saysTheSame(objective, known));
  });
  return [...new Set(alike.map(({ objectiveId }) => objectiveId))];
}

interface Added {
  readonly areaId: string;
  /** As much of it as the share is measured by. */
  readonly objective: PlannedObjective;
}

function addedBy(changes: readonly PlanChange[], { objectives }: PlanDocument): readonly Added[] {
  return changes.flatMap((change) => {
    if (change.kind === 'add-objective')
      return change.objective.shares.map(({ areaId }) => ({ areaId, objective: change.objective }));
    const known = change.kind === 'add-share' && objectives.find(({ id }) => id === change.objectiveId);
    if (!known) return [];
    const indicators = known.indicators.filter(({ id }) => change.indicatorIds.includes(id));
    return [{ areaId: change.share.areaId, objective: { ...known, indicators } }];
  });
}

/** What was removed before, with its objective or by an act of its own. */
function removedFrom({ objectives, removed = [], removedShares = [] }: PlanDocument): readonly Lessened[] {
  return objectives.flatMap(({ id: objectiveId, shares }) =>
    shares
      .filter(({ id }) => removed.includes(objectiveId) || removedShares.includes(id))
      .map((share) => ({ objectiveId, share, left: null })),
  );
}

function isAgain(
  { areaId, objective }: Added,
  { objectiveId, share }: Lessened,
  { document, objectives }: Around,
): boolean {
  const office = objectives[objectiveId]?.shares.find(({ shareId }) => shareId === share.id)?.office;
  const known = document.objectives.find(({ id }) => id === objectiveId);
  const isOfArea = areaId === share.areaId || areaId === office;
  return isOfArea && known !== undefined && known.id !== objective.id && saysTheSame(objective, known);
}

function saysTheSame(one: PlannedObjective, other: PlannedObjective): boolean {
  if (inWords(one.title) === inWords(other.title)) return true;
  const words = new Set(other.indicators.map(({ text }) => inWords(text)));
  return one.indicators.some(({ text }) => words.has(inWords(text)));
}
