import { instancesOf } from '../deadline/instances.js';
import type { PlannedObjective, PlannedShare } from '../plan/document.js';
import { compareText } from '../text.js';
import { evolveByEvent, type ApprovalEvent } from '../approval/compose.js';
import { evolveRendicontazione, isOfRendicontazione } from './evolve-rendicontazione.js';
import type { InstanceRef, ObjectiveEvent, ObjectiveEventOf } from './messages.js';
import type { DeadlineStanding, ObjectiveState, ProgressEntry, ShareState } from './state.js';
import { varied } from './variation.js';

export function evolve(state: ObjectiveState, event: ObjectiveEvent): ObjectiveState {
  switch (event.type) {
    case 'objective.defined.v1': {
      const { planId, objective, horizon } = event.data;
      return { ...state, planId, objective, horizon, shares: objective.shares.map((share) => begun(share, objective)) };
    }
    case 'objective.varied.v1':
      return varied(state, event.data, begun);
    case 'objective.closed.v1':
      return { ...state, closed: true };
    default:
      return isOfApproval(event) && event.data.subject !== 'rendicontazione'
        ? withApproval(state, event)
        : withShare(state, event);
  }
}

type ShareEvent = Exclude<ObjectiveEvent, { readonly type: `objective.${'defined' | 'varied' | 'closed'}.v1` }>;

function isOfApproval(event: ShareEvent): event is ApprovalEvent<'objective'> {
  return event.type.startsWith('objective.approval-');
}

function withApproval(state: ObjectiveState, event: ApprovalEvent<'objective'>): ObjectiveState {
  const { subject, shareId } = event.data;
  const isIt = (one: ObjectiveState['approvals'][number]) => one.subject === subject && one.shareId === shareId;
  const approval = evolveByEvent(state.approvals.find(isIt)?.approval ?? null, event);
  if (approval === null) return state;
  return { ...state, approvals: [...state.approvals.filter((one) => !isIt(one)), { subject, shareId, approval }] };
}

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
  if (isOfRendicontazione(event)) {
    return { ...share, rendicontazione: evolveRendicontazione(share.rendicontazione, event, share) };
  }
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

function withStanding(share: ShareState, ref: InstanceRef, status: DeadlineStanding['status']): ShareState {
  return {
    ...share,
    deadlines: share.deadlines.map((standing) =>
      standing.deadlineId === ref.deadlineId && standing.instance === ref.instance ? { ...standing, status } : standing,
    ),
  };
}
