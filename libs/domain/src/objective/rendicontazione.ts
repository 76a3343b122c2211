import { requireAct } from '../act.js';
import { isLastStep, requireStep, requireUsableChain } from '../approval/before.js';
import { DEGREE, formatHundredths, parseHundredths } from '../decimal.js';
import { Refused } from '../refused.js';
import { requireUnique } from '../text.js';
import { requireAcknowledged, requireOwn, requireShare } from './guards.js';
import type { Measurement, ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import type { ObjectiveState, Rendicontazione, ShareState } from './state.js';

/** The report of a share, with the chain frozen in it. After a return the next submission starts at the first step. */
export function submitRendicontazione(
  command: ObjectiveCommandOf<'objective.submit-rendicontazione'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, measurements, note, evidence, chain, by } = command;
  const share = requireShare(state, shareId);
  requireOwn(share, by);
  requireAcknowledged(share);
  const before = share.rendicontazione;
  if (before?.status === 'open') throw new Refused('objective/rendicontazione-open', { share: shareId });
  if (before?.status === 'approved') {
    throw new Refused('objective/rendicontazione-already-approved', { share: shareId });
  }
  requireMeasured(share, measurements);
  const selfDegree = formatHundredths(parseHundredths(command.selfDegree, 'selfDegree', DEGREE));
  requireUsableChain(chain, share);
  const submission = (before?.submission ?? 0) + 1;
  return [
    {
      type: 'objective.rendicontazione-submitted.v1',
      data: { shareId, submission, measurements, selfDegree, note, evidence, chain, submittedBy: by.id },
    },
  ];
}

/** Back to the share's office, with the points on which the step asks for more. */
export function returnRendicontazione(
  command: ObjectiveCommandOf<'objective.return-rendicontazione'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, points, by } = command;
  const share = requireShare(state, shareId);
  const step = requireStep(requireOpen(share), command.step, share, by);
  if (!step.mayReturn) throw new Refused('approval/may-not-return', { step: step.id });
  if (points.length === 0 || points.some((point) => point.trim() === '')) {
    throw new Refused('approval/points-missing', { step: step.id });
  }
  return [{ type: 'objective.rendicontazione-returned.v1', data: { shareId, step: step.id, points } }];
}

export function approveRendicontazione(
  command: ObjectiveCommandOf<'objective.approve-rendicontazione'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { shareId, note, act, by, at } = command;
  const share = requireShare(state, shareId);
  const report = requireOpen(share);
  const step = requireStep(report, command.step, share, by);
  if (step.needsAct && act === null) throw new Refused('approval/act-missing', { step: step.id });
  if (act !== null) requireAct(act, at, 'objective/occurred-in-future');
  return [
    {
      type: 'objective.rendicontazione-approved.v1',
      data: { shareId, step: step.id, office: by.office, note, act, final: isLastStep(report) },
    },
  ];
}

function requireOpen({ shareId, rendicontazione }: ShareState): Rendicontazione {
  if (rendicontazione?.status === 'open') return rendicontazione;
  const approved = rendicontazione?.status === 'approved';
  throw new Refused(approved ? 'objective/rendicontazione-already-approved' : 'objective/rendicontazione-not-open', {
    share: shareId,
  });
}

/** Every indicator of the share, each once, with what was measured or why nothing was. */
function requireMeasured({ shareId, indicatorIds }: ShareState, measurements: readonly Measurement[]): void {
  const measured = measurements.map(({ indicatorId }) => indicatorId);
  requireUnique(measured, 'measurement.indicatorId');
  const unknown = measured.find((id) => !indicatorIds.includes(id));
  if (unknown !== undefined) throw new Refused('objective/unknown-indicator', { share: shareId, indicator: unknown });
  for (const indicatorId of indicatorIds) {
    const measurement = measurements.find((candidate) => candidate.indicatorId === indicatorId);
    if (isBlank(measurement?.value) && isBlank(measurement?.notMeasuredBecause)) {
      throw new Refused('objective/indicator-not-measured', { share: shareId, indicator: indicatorId });
    }
  }
}

function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}
