import { missedAt } from '../deadline/instances.js';
import type { ActReference, Instant } from '../values.js';
import type { ObjectiveEvent } from './messages.js';
import { missed } from './missed.js';
import type { Rest, Suspension } from './moves.js';
import { asMeant, dueAfter, laterBy } from './rested-days.js';
import { isBound, type ShareState } from './state.js';
import type { MissLifted } from './variation-messages.js';

/** A rest as an act decides on it, or nobody has yet. */
type Decided = Omit<Suspension, 'reason'>;

/** What an alarm would have marked as missed and the rest comes too late for: marked first, as nobody knows whether one has rung. */
export function missedBeforeRest(rest: Decided, share: ShareState, at: Instant): readonly ObjectiveEvent[] {
  if (!isBound(share)) return [];
  return share.deadlines
    .filter(({ status, dueOn }) => status === 'open' && dueOn >= rest.from && at >= missedAt({ dueOn }))
    .filter((standing) => laterBy(asMeant(rest), share.rests, standing) === 0)
    .map((standing) => missed(share.shareId, standing));
}

/** The misses of days that an act moves, which let work rest in time and was recorded late. Told without an act it is of no day but its own. */
export function liftedByRest(rest: Decided, { shareId, deadlines, rests }: ShareState): readonly MissLifted[] {
  const { act, until: restsUntil } = rest;
  if (act === null) return [];
  return deadlines
    .filter(({ status }) => status === 'missed' || status === 'fulfilled-late')
    .filter((standing) => laterBy(asMeant(rest), rests, standing) > 0)
    .map(({ deadlineId, instance, dueOn, fulfilledOn }) => {
      const data = { shareId, deadlineId, instance, dueOn, act, movedTo: { instance, dueOn }, restsUntil };
      return {
        type: 'objective.miss-lifted.v1',
        data: fulfilledOn === undefined ? data : { ...data, fulfilledOn },
      };
    });
}

/**
 * The misses of days on which work rested without an act, which one of then has ratified once the rest was over: they fall due as many
 * days later as if it had been recorded at once.
 */
export function liftedByRatification(
  rest: Suspension | Rest,
  act: ActReference,
  share: ShareState,
): readonly MissLifted[] {
  if (!isBound(share)) return [];
  const { shareId, deadlines, rests } = share;
  const ratified = rests.map((one) => (one === rest ? { ...one, act } : one));
  return deadlines.flatMap((standing): readonly MissLifted[] => {
    const { deadlineId, instance, dueOn, status, fulfilledOn } = standing;
    const later = dueAfter(ratified, standing);
    if (status !== 'missed' && status !== 'fulfilled-late') return [];
    if (later <= dueOn || dueAfter(rests, standing) !== dueOn) return [];
    const data = { shareId, deadlineId, instance, dueOn, act, movedTo: { instance, dueOn: later } };
    return [{ type: 'objective.miss-lifted.v1', data: fulfilledOn === undefined ? data : { ...data, fulfilledOn } }];
  });
}
