import { formatHundredths, parseHundredths } from '../decimal.js';
import { lifecycleStateOf } from '../objective/standing.js';
import type { ObjectiveState } from '../objective/state.js';
import { transitionsOf, type ObjectiveStanding } from '../objective/transitions.js';
import type { PlannedObjective } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { Decimal, LocalDate } from '../values.js';
import type { PlanChange } from './changes.js';

/** As much of an objective as a variation asks; of a proposal also what was proposed. */
export type ConcernedObjective = ObjectiveStanding & Pick<ObjectiveState, 'proposed' | 'days'>;

/**
 * The number of a proposal is that proposal's: its history, and whoever judged it, would else be told of another objective.
 *
 * @param objective  as the plan would have it after the whole variation
 * @param state  what has its number; absent: nobody has
 * @throws Refused `variation/number-proposed` unless it is what was proposed, and the body's lifecycle lets that into the plan
 */
export function requireNumberItsOwn(objective: PlannedObjective, state: ConcernedObjective | undefined): void {
  const { proposal, proposed, shares: [share] = [] } = state ?? {};
  // what the plan has already is told by the plan
  if (state === undefined || share === undefined || share.stage === 'planned' || !proposed?.objective) return;
  const ready = isReady(state, share);
  if (ready && contentOf(objective) === contentOf(proposed.objective)) return;
  throw new Refused('variation/number-proposed', {
    objective: objective.id,
    title: proposed.objective.title,
    office: proposal?.office ?? '',
    ready: ready ? 1 : 0,
  });
}

/**
 * What changes bring into a plan that was proposed, by its number, with the day on which it was validated, or proposed where nobody
 * validates; null: the log does not say.
 *
 * @param objectives  by their number in the plan
 */
export function proposalsIn(
  changes: readonly PlanChange[],
  objectives: Readonly<Record<string, ConcernedObjective>>,
): Readonly<Record<string, LocalDate | null>> {
  const found = changes.flatMap((change) => {
    const id = change.kind === 'add-objective' ? change.objective.id : '';
    const { proposed, shares: [share] = [], days = {} } = objectives[id] ?? {};
    if (proposed === undefined || share === undefined || share.stage === 'planned') return [];
    return [[id, days['proposal-validated'] ?? days['proposed'] ?? null] as const];
  });
  return Object.fromEntries(found);
}

/**
 * Who proposed what a variation brings in, and as which office: they wrote what is judged, as at its validation.
 *
 * @param proposals  their numbers
 */
export function proposersOf(
  proposals: readonly string[],
  objectives: Readonly<Record<string, ConcernedObjective>>,
): { readonly persons: readonly string[]; readonly offices: readonly string[] } {
  const all = proposals.flatMap((id) => objectives[id]?.proposal ?? []);
  return { persons: all.flatMap(({ proposers }) => proposers), offices: all.map(({ office }) => office) };
}

/** A file may let a published plan bring in what nobody has validated here; a variation does not, where there is somebody who validates. */
function isReady(state: ConcernedObjective, share: ConcernedObjective['shares'][number]): boolean {
  const standing = lifecycleStateOf(state, share);
  const transitions = transitionsOf(state);
  const isJudged = share.stage === 'validated' || transitions.every(({ verb }) => verb !== 'validate');
  return isJudged && transitions.some(({ verb, from }) => verb === 'approve' && from.includes(standing));
}

/** All that whoever judges a proposal reads of it, to compare; not where a document had it. */
function contentOf({ mission, strategicObjective, title, shares, indicators, deadlines }: PlannedObjective): string {
  return JSON.stringify([
    mission,
    strategicObjective,
    title,
    shares.map(({ id, areaId, unit, weight, funding }) => [id, areaId, unit, pointsOf(weight), funding]),
    indicators.map(({ id, text, target, shareIds }) => [id, text, target, shareIds]),
    deadlines.map((deadline) => Object.entries(deadline).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  ]);
}

/** What moved from share to share is written another way. */
function pointsOf(weight: Decimal | null): string | null {
  return weight === null ? null : formatHundredths(parseHundredths(weight, 'weight'));
}
