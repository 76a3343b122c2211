import type { PlanDocument } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { Instant, LocalDate } from '../values.js';
import { addedBy, isAgain, type Added } from './alike.js';
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
