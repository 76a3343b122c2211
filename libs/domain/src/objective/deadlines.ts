import { romeDayOf } from '../calendar/rome.js';
import { missedAt } from '../deadline/instances.js';
import { Refused } from '../refused.js';
import { compareText, requireText } from '../text.js';
import type { Instant } from '../values.js';
import {
  requireAcknowledged,
  requireOccurred,
  requireOwn,
  requireShare,
  requireUnanswered,
  requireUnsettled,
  toldDeadline,
} from './guards.js';
import { opening } from './justification.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import { missed } from './missed.js';
import { isBound, type DeadlineStanding, type ObjectiveState, type ShareState } from './state.js';
import { isFrozen } from './suspension.js';

/**
 * Every instance past due at `at` that nobody answered, each once however often the alarm rings; none is no refusal.
 * A share on which work rests owes nothing that falls due meanwhile. A share that nobody was given owes nothing yet: what passed meanwhile is marked by the first alarm after it is
 * assigned, but for what of a series was over by the first day of that. One whose rendicontazione has passed the whole chain owes nothing more.
 */
export function markMissed(at: Instant, state: ObjectiveState): ObjectiveEvent[] {
  return state.shares
    .filter(isBound)
    .flatMap((share) =>
      share.deadlines
        .filter((standing) => standing.status === 'open' && !isFrozen(share, standing) && at >= missedAt(standing))
        .map((standing) => missed(share.shareId, standing)),
    )
    .toSorted(
      ({ data: a }, { data: b }) =>
        compareText(a.dueOn, b.dueOn) || compareText(a.deadlineId, b.deadlineId) || compareText(a.shareId, b.shareId),
    );
}

/** Answers a missed instance with its justification; marks it missed first where an alarm would have done so. */
export function fulfilLate(
  command: ObjectiveCommandOf<'objective.fulfil-late'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, fulfils, justification, evidence, occurredOn, at } = command;
  const share = requireShare(state, shareId);
  requireUnsettled(share);
  requireOwn(share, command.by);
  requireAcknowledged(share);
  requireOccurred(state, occurredOn, at);
  const standing = requireUnanswered(state, share, fulfils);
  if (standing.status === 'open' && (isFrozen(share, standing) || at < missedAt(standing))) {
    throw new Refused('objective/deadline-not-passed', {
      ...toldDeadline(state.objective, shareId, standing),
      insteadUse: 'objective.report-progress',
    });
  }
  requireText(justification.note, 'justification.note');
  const { deadlineId, instance } = standing;
  const isFirst = standing.justification === null;
  const beside = isFirst ? {} : { submittedBy: command.by.id };
  const late: ObjectiveEvent = {
    type: 'objective.fulfilled-late.v1',
    data: { shareId, deadlineId, instance, justification, evidence, occurredOn, ...beside },
  };
  const opened = isFirst ? openedAsItMay(command, standing, share, state) : [];
  return [...(standing.status === 'open' && isBound(share) ? [missed(shareId, standing)] : []), late, ...opened];
}

/** What was done late was done: where nobody may judge why, it waits for somebody who may, and keeps no fact out of the log. */
function openedAsItMay(
  command: ObjectiveCommandOf<'objective.fulfil-late'>,
  standing: DeadlineStanding,
  share: ShareState,
  state: ObjectiveState,
): readonly ObjectiveEvent[] {
  const { on } = command;
  const missedOn = romeDayOf(missedAt(standing));
  // the work may be older than the deadline; why it is late was asked of nobody before it was missed
  const told = on !== undefined && on < missedOn ? { ...command, on: missedOn } : command;
  return opening({ ...told, waits: true }, standing, share, state, [command.by.id]);
}
