import { DEGREE, formatHundredths, parseHundredths } from '../decimal.js';
import type { Approval } from '../approval/approval.js';
import { missedAt } from '../deadline/instances.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import type { Decimal } from '../values.js';
import {
  requireAcknowledged,
  requireActive,
  requireOccurred,
  requireOwn,
  requireShare,
  requireUnanswered,
  requireUnsettled,
  toldDeadline,
  toldIndicator,
} from './guards.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import { termBegun } from './term-begun.js';
import type { DeadlineStanding, ObjectiveState, ShareState } from './state.js';

/** Also after the rendicontazione was approved: a deadline that is still to come may be answered until the degree is definitive or the premium paid. */
export function reportProgress(
  command: ObjectiveCommandOf<'objective.report-progress'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, progressId, indicatorId, fulfils, occurredOn, note, evidence } = command;
  const share = requireShare(state, shareId);
  requireUnsettled(share);
  requireOwn(share, command.by);
  requireActive(share);
  requireAcknowledged(share);
  requireText(progressId, 'progressId');
  if (state.shares.some(({ progress }) => progress.some((entry) => entry.progressId === progressId))) {
    throw new Refused('objective/progress-already-reported', { progress: progressId });
  }
  requireOccurred(state, occurredOn, command.at);
  if (indicatorId !== null && !share.indicatorIds.includes(indicatorId)) {
    throw new Refused('objective/unknown-indicator', { share: shareId, ...toldIndicator(state, indicatorId) });
  }
  const standing = fulfils === null ? null : requireUnanswered(state, share, fulfils);
  if (standing !== null && (standing.status === 'missed' || command.at >= missedAt(standing))) {
    throw new Refused('objective/deadline-passed', {
      ...toldDeadline(state.objective, shareId, standing),
      insteadUse: 'objective.fulfil-late',
    });
  }
  const value = degreeReached(command.value, standing);
  const begins = command.begins == null ? null : termBegun(command.begins, command, share, state);
  if (begins !== null && evidence.length === 0) requireText(note, 'note');
  if (indicatorId === null && fulfils === null && evidence.length === 0) requireNews(share, value, note);
  const data = { shareId, progressId, indicatorId, fulfils, occurredOn, value, note, evidence };
  return [{ type: 'objective.progress-reported.v1', data: begins === null ? data : Object.assign(data, { begins }) }];
}

/**
 * A wrong entry stays in the history; what it should have said follows it. Not once somebody has agreed to the report that rests on it:
 * whoever judges sends it back first.
 *
 * @throws Refused `objective/rendicontazione-open`, `objective/rendicontazione-already-approved`, `objective/unknown-progress`,
 * `objective/not-your-progress`, `value/…`
 */
export function rectifyProgress(
  command: ObjectiveCommandOf<'objective.rectify-progress'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, progressId, note, evidence, reason } = command;
  const share = requireShare(state, shareId);
  requireOwn(share, command.by);
  if (share.rendicontazione?.status === 'approved') {
    throw new Refused('objective/rendicontazione-already-approved', { share: shareId });
  }
  // whoever has agreed would have agreed to something else
  if (share.rendicontazione?.status === 'open' && hasAgreed(share.rendicontazione))
    throw new Refused('objective/rendicontazione-open', { share: shareId });
  const entry = share.progress.find((candidate) => candidate.progressId === progressId);
  if (entry === undefined) {
    const other = state.shares.find(({ progress }) =>
      progress.some((candidate) => candidate.progressId === progressId),
    );
    if (other === undefined) throw new Refused('objective/unknown-progress', { progress: progressId });
    throw new Refused('objective/not-your-progress', { progress: progressId, share: other.shareId });
  }
  requireText(reason, 'reason');
  const standing = share.deadlines.find(
    ({ deadlineId, instance }) => deadlineId === entry.fulfils?.deadlineId && instance === entry.fulfils.instance,
  );
  const value = degreeReached(command.value, standing ?? null);
  return [{ type: 'objective.progress-rectified.v1', data: { shareId, progressId, value, note, evidence, reason } }];
}

function hasAgreed({ passed, opening }: Approval): boolean {
  return passed.length > 0 || opening.votes.length > 0;
}

/** A figure alone is news where it is another one than before; the same again tells why. */
function requireNews({ progress }: ShareState, value: Decimal | null, note: string): void {
  const before = progress.findLast((entry) => entry.value !== null)?.value ?? '0';
  if (value === before) requireText(note, 'note');
}

/** Saying "nothing to report" answers a recurring deadline that allows it, and nothing else. */
function degreeReached(value: Decimal | null, answers: DeadlineStanding | null): Decimal | null {
  if (value !== null) return formatHundredths(parseHundredths(value, 'value', DEGREE));
  if (answers?.nilReturn !== true) {
    throw new Refused('objective/nil-return-not-allowed', answers === null ? {} : { deadline: answers.deadlineId });
  }
  return null;
}
