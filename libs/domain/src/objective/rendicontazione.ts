import type { ByStaff } from '../approval/actor.js';
import { openApproval } from '../approval/open.js';
import { takeStep, type StepTaken } from '../approval/take-step.js';
import { missedAt } from '../deadline/instances.js';
import { DEGREE, formatHundredths, parseHundredths } from '../decimal.js';
import { Refused } from '../refused.js';
import { isBlank, requireUnique } from '../text.js';
import type { Instant } from '../values.js';
import { eventsOfRendicontazione } from './approving.js';
import { requireAcknowledged, requireOwn, requireShare, requireThere, toldIndicator } from './guards.js';
import type { Measurement, ObjectiveCommandOf, ObjectiveEvent, StillDue } from './messages.js';
import { knowingParties, partiesOf, relationsOf } from './parties.js';
import type { ObjectiveState, Rendicontazione, ShareState } from './state.js';

/**
 * The report of a share, with the chain frozen in it. After a return the next submission starts at the first step. Who has
 * finished early may report early: what was still to come stays due until the chain has agreed, and the report says so.
 */
export function submitRendicontazione(
  command: ObjectiveCommandOf<'objective.submit-rendicontazione'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, measurements, note, evidence, chain, workflow, staff, by, on, at } = command;
  const share = requireShare(state, shareId);
  requireOwn(share, by);
  requireThere(share);
  requireAcknowledged(share);
  const before = share.rendicontazione;
  if (before?.status === 'open') throw new Refused('objective/rendicontazione-open', { share: shareId });
  if (before?.status === 'approved') {
    throw new Refused('objective/rendicontazione-already-approved', { share: shareId });
  }
  requireMeasured(state, share, measurements);
  const selfDegree = formatHundredths(parseHundredths(command.selfDegree, 'selfDegree', DEGREE));
  const authors = [...new Set(before?.parties.authors).add(by.id)];
  const approval = openApproval({
    subject: 'rendicontazione',
    chain,
    workflow,
    parties: partiesOf(share, state, authors),
    relations: relationsOf(share, state),
    degree: selfDegree,
    staff,
    on,
    at,
  });
  const submission = (before?.submission ?? 0) + 1;
  const stillDue = stillDueAt(share, at);
  const report = {
    submission,
    measurements,
    selfDegree,
    note,
    evidence,
    submittedBy: by.id,
    ...(stillDue.length > 0 && { stillDue }),
  };
  return [{ type: 'objective.rendicontazione-submitted.v2', data: { shareId, ...report, approval } }];
}

function stillDueAt({ deadlines }: ShareState, at: Instant): readonly StillDue[] {
  return deadlines
    .filter((standing) => standing.status === 'open' && at < missedAt(standing))
    .map(({ deadlineId, instance, dueOn }) => ({ deadlineId, instance, dueOn }));
}

/** Back to the share's office, with the points on which the step asks for more. */
export function returnRendicontazione(
  command: ObjectiveCommandOf<'objective.return-rendicontazione'>,
  state: ObjectiveState,
): readonly ObjectiveEvent[] {
  const { returnBy = null } = command;
  return take({ ...command, outcome: 'return', note: '', act: null, returnBy }, state);
}

export function approveRendicontazione(
  command: ObjectiveCommandOf<'objective.approve-rendicontazione'>,
  state: ObjectiveState,
): readonly ObjectiveEvent[] {
  return take({ ...command, outcome: 'approve', points: [], returnBy: null }, state);
}

function take(
  { shareId, ...taken }: Omit<StepTaken, 'degree' | 'reason'> & ByStaff & { readonly shareId: string },
  state: ObjectiveState,
): readonly ObjectiveEvent[] {
  const share = requireShare(state, shareId);
  requireThere(share);
  const report = knowingParties(requireOpen(share), share, state);
  return eventsOfRendicontazione(shareId, takeStep(report, { ...taken, degree: null, reason: '' }));
}

function requireOpen({ shareId, rendicontazione }: ShareState): Rendicontazione {
  if (rendicontazione?.status === 'open') return rendicontazione;
  const approved = rendicontazione?.status === 'approved';
  throw new Refused(approved ? 'objective/rendicontazione-already-approved' : 'objective/rendicontazione-not-open', {
    share: shareId,
  });
}

/** Every indicator of the share, each once, with what was measured or why nothing was, never both. */
function requireMeasured(
  state: ObjectiveState,
  { shareId, indicatorIds }: ShareState,
  measurements: readonly Measurement[],
): void {
  const measured = measurements.map(({ indicatorId }) => indicatorId);
  requireUnique(measured, 'measurement.indicatorId');
  const unknown = measured.find((id) => !indicatorIds.includes(id));
  if (unknown !== undefined) {
    throw new Refused('objective/unknown-indicator', { share: shareId, ...toldIndicator(state, unknown) });
  }
  for (const indicatorId of indicatorIds) {
    const measurement = measurements.find((candidate) => candidate.indicatorId === indicatorId);
    if (isBlank(measurement?.value) && isBlank(measurement?.notMeasuredBecause)) {
      throw new Refused('objective/indicator-not-measured', { share: shareId, ...toldIndicator(state, indicatorId) });
    }
    if (!isBlank(measurement?.value) && !isBlank(measurement?.notMeasuredBecause)) {
      throw new Refused('objective/measured-or-not', { share: shareId, ...toldIndicator(state, indicatorId) });
    }
  }
}
