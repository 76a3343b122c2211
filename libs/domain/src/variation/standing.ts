import { romeDayOf } from '../calendar/rome.js';
import type { Deadline } from '../deadline/deadline.js';
import { instancesOf } from '../deadline/instances.js';
import { creditedFor } from '../objective/parties.js';
import type { ShareState } from '../objective/state.js';
import { requirePossible as requireTransition } from '../objective/transitions.js';
import type { Credited } from '../organisation/staff.js';
import type { PlanDocument, PlannedShare } from '../plan/document.js';
import { Refused } from '../refused.js';
import { notYetCredited } from '../separation/credited.js';
import type { Instant, LocalDate } from '../values.js';
import type { PlanChange, PlanChangeOf } from './changes.js';
import type { CameIn } from './came-in.js';
import type { LastVaried } from './last-varied.js';
import { requireNotMissedAgain } from './missed-again.js';
import { requireDayToCome, requireMovable } from './movable.js';
import { requireNumberItsOwn, type ConcernedObjective } from './number-proposed.js';
import { touchedBy, type Varied } from './varied.js';

/** What other streams say, as it is when the command comes: a variation is judged by it. */
export interface Surroundings {
  /** As it is now. */
  readonly document: PlanDocument;
  readonly planStatus: 'drafted' | 'approved' | 'in-force' | 'closed';
  /** Absent: the log does not say. */
  readonly planApprovedOn?: LocalDate | undefined;
  /** The objectives that the changes name, by their number in the plan; of one that is new the proposal that has its number, if any. */
  readonly objectives: Readonly<Record<string, ConcernedObjective>>;
  /** Shares that another variation concerns which is not decided, with its id. */
  readonly underWay: Readonly<Record<string, string>>;
  /** Absent: nothing was varied. */
  readonly lastVaried?: LastVaried | undefined;
  /** Absent: no variation brought anything in. */
  readonly cameIn?: CameIn | undefined;
  /** The last day on which the plan may be varied. */
  readonly cutOff: LocalDate;
}

/**
 * Whether the plan may be varied so now.
 *
 * @param decidedOn  the day on which it is asked for or decided, by its act where it rests on one: what a Giunta decides on the
 *   last day may be typed in on the next
 * @param actedOn  by which days are judged: that of the act, or that is told of the request; null: as it is recorded, and only what is
 *   not over can be moved
 * @throws Refused `plan/not-in-force`, `plan/closed`, `variation/after-cut-off`, `variation/deadline-missed`, `variation/day-passed`,
 *   `variation/settled`, `variation/share-under-variation`, `variation/number-proposed`, `variation/missed-again`, `lifecycle/not-allowed`
 */
export function requirePossible(
  changes: readonly PlanChange[],
  varied: Varied,
  { document, planStatus, objectives, underWay, cutOff, cameIn }: Surroundings,
  at: Instant,
  decidedOn: LocalDate = romeDayOf(at),
  actedOn: LocalDate | null = null,
): void {
  if (planStatus !== 'in-force') {
    const code = planStatus === 'closed' ? 'plan/closed' : 'plan/not-in-force';
    throw new Refused(code, { plan: String(document.year) });
  }
  if (decidedOn > cutOff) throw new Refused('variation/after-cut-off', { to: cutOff, decidedOn });
  for (const [objectiveId, shares] of touchedBy(varied, document)) {
    const state = objectives[objectiveId];
    if (state?.closed === true) throw new Refused('variation/settled', { objective: objectiveId });
    for (const { id } of shares) {
      const other = underWay[id];
      if (other !== undefined) throw new Refused('variation/share-under-variation', { share: id, variation: other });
      const share = state?.shares.find(({ shareId }) => shareId === id);
      if (share !== undefined && isSettled(share)) throw new Refused('variation/settled', { share: id });
    }
  }
  for (const { objectiveId } of varied.removed) requireRemovable(objectives[objectiveId]);
  requireNotMissedAgain(changes, varied, { document, objectives, cameIn }, at, actedOn);
  for (const change of changes) {
    if (change.kind === 'add-objective') {
      const { id } = change.objective;
      requireNumberItsOwn(varied.objectives.find((one) => one.id === id) ?? change.objective, objectives[id]);
      requireToCome(change.objective.deadlines, at, actedOn);
    }
    if (change.kind === 'add-share') requireToCome(joinedBy(change, document), at, actedOn);
    if (change.kind === 'move-deadline') requireMovable(change, { document, objectives }, at, actedOn);
  }
}

/** Shares that bear no weight of others any more: what they did with their own is settled. */
export function settledIn(objectives: Surroundings['objectives']): ReadonlySet<string> {
  const all = Object.values(objectives).flatMap(({ closed, shares }) =>
    shares.filter((share) => closed || isSettled(share)),
  );
  return new Set(all.map(({ shareId }) => shareId));
}

/** What the body's lifecycle lets nobody remove, a variation does not either. */
function requireRemovable(state: ConcernedObjective | undefined): void {
  for (const share of state?.shares ?? [])
    if (state && share.removal === null) requireTransition(state, share, 'remove');
}

/** Nobody is bound by a day that was over before that was decided; of a series those to come bind. */
function requireToCome(deadlines: readonly Deadline[], at: Instant, actedOn: LocalDate | null): void {
  for (const deadline of deadlines) {
    const last = instancesOf(deadline).at(-1)?.dueOn;
    if (last !== undefined) requireDayToCome(last, at, actedOn);
  }
}

function joinedBy(
  { objectiveId, deadlineIds }: PlanChangeOf<'add-share'>,
  { objectives }: PlanDocument,
): readonly Deadline[] {
  const deadlines = objectives.find(({ id }) => id === objectiveId)?.deadlines ?? [];
  return deadlines.filter(({ id }) => deadlineIds.includes(id));
}

/**
 * The offices that answer for what a variation changes: the area of each share, and whoever it was given to.
 *
 * @param touched  shares by objective, as numbered in the plan
 */
export function officesAt(
  touched: readonly (readonly [string, readonly Pick<PlannedShare, 'id' | 'areaId'>[]])[],
  objectives: Surroundings['objectives'],
): readonly string[] {
  const offices = touched.flatMap(([objectiveId, shares]) =>
    shares.flatMap(({ id, areaId }) => {
      const state = objectives[objectiveId]?.shares.find(({ shareId }) => shareId === id);
      return [areaId, ...(state?.office == null ? [] : [state.office])];
    }),
  );
  return [...new Set(offices)];
}

/** The offices that have the shares that a variation touches by now; of those that are none yet, nobody. */
export function answeringFor(
  touched: Readonly<Record<string, readonly string[]>>,
  objectives: Surroundings['objectives'],
): readonly string[] {
  return Object.entries(touched).flatMap(([objectiveId, shareIds]) => {
    const shares = objectives[objectiveId]?.shares ?? [];
    return shares.flatMap(({ shareId, office }) => (office === null || !shareIds.includes(shareId) ? [] : [office]));
  });
}

/**
 * …and those that have the credit of some of their days, in the plan's time: they are paid by what it changes.
 *
 * @param areas  whose shares are none yet
 */
export function creditedWith(
  touched: Readonly<Record<string, readonly string[]>>,
  { document: { horizon }, objectives }: Pick<Surroundings, 'document' | 'objectives'>,
  areas: readonly string[] = [],
): readonly Credited[] {
  const shares = Object.entries(touched).flatMap(([objectiveId, shareIds]) =>
    (objectives[objectiveId]?.shares ?? []).filter(({ shareId }) => shareIds.includes(shareId)),
  );
  const added = areas.map((areaId) => ({ areaId, holders: [] }));
  return [...shares, ...added].reduce<readonly Credited[]>(
    (known, share) => [...known, ...notYetCredited({ credited: known }, creditedFor(share, horizon))],
    [],
  );
}

/** What was reported to the end, scored or paid is no plan any more. */
function isSettled({ rendicontazione, score, premium }: ShareState): boolean {
  return (
    rendicontazione?.status === 'approved' || rendicontazione?.status === 'open' || score !== null || premium !== null
  );
}
