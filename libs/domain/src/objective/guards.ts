import { requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import type { PlannedObjective } from '../plan/document.js';
import type { Actor, Instant, LocalDate } from '../values.js';
import { requireBegun } from './beginning.js';
import type { InstanceRef } from './late.js';
import type { DeadlineStanding, ObjectiveState, ShareState } from './state.js';

/** @throws Refused `objective/unknown-share` */
export function requireShare(state: ObjectiveState, shareId: string): ShareState {
  const share = state.shares.find((candidate) => candidate.shareId === shareId);
  if (share === undefined) throw new Refused('objective/unknown-share', { share: shareId });
  return share;
}

/** An indicator as a refusal tells of it: its id, and what the plan calls it where the objective has it. */
export function toldIndicator({ objective }: ObjectiveState, indicatorId: string): Record<string, string> {
  const known = objective?.indicators.find(({ id }) => id === indicatorId);
  return { indicator: indicatorId, ...(known && { indicatorText: known.text }) };
}

/** A deadline of a share as a refusal tells of it: its day, and what the plan says of it where it says anything. */
export function toldDeadline(
  objective: PlannedObjective | null | undefined,
  share: string,
  { deadlineId, instance }: InstanceRef,
): Record<string, string> {
  const text = objective?.deadlines.find(({ id }) => id === deadlineId)?.text;
  return { share, deadline: deadlineId, instance, ...(text && { deadlineText: text }) };
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

/** @throws Refused `objective/suspended`, `objective/removed` */
export function requireActive(share: ShareState): void {
  requireThere(share);
  const { shareId, suspension } = share;
  if (suspension !== null) throw new Refused('objective/suspended', { share: shareId, until: suspension.until });
}

/** With the share that is removed ends what was judged of it. @throws Refused `objective/removed` */
export function requireThere({ shareId, removal }: ShareState): void {
  if (removal !== null) throw new Refused('objective/removed', { share: shareId });
}

/** @throws Refused `objective/already-liquidated`: what was paid for is settled */
export function requireNotLiquidated({ shareId, premium }: ShareState): void {
  if (premium !== null) throw new Refused('objective/already-liquidated', { share: shareId, run: premium.runId });
}

/**
 * What is reported of a share counts until it is paid or its degree definitive; a reopening lets it count again.
 *
 * @throws Refused `objective/already-liquidated`, `objective/rendicontazione-already-approved`
 */
export function requireUnsettled(share: ShareState): void {
  requireNotLiquidated(share);
  if (share.definitive !== null) {
    throw new Refused('objective/rendicontazione-already-approved', { share: share.shareId });
  }
}

/** @throws Refused `value/not-a-date`, `objective/occurred-in-future`, `objective/occurred-before-year` */
export function requireOccurred(state: ObjectiveState, occurredOn: LocalDate, at: Instant): void {
  requireDate(occurredOn, 'occurredOn');
  const today = romeDayOf(at);
  if (occurredOn > today) {
    throw new Refused('objective/occurred-in-future', { field: 'occurredOn', value: occurredOn, today });
  }
  requireBegun(state, occurredOn, 'occurredOn');
}

export function standingOf({ deadlines }: ShareState, ref: InstanceRef): DeadlineStanding | undefined {
  return deadlines.find((candidate) => candidate.deadlineId === ref.deadlineId && candidate.instance === ref.instance);
}

/** @throws Refused `objective/unknown-deadline` */
export function requireStanding({ objective }: ObjectiveState, share: ShareState, ref: InstanceRef): DeadlineStanding {
  const standing = standingOf(share, ref);
  if (standing !== undefined) return standing;
  throw new Refused('objective/unknown-deadline', toldDeadline(objective, share.shareId, ref));
}

/**
 * The instance that a report answers, while nobody answered it yet.
 *
 * @throws Refused `objective/unknown-deadline`, `objective/deadline-already-answered`
 */
export function requireUnanswered(state: ObjectiveState, share: ShareState, ref: InstanceRef): DeadlineStanding {
  const standing = requireStanding(state, share, ref);
  if (standing.status === 'answered' || standing.status === 'fulfilled-late') {
    throw new Refused('objective/deadline-already-answered', toldDeadline(state.objective, share.shareId, ref));
  }
  return standing;
}
