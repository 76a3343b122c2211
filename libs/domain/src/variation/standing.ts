import { romeDayOf } from '../calendar/rome.js';
import type { Deadline } from '../deadline/deadline.js';
import { instancesOf, missedAt } from '../deadline/instances.js';
import { evolve } from '../objective/evolve.js';
import { toldDeadline } from '../objective/guards.js';
import { initial, type ObjectiveState, type ShareState } from '../objective/state.js';
import { endedSuspensions, isFrozen } from '../objective/suspension.js';
import { requirePossible as requireTransition, type ObjectiveStanding } from '../objective/transitions.js';
import type { PlanDocument } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { Actor, Instant, LocalDate } from '../values.js';
import type { PlanChange, PlanChangeOf } from './changes.js';
import { touchedBy, type Varied } from './varied.js';

/** What other streams say, as it is when the command comes: a variation is judged by it. */
export interface Surroundings {
  /** As it is now. */
  readonly document: PlanDocument;
  readonly planStatus: 'drafted' | 'approved' | 'in-force' | 'closed';
  /** Absent: the log does not say. */
  readonly planApprovedOn?: LocalDate | undefined;
  /** The objectives that the changes name, by their number in the plan; one that is new is not among them. */
  readonly objectives: Readonly<Record<string, ObjectiveStanding>>;
  /** Shares that another variation concerns which is not decided, with its id. */
  readonly underWay: Readonly<Record<string, string>>;
  /** The last day on which the plan may be varied. */
  readonly cutOff: LocalDate;
}

/**
 * Whether the plan may be varied so now.
 *
 * @param decidedOn  the day on which it is asked for or decided, by its act where it rests on one: what a Giunta decides on the
 *   last day may be typed in on the next
 * @throws Refused `plan/not-in-force`, `variation/after-cut-off`, `variation/deadline-missed`, `variation/day-passed`,
 *   `variation/settled`, `variation/share-under-variation`, `lifecycle/not-allowed`
 */
export function requirePossible(
  changes: readonly PlanChange[],
  varied: Varied,
  { document, planStatus, objectives, underWay, cutOff }: Surroundings,
  at: Instant,
  decidedOn: LocalDate = romeDayOf(at),
): void {
  const today = romeDayOf(at);
  if (planStatus !== 'in-force') throw new Refused('plan/not-in-force', { plan: String(document.year) });
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
  for (const change of changes) {
    if (change.kind === 'add-objective') requireToCome(change.objective.deadlines, today);
    if (change.kind === 'add-share') requireToCome(joinedBy(change, document), today);
    if (change.kind !== 'move-deadline') continue;
    if (change.to < today) throw new Refused('variation/day-passed', { value: change.to, today });
    requireNotMissed(change.objectiveId, change.deadlineId, objectives, document, at);
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
function requireRemovable(state: ObjectiveStanding | undefined): void {
  for (const share of state?.shares ?? [])
    if (state && share.removal === null) requireTransition(state, share, 'remove');
}

/** Nobody is bound by a day that was over before they were told; of a series those to come bind. */
function requireToCome(deadlines: readonly Deadline[], today: LocalDate): void {
  for (const deadline of deadlines) {
    const last = instancesOf(deadline).at(-1)?.dueOn;
    if (last !== undefined && last < today) throw new Refused('variation/day-passed', { value: last, today });
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
 * @throws Refused `variation/not-concerned` where it is asked for by another
 */
export function requireConcerned(varied: Varied, surroundings: Surroundings, by: Actor): readonly string[] {
  const { document, objectives } = surroundings;
  const touched = [...touchedBy(varied, document)];
  const offices = touched.flatMap(([objectiveId, shares]) =>
    shares.flatMap(({ id, areaId }) => {
      const state = objectives[objectiveId]?.shares.find(({ shareId }) => shareId === id);
      return [areaId, ...(state?.office == null ? [] : [state.office])];
    }),
  );
  const concerned = [...new Set(offices)];
  if (concerned.includes(by.office)) return concerned;
  throw new Refused('variation/not-concerned', { office: by.office, offices: concerned.join(', ') });
}

/** What was reported to the end, scored or paid is no plan any more. */
function isSettled({ rendicontazione, score, premium }: ShareState): boolean {
  return (
    rendicontazione?.status === 'approved' || rendicontazione?.status === 'open' || score !== null || premium !== null
  );
}

/** The shares as they are by now: a rest may be over and nobody have noticed it. */
export function sharesAt(standing: ObjectiveStanding | undefined, at: Instant): readonly ShareState[] {
  if (standing === undefined) return [];
  const known: ObjectiveState = { ...initial, ...standing };
  return endedSuspensions(known, at).reduce(evolve, known).shares;
}

/**
 * A deadline that has passed unanswered has been missed, whether an alarm has rung or not. While work rests none passes,
 * and those of a share that was removed bind nobody.
 */
function requireNotMissed(
  objectiveId: string,
  deadlineId: string,
  objectives: Surroundings['objectives'],
  { objectives: planned }: PlanDocument,
  at: Instant,
): void {
  const known = planned.find(({ id }) => id === objectiveId);
  const recurring = known?.deadlines.some(({ id, kind }) => id === deadlineId && kind === 'recurring');
  for (const share of sharesAt(objectives[objectiveId], at)) {
    const { shareId, deadlines, removal } = share;
    const own = deadlines.filter((standing) => standing.deadlineId === deadlineId);
    // Of a series only its end moves.
    for (const standing of recurring === true ? own.slice(-1) : own) {
      const { status } = standing;
      if (status === 'answered') {
        throw new Refused('variation/deadline-answered', toldDeadline(known, shareId, standing));
      }
      const passed = status === 'open' && removal === null && !isFrozen(share, standing) && at >= missedAt(standing);
      if (status === 'missed' || status === 'fulfilled-late' || passed) {
        // a fact is a number so that the sentence can choose its words
        const answeredLate = status === 'fulfilled-late' ? 1 : 0;
        throw new Refused('variation/deadline-missed', { ...toldDeadline(known, shareId, standing), answeredLate });
      }
    }
  }
}
