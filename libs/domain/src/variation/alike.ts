import { inWords } from '../plan/in-words.js';
import type { PlanDocument, PlannedObjective } from '../plan/document.js';
import type { LocalDate } from '../values.js';
import type { PlanChange } from './changes.js';
import type { Around, Lessened } from './lessened.js';

/** A share that comes into the plan. */
export interface Added {
  readonly areaId: string;
  /** As much of it as the share is measured by. */
  readonly objective: PlannedObjective;
  /** The day on which an earlier variation brought it in; absent: this one does. */
  readonly since?: LocalDate;
}

/** What changes would bring in. */
export function addedBy(changes: readonly PlanChange[], { objectives }: PlanDocument): readonly Added[] {
  return changes.flatMap((change) => {
    if (change.kind === 'add-objective')
      return change.objective.shares.map(({ areaId }) => ({ areaId, objective: change.objective }));
    const known = change.kind === 'add-share' && objectives.find(({ id }) => id === change.objectiveId);
    if (!known) return [];
    const indicators = known.indicators.filter(({ id }) => change.indicatorIds.includes(id));
    return [{ areaId: change.share.areaId, objective: { ...known, indicators } }];
  });
}

/** Other objectives of the plan, removed ones too, that say what changes would bring in. */
export function alikeTo(changes: readonly PlanChange[], document: PlanDocument): readonly string[] {
  const added = addedBy(changes, document);
  if (added.length === 0) return [];
  return document.objectives
    .filter((known) => added.some(({ objective }) => known.id !== objective.id && saysTheSame(objective, known)))
    .map(({ id }) => id);
}

/** Whether it says, in the same area, what a share of another objective says. */
export function isAgain(
  { areaId, objective }: Added,
  { objectiveId, share }: Pick<Lessened, 'objectiveId' | 'share'>,
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
