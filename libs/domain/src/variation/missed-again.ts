import { inWords } from '../plan/in-words.js';
import type { PlanDocument, PlannedObjective } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { Instant, LocalDate } from '../values.js';
import type { CameIn } from './came-in.js';
import type { PlanChange } from './changes.js';
import { isLess, lessenedBy, missesOf, type Around, type Lessened } from './lessened.js';
import type { Varied } from './varied.js';

/**
 * What was missed does not begin again under another number: no share comes in that says what one of the same area says whose points go,
 * or which was removed before, while a deadline of that one was missed; nor do they go to such a one that came in after the miss.
 *
 * @param actedOn  the day on which it was decided, or asked for: what was to come then counts not; null: as it is recorded
 * @throws Refused `variation/missed-again`
 */
export function requireNotMissedAgain(
  changes: readonly PlanChange[],
  varied: Varied,
  around: Around & { readonly cameIn?: CameIn | undefined },
  at: Instant,
  actedOn: LocalDate | null,
): void {
  const added = addedBy(changes, varied.document);
  const there = cameBefore(varied, around.document, around.cameIn);
  if (added.length === 0 && there.length === 0) return;
  for (const share of lessenedBy(varied, around.document)) {
    const gone = varied.removed.some(({ objectiveId }) => objectiveId === share.objectiveId);
    const taking = there.filter(({ gains }) => gains || gone);
    requireNoneAgain(share, [...added, ...taking], around, at, actedOn);
  }
  for (const share of removedFrom(around.document)) requireNoneAgain(share, added, around, at, actedOn);
}

function requireNoneAgain(
  share: Lessened,
  others: readonly Added[],
  around: Around,
  at: Instant,
  actedOn: LocalDate | null,
): void {
  const alike = others.filter((one) => isAgain(one, share, around));
  if (alike.length === 0) return;
  const misses = missesOf(share, around, at).filter(({ dueOn }) => actedOn === null || dueOn < actedOn);
  const [first, last] = [misses.at(0), misses.at(-1)];
  if (first === undefined || last === undefined) return;
  // what had come in by then is no second try
  const again = alike.find(({ since }) => since === undefined || since > first.dueOn);
  if (again === undefined) return;
  throw new Refused('variation/missed-again', {
    objective: share.objectiveId,
    added: again.objective.id,
    count: misses.length,
    dueOn: last.dueOn,
  });
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
  /** The day on which an earlier variation brought it in; absent: this one does. */
  readonly since?: LocalDate;
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

/** What earlier variations brought in and is there still, and whether it weighs more afterwards. */
function cameBefore(
  { document: after, removed }: Varied,
  { objectives, removed: gone = [], removedShares = [] }: PlanDocument,
  cameIn: CameIn = {},
): readonly (Added & { readonly gains: boolean })[] {
  const before = new Map(objectives.flatMap(({ shares }) => shares.map(({ id, weight }) => [id, weight])));
  const leaving = new Set([...gone, ...removed.map(({ objectiveId }) => objectiveId)]);
  // as it would read: other words may come in the same request
  return after.objectives.flatMap((known) =>
    known.shares.flatMap(({ id, areaId, weight }) => {
      const since = cameIn[id];
      if (since === undefined || !before.has(id) || leaving.has(known.id) || removedShares.includes(id)) return [];
      const indicators = known.indicators.filter(({ shareIds }) => shareIds.includes(id));
      return [{ areaId, objective: { ...known, indicators }, since, gains: isLess(before.get(id) ?? null, weight) }];
    }),
  );
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
  if (bare(one.title) === bare(other.title)) return true;
  const words = new Set(other.indicators.map(({ text }) => bare(text)));
  return one.indicators.some(({ text }) => words.has(bare(text)));
}

/** Without the signs between the words: a semicolon in the place of a colon says nothing else. */
function bare(text: string): string {
  return inWords(text.replaceAll(/(?!%)\p{P}/gu, ' '));
}
