import { requireDate } from '../calendar/civil.js';
import { parseHundredths } from '../decimal.js';
import { Refused } from '../refused.js';
import type { Answering } from '../separation/may-answer.js';
import { requireText, requireUnique } from '../text.js';
import { checkObjective } from './check-objective.js';
import type { PlanDocument, PlannedObjective, PlannedShare } from './document.js';
import { requireWithinCeilings } from './weights.js';

/**
 * What must hold of a plan before it can be drafted.
 *
 * @throws Refused `plan/no-objectives`, `plan/unknown-area`, `plan/unknown-mission`, `plan/weights-over-ceiling`,
 *   or what an objective in it is refused for
 */
export function checkDocument(document: PlanDocument): void {
  requireText(document.body, 'body');
  requireText(document.title, 'title');
  requireDate(document.horizon, 'horizon');
  const actDate = document.act?.date ?? null;
  if (actDate !== null) requireDate(actDate, 'act.date');

  if (document.objectives.length === 0) throw new Refused('plan/no-objectives');
  const areaIds = document.areas.map(({ id }) => id);
  requireUnique(areaIds, 'area.id');
  for (const { ceiling } of document.areas) if (ceiling !== null) parseHundredths(ceiling, 'ceiling');
  requireUnique(
    document.missions.map((mission) => String(mission.number)),
    'mission.number',
  );

  requireUnique(
    document.objectives.map(({ id }) => id),
    'objective.id',
  );
  requireUnique(
    document.objectives.flatMap(({ shares }) => shares.map(({ id }) => id)),
    'share.id',
  );
  for (const objective of document.objectives) {
    checkObjective(objective);
    requirePlace(objective, document);
  }
  requireWithinCeilings(document);
}

/** What of an objective says where in a plan it stands. */
export interface Placed extends Pick<PlannedObjective, 'id' | 'mission' | 'strategicObjective'> {
  readonly shares: readonly Pick<PlannedShare, 'id' | 'areaId'>[];
}

/**
 * An objective outside the tree, or of an area that the plan has not, would be worked on and never shown.
 *
 * @throws Refused `plan/unknown-mission`, `plan/unknown-area`
 */
export function requirePlace(objective: Placed, { missions, areas }: PlanDocument): void {
  const mission = missions.find(({ number }) => number === objective.mission);
  if (mission?.strategicObjectives.some(({ number }) => number === objective.strategicObjective) !== true) {
    throw new Refused('plan/unknown-mission', {
      objective: objective.id,
      mission: objective.mission,
      strategicObjective: objective.strategicObjective,
    });
  }
  const known = areas.map(({ id }) => id);
  for (const { id, areaId } of objective.shares) {
    if (known.includes(areaId)) continue;
    const told = known.length > 0 && { areas: known.join(', ') };
    throw new Refused('plan/unknown-area', { share: id, area: areaId, ...told });
  }
}

/** Who answers for each share, as the plan calls them. */
export function answeringIn({ areas, objectives }: PlanDocument): readonly Answering[] {
  const nameOf = new Map(areas.map(({ id, name }) => [id, name]));
  return objectives.flatMap(({ shares }) =>
    shares.map(({ id: share, areaId: office }) => ({ share, office, name: nameOf.get(office) })),
  );
}
