import { formatHundredths, parseHundredths } from '../decimal.js';
import { instancesOf } from '../deadline/instances.js';
import { lifecycleStateOf } from '../objective/standing.js';
import type { ObjectiveState } from '../objective/state.js';
import { transitionsOf } from '../objective/transitions.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import type { LifecycleState } from '../workflow/lifecycle.js';
import type { PlannedObjective } from './document.js';
import { inWords } from './in-words.js';

/** In what a draft may tell an objective otherwise than it was proposed. */
export const toldParts = ['title', 'shares', 'indicators', 'deadlines'] as const;

export type ToldPart = (typeof toldParts)[number];

/** That a draft of the plan has the number of a proposal. */
export interface NumberTaken {
  /** As numbered in the plan. */
  readonly objective: string;
  /** As it was proposed. */
  readonly title: string;
  /** That proposed it. */
  readonly office: string;
  /** How far the proposal has come. */
  readonly state: LifecycleState;
  readonly differs: readonly ToldPart[];
  /** Another title or other areas: the number is meant for something else. */
  readonly another: boolean;
  readonly validated: boolean;
  /** Whether the body's lifecycle lets the plan have it as it stands. */
  readonly mayEnter: boolean;
}

/**
 * What a draft does to the proposal whose number it has. A published document numbers indicators and deadlines in its own way, so that
 * words, areas, weights and days are compared, and no ids.
 *
 * @returns null where nobody has proposed anything under the number, and where the draft that is there has it like this already
 */
export function numberTaken(planned: PlannedObjective, state: ObjectiveState | undefined): NumberTaken | null {
  const { proposed, proposal, objective, shares: [share] = [] } = state ?? {};
  if (state === undefined || share === undefined || !proposal || !proposed?.objective) return null;
  const isInDraft = share.stage === 'planned';
  if (isInDraft && objective != null && differencesIn(planned, objective).length === 0) return null;
  const before = isInDraft ? { ...share, stage: proposed.stage ?? 'proposed' } : share;
  const standing = lifecycleStateOf(state, before);
  const transitions = transitionsOf(state);
  const isAnother = (one: PlannedObjective) => isOther(one, proposed.objective);
  return {
    objective: planned.id,
    title: proposed.objective.title,
    office: proposal.office,
    state: standing,
    differs: differencesIn(planned, proposed.objective),
    // what the draft that is there has already was asked of whoever sent that
    another: isAnother(planned) && !(isInDraft && objective != null && isAnother(objective)),
    validated: before.stage === 'validated' || transitions.every(({ verb }) => verb !== 'validate'),
    mayEnter: isInDraft || transitions.some(({ verb, from }) => verb === 'approve' && from.includes(standing)),
  };
}

/**
 * A clerk is stopped once: the published plan is what it is, but the number may be a slip, and what was proposed, judged and voted under it
 * would be told of something else.
 *
 * @throws Refused `plan/proposal-not-validated`, `plan/number-proposed`
 */
export function requireNumbersFree(plan: string, taken: readonly NumberTaken[], knowingly: boolean): void {
  const [unripe] = taken.filter(({ mayEnter }) => !mayEnter);
  if (unripe !== undefined) throw new Refused('plan/proposal-not-validated', factsOf(plan, unripe));
  const [first, ...others] = taken.filter(({ another }) => another);
  if (first === undefined || knowingly) return;
  throw new Refused('plan/number-proposed', {
    ...factsOf(plan, first),
    ...(others.length > 0 && { others: others.map(({ objective }) => objective).join(', ') }),
  });
}

/** The day on which what a document has was validated as a proposal; null: it was not, is another by now, or the log does not say. */
export function validatedOn(planned: PlannedObjective, state: ObjectiveState | undefined): LocalDate | null {
  const { proposed, proposal, days = {} } = state ?? {};
  if (!proposal || !proposed?.objective || isOther(planned, proposed.objective)) return null;
  return days['proposal-validated'] ?? null;
}

/** What is said of one, refused or not. */
export function factsOf(plan: string, { objective, title, office, state, differs }: NumberTaken) {
  return { plan, objective, title, office, state, ...(differs.length > 0 && { differs: differs.join(', ') }) };
}

function differencesIn(one: PlannedObjective, other: PlannedObjective): readonly ToldPart[] {
  const [before, after] = [contentOf(one), contentOf(other)];
  return toldParts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}

function contentOf(objective: PlannedObjective): Readonly<Record<ToldPart, unknown>> {
  const { title, shares, indicators, deadlines } = objective;
  const days = deadlines.flatMap((deadline) => instancesOf(deadline).map(({ dueOn }) => dueOn));
  return {
    title: inWords(title),
    shares: shares
      .map(({ areaId, unit, weight, funding }) => JSON.stringify([areaId, unit ?? '', pointsOf(weight), funding]))
      .toSorted(),
    indicators: indicators.map(({ text, target }) => JSON.stringify([inWords(text), target])).toSorted(),
    deadlines: [[...new Set(days)].toSorted(), deadlines.filter((one) => instancesOf(one).length === 0).length],
  };
}

function isOther(one: PlannedObjective, other: PlannedObjective | null): boolean {
  if (other === null) return false;
  return inWords(one.title) !== inWords(other.title) || areasOf(one).join() !== areasOf(other).join();
}

function areasOf({ shares }: PlannedObjective): readonly string[] {
  return [...new Set(shares.map(({ areaId }) => areaId))].toSorted();
}

/** `5` and `5.00` are the same weight. */
function pointsOf(weight: string | null): string | null {
  return weight === null ? null : formatHundredths(parseHundredths(weight, 'weight'));
}
