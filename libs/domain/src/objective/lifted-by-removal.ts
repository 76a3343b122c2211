import { missedAt } from '../deadline/instances.js';
import type { ActReference, Instant } from '../values.js';
import type { ObjectiveEvent } from './messages.js';
import { missed } from './missed.js';
import { isBound, type DeadlineStanding, type ShareState } from './state.js';
import { isFrozen } from './suspension.js';
import type { MissLifted } from './variation-messages.js';

/** What an alarm would have marked as missed and the removal comes too late for: marked first, as nobody knows whether one has rung. */
export function missedBeforeRemoval(act: ActReference, share: ShareState, at: Instant): readonly ObjectiveEvent[] {
  if (!isBound(share)) return [];
  return share.deadlines
    .filter((standing) => standing.status === 'open' && at >= missedAt(standing) && !isFrozen(share, standing))
    .filter((standing) => !isInTime(act, standing))
    .map((standing) => missed(share.shareId, standing));
}

/** The misses of what bound nobody any more by then: the share was removed by an act that came in time and was recorded late. */
export function liftedByRemoval(act: ActReference, { shareId, deadlines }: ShareState): readonly MissLifted[] {
  return deadlines
    .filter(({ status }) => status === 'missed' || status === 'fulfilled-late')
    .filter((standing) => isInTime(act, standing))
    .map(({ deadlineId, instance, dueOn, fulfilledOn }) => {
      const movedTo = { instance, dueOn };
      const data = { shareId, deadlineId, instance, dueOn, act, movedTo, isRemoved: true } as const;
      return { type: 'objective.miss-lifted.v1', data: fulfilledOn === undefined ? data : { ...data, fulfilledOn } };
    });
}

/** Whether the act is of the last day at the latest. */
function isInTime({ date }: ActReference, { dueOn }: Pick<DeadlineStanding, 'dueOn'>): boolean {
  return date !== null && date <= dueOn;
}
