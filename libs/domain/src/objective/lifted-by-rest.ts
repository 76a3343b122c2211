import { missedAt } from '../deadline/instances.js';
import type { ActReference, Instant, LocalDate } from '../values.js';
import type { ObjectiveEvent } from './messages.js';
import { missed } from './missed.js';
import { isBound, type DeadlineStanding, type ShareState } from './state.js';
import type { MissLifted } from './variation-messages.js';

/** A rest as an act decides on it, or nobody has yet. */
interface Decided {
  readonly from: LocalDate;
  /** Its last day. */
  readonly until: LocalDate;
  readonly act: ActReference | null;
}

/** What an alarm would have marked as missed and the rest comes too late for: marked first, as nobody knows whether one has rung. */
export function missedBeforeRest(rest: Decided, share: ShareState, at: Instant): readonly ObjectiveEvent[] {
  if (!isBound(share)) return [];
  return share.deadlines
    .filter(({ status, dueOn }) => status === 'open' && dueOn >= rest.from && at >= missedAt({ dueOn }))
    .filter((standing) => !isInTime(rest, standing))
    .map((standing) => missed(share.shareId, standing));
}

/** The misses of days on which work had to rest already, by an act that came in time and was recorded late. */
export function liftedByRest(rest: Decided, { shareId, deadlines }: ShareState): readonly MissLifted[] {
  const { act, until: restsUntil } = rest;
  if (act === null) return [];
  return deadlines
    .filter(({ status }) => status === 'missed' || status === 'fulfilled-late')
    .filter((standing) => isInTime(rest, standing))
    .map(({ deadlineId, instance, dueOn, fulfilledOn }) => {
      const data = { shareId, deadlineId, instance, dueOn, act, movedTo: { instance, dueOn }, restsUntil };
      return {
        type: 'objective.miss-lifted.v1',
        data: fulfilledOn === undefined ? data : { ...data, fulfilledOn },
      };
    });
}

/** Whether the act is of the last day at the latest, and work rested by then. Told without an act it is of no day but its own. */
function isInTime({ from, act }: Decided, { dueOn }: Pick<DeadlineStanding, 'dueOn'>): boolean {
  return dueOn >= from && act !== null && act.date !== null && act.date <= dueOn;
}
