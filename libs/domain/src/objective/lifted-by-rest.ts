import { missedAt } from '../deadline/instances.js';
import type { Instant } from '../values.js';
import type { ObjectiveEvent } from './messages.js';
import { missed } from './missed.js';
import type { Suspension } from './moves.js';
import { asMeant, laterBy } from './rested-days.js';
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
