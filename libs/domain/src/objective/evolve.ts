import { instancesOf } from '../deadline/instances.js';
import type { PlannedObjective, PlannedShare } from '../plan/document.js';
import { compareText } from '../text.js';
import type { InstanceRef, ObjectiveEvent, ObjectiveEventOf } from './messages.js';
import type { DeadlineStanding, ObjectiveState, ProgressEntry, Rendicontazione, ShareState } from './state.js';

export function evolve(state: ObjectiveState, event: ObjectiveEvent): ObjectiveState {
  switch (event.type) {
    case 'objective.defined.v1': {
      const { planId, objective, horizon } = event.data;
      return { ...state, planId, objective, horizon, shares: objective.shares.map((share) => begun(share, objective)) };
    }
    case 'objective.closed.v1':
      return { ...state, closed: true };
    default:
      return withShare(state, event);
  }
}

type ShareEvent = Exclude<ObjectiveEvent, { readonly type: 'objective.defined.v1' | 'objective.closed.v1' }>;

function withShare(state: ObjectiveState, event: ShareEvent): ObjectiveState {
  return {
    ...state,
    shares: state.shares.map((share) => (share.shareId === event.data.shareId ? evolveShare(share, event) : share)),
  };
}

function begun({ id, areaId, weight }: PlannedShare, { indicators, deadlines }: PlannedObjective): ShareState {
  return {
    shareId: id,
    areaId,
    weight,
    indicatorIds: indicators.filter(({ shareIds }) => shareIds.includes(id)).map((indicator) => indicator.id),
    office: null,
    acknowledged: false,
    progress: [],
    deadlines: deadlines
      .filter(({ shareIds }) => shareIds.includes(id))
      .flatMap((deadline) =>
        instancesOf(deadline).map((instance) => ({
          ...instance,
          nilReturn: deadline.kind === 'recurring' && deadline.nilReturn,
          status: 'open' as const,
        })),
      )
      .toSorted((a, b) => compareText(a.dueOn, b.dueOn) || compareText(a.deadlineId, b.deadlineId)),
    rendicontazione: null,
    score: null,
    premium: null,
  };
}

function evolveShare(share: ShareState, event: ShareEvent): ShareState {
  switch (event.type) {
    case 'objective.assigned.v1':
      // Another office has yet to take note of what it is given.
      return { ...share, office: event.data.office, acknowledged: false };
    case 'objective.acknowledged.v1':
      return { ...share, acknowledged: true };
    case 'objective.progress-reported.v1': {
      const { progressId, indicatorId, fulfils, occurredOn, value, note, evidence } = event.data;
      const entry = { progressId, indicatorId, fulfils, occurredOn, value, note, evidence, earlier: [] };
      const reported = { ...share, progress: [...share.progress, entry] };
      return fulfils === null ? reported : withStanding(reported, fulfils, 'answered');
    }
    case 'objective.progress-rectified.v1':
      return {
        ...share,
        progress: share.progress.map((entry) =>
          entry.progressId === event.data.progressId ? rectified(entry, event.data) : entry,
        ),
      };
    case 'objective.deadline-missed.v1':
      return withStanding(share, event.data, 'missed');
    case 'objective.fulfilled-late.v1':
      return withStanding(share, event.data, 'fulfilled-late');
    case 'objective.rendicontazione-submitted.v1':
      return { ...share, rendicontazione: submitted(share.rendicontazione, event.data) };
    case 'objective.rendicontazione-returned.v1':
      return withRendicontazione(share, (report) => ({ ...report, status: 'returned', points: event.data.points }));
    case 'objective.rendicontazione-approved.v1':
      return withRendicontazione(share, (report) => ({
        ...report,
        stepIndex: report.stepIndex + 1,
        status: event.data.final ? 'approved' : 'open',
      }));
    case 'objective.scored.v1':
      return { ...share, score: { degree: event.data.degree, reason: event.data.reason } };
    case 'objective.premium-liquidated.v1':
      return { ...share, premium: { runId: event.data.runId, amount: event.data.amount } };
    default:
      return share; // an event newer than this code: history must stay readable
  }
}

function rectified(
  entry: ProgressEntry,
  { value, note, evidence }: ObjectiveEventOf<'objective.progress-rectified.v1'>['data'],
): ProgressEntry {
  const before = { value: entry.value, note: entry.note, evidence: entry.evidence };
  return { ...entry, value, note, evidence, earlier: [...entry.earlier, before] };
}

function submitted(
  before: Rendicontazione | null,
  event: ObjectiveEventOf<'objective.rendicontazione-submitted.v1'>['data'],
): Rendicontazione {
  const { submission, measurements, selfDegree, note, evidence, chain } = event;
  const submitters = [...new Set(before?.submitters).add(event.submittedBy)];
  const report = { submission, measurements, selfDegree, note, evidence, chain };
  return { ...report, status: 'open', stepIndex: 0, submitters, points: [] };
}

function withStanding(share: ShareState, ref: InstanceRef, status: DeadlineStanding['status']): ShareState {
  return {
    ...share,
    deadlines: share.deadlines.map((standing) =>
      standing.deadlineId === ref.deadlineId && standing.instance === ref.instance ? { ...standing, status } : standing,
    ),
  };
}

function withRendicontazione(share: ShareState, change: (report: Rendicontazione) => Rendicontazione): ShareState {
  return share.rendicontazione === null ? share : { ...share, rendicontazione: change(share.rendicontazione) };
}
