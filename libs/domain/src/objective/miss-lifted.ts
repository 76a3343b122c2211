import { instancesOf, missedAt } from '../deadline/instances.js';
import type { PlannedObjective } from '../plan/document.js';
import { compareText } from '../text.js';
import type { ActReference, Instant, LocalDate } from '../values.js';
import { answeredBy } from './answered-by.js';
import type { InstanceRef } from './late.js';
import type { ObjectiveEvent } from './messages.js';
import { missed } from './missed.js';
import { dueAfter } from './rested-days.js';
import { isOwedFrom } from './series-bound.js';
import { stillCounted } from './still-counted.js';
import { isBound, type DeadlineStanding, type ShareState } from './state.js';
import { isFrozen } from './suspension.js';
import type { MissLifted, Shifted } from './variation-messages.js';

/** By what the plan changed, and how it has the objective by now. */
interface Undoing {
  readonly variationId: string;
  readonly act: ActReference | null;
  readonly objective: PlannedObjective;
}

/** What an alarm would have marked as missed and the act undoes: marked first, as nobody knows whether one has rung. */
export function missedBefore(by: Undoing, shares: readonly ShareState[], at: Instant): readonly ObjectiveEvent[] {
  return undone(by, shares, at)
    .filter(({ standing }) => standing.status === 'open')
    .map(({ share, standing }) => missed(share.shareId, standing));
}

/**
 * The misses that an act undoes which came in time and was recorded late: of occasions that fell due on its day or later, and
 * that the plan has no more because of it.
 */
export function liftedBy(by: Undoing, shares: readonly ShareState[], at: Instant): readonly MissLifted[] {
  return undone(by, shares, at).map(({ share, standing, planned, act, decidedOn }) => {
    const { deadlineId, instance, dueOn, fulfilledOn } = standing;
    const next = planned.filter((one) => one.deadlineId === deadlineId && !isAmong(share.deadlines, one));
    // of a series the period that it was the end of
    const successor = next.find((one) => one.instance >= instance) ?? next.at(-1);
    const movedTo = successor
      ? { instance: successor.instance, dueOn: restedSince(decidedOn, share, successor.dueOn) }
      : null;
    const { variationId } = by;
    const data = { shareId: share.shareId, deadlineId, instance, dueOn, variationId, act, movedTo };
    return { type: 'objective.miss-lifted.v1', data: fulfilledOn === undefined ? data : { ...data, fulfilledOn } };
  });
}

function undone({ act, objective }: Undoing, shares: readonly ShareState[], at: Instant) {
  const decidedOn = act?.date ?? null;
  if (act === null || decidedOn === null) return [];
  return shares.flatMap((share) => {
    const planned = [
      ...objective.deadlines
        .filter(({ shareIds }) => shareIds.includes(share.shareId))
        .flatMap(instancesOf)
        .filter(isOwedFrom(share.seriesFrom)),
      ...stillCounted(share.deadlines, share.shareId, objective),
    ];
    return share.deadlines
      .filter((standing) => isMissed(share, standing, at))
      .filter((standing) => decidedOn <= standing.dueOn && !isAmong(planned, standing))
      .map((standing) => ({ share, standing, planned, act, decidedOn }));
  });
}

/** The share once a miss was lifted. What was said of why it was missed goes with it; what was done late counts by the new day. */
export function lifted(
  share: ShareState,
  { deadlineId, instance, movedTo, fulfilledOn, restsUntil, isRemoved }: MissLifted['data'],
): ShareState {
  const gone = { deadlineId, instance };
  if (movedTo !== null && isSame(gone, { deadlineId, instance: movedTo.instance })) {
    const { dueOn } = movedTo;
    const isOpen = restsUntil !== undefined || isRemoved === true;
    const asked = (standing: DeadlineStanding): DeadlineStanding => {
      const again = { ...standing, dueOn, justification: null };
      return isOpen ? restored(again, fulfilledOn) : answeredBy({ ...again, status: 'open' }, fulfilledOn);
    };
    return {
      ...share,
      deadlines: share.deadlines.map((standing) => (isSame(standing, gone) ? asked(standing) : standing)),
    };
  }
  const deadlines = share.deadlines
    .filter((standing) => !isSame(standing, gone))
    .map((standing) =>
      movedTo !== null && isSame(standing, { deadlineId, instance: movedTo.instance })
        ? answeredBy({ ...standing, dueOn: movedTo.dueOn }, fulfilledOn)
        : standing,
    )
    .toSorted((a, b) => compareText(a.dueOn, b.dueOn) || compareText(a.deadlineId, b.deadlineId));
  return { ...share, deadlines };
}

/** While work rests its day is still to come: what was done meanwhile was done in time, as far as is known until it goes on. */
function restored(standing: DeadlineStanding, fulfilledOn: LocalDate | undefined): DeadlineStanding {
  return { ...standing, status: fulfilledOn === undefined ? 'open' : 'answered' };
}

/** Of the occasions that a share has by an act which was recorded late: those that rests since the act have moved on. */
export function shiftedSince({ act, objective }: Undoing, shares: readonly ShareState[]): readonly Shifted[] {
  const decidedOn = act?.date ?? null;
  if (decidedOn === null) return [];
  return shares.flatMap((share) => {
    const { shareId, deadlines } = share;
    return objective.deadlines
      .filter(({ shareIds }) => shareIds.includes(shareId))
      .flatMap(instancesOf)
      .filter((planned) => !isAmong(deadlines, planned))
      .flatMap(({ deadlineId, instance, dueOn: planned }) => {
        const dueOn = restedSince(decidedOn, share, planned);
        return dueOn === planned ? [] : [{ shareId, deadlineId, instance, dueOn }];
      });
  });
}

/** While work rested since the act, its day would have moved on as that of any other deadline. */
function restedSince(fixedOn: LocalDate, { rests }: ShareState, planned: LocalDate): LocalDate {
  return dueAfter(rests, { instance: planned, fixedOn });
}

function isMissed(share: ShareState, standing: DeadlineStanding, at: Instant): boolean {
  const { status } = standing;
  if (status !== 'open') return status === 'missed' || status === 'fulfilled-late';
  return isBound(share) && !isFrozen(share, standing) && at >= missedAt(standing);
}

function isAmong(all: readonly InstanceRef[], one: InstanceRef): boolean {
  return all.some((other) => isSame(other, one));
}

function isSame(a: InstanceRef, b: InstanceRef): boolean {
  return a.deadlineId === b.deadlineId && a.instance === b.instance;
}
