import { requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import type { Actor, Instant, LocalDate } from '../values.js';
import type { InstanceRef } from './messages.js';
import type { DeadlineStanding, ObjectiveState, ShareState } from './state.js';

/** @throws Refused `objective/unknown-share` */
export function requireShare(state: ObjectiveState, shareId: string): ShareState {
  const share = state.shares.find((candidate) => candidate.shareId === shareId);
  if (share === undefined) throw new Refused('objective/unknown-share', { share: shareId });
  return share;
}

/** @throws Refused `objective/not-assigned`, `objective/not-your-share` */
export function requireOwn({ shareId, office }: ShareState, by: Actor): void {
  if (office === null) throw new Refused('objective/not-assigned', { share: shareId });
  if (office !== by.office) throw new Refused('objective/not-your-share', { share: shareId, office });
}

/** @throws Refused `objective/not-acknowledged` */
export function requireAcknowledged({ shareId, acknowledged }: ShareState): void {
  if (!acknowledged) throw new Refused('objective/not-acknowledged', { share: shareId });
}

/** @throws Refused `objective/already-liquidated`: what was paid for is settled */
export function requireNotLiquidated({ shareId, premium }: ShareState): void {
  if (premium !== null) throw new Refused('objective/already-liquidated', { share: shareId, run: premium.runId });
}

/** @throws Refused `value/not-a-date`, `objective/occurred-in-future` */
export function requireOccurred(occurredOn: LocalDate, at: Instant): void {
  requireDate(occurredOn, 'occurredOn');
  const today = romeDayOf(at);
  if (occurredOn > today) {
    throw new Refused('objective/occurred-in-future', { field: 'occurredOn', value: occurredOn, today });
  }
}

/**
 * The instance that a report answers, while nobody answered it yet.
 *
 * @throws Refused `objective/unknown-deadline`, `objective/deadline-already-answered`
 */
export function requireUnanswered(share: ShareState, { deadlineId, instance }: InstanceRef): DeadlineStanding {
  const standing = share.deadlines.find(
    (candidate) => candidate.deadlineId === deadlineId && candidate.instance === instance,
  );
  const facts = { share: share.shareId, deadline: deadlineId, instance };
  if (standing === undefined) throw new Refused('objective/unknown-deadline', facts);
  if (standing.status === 'answered' || standing.status === 'fulfilled-late') {
    throw new Refused('objective/deadline-already-answered', facts);
  }
  return standing;
}
