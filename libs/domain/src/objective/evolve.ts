import { boundFrom } from './series-bound.js';
import { evolveApproval } from '../approval/evolve.js';
import { alsoBy, creditedTo, givenTo } from '../approval/given-to.js';
import { begun } from '../approval/open.js';
import { instancesOf } from '../deadline/instances.js';
import type { Credited } from '../organisation/staff.js';
import type { PlannedObjective, PlannedShare } from '../plan/document.js';
import { foundAbout } from '../separation/same-finding.js';
import { compareText } from '../text.js';
import { evolveByEvent, type ApprovalEvent } from '../approval/compose.js';
import { evolveRendicontazione, isOfRendicontazione } from './evolve-rendicontazione.js';
import type { InstanceRef } from './late.js';
import type { ObjectiveEvent, ObjectiveEventOf } from './messages.js';
import { moved } from './moves.js';
import { effectAfter } from './named-effects.js';
import { asBefore, taken } from './redraft.js';
import { judgedAnew } from './judged-anew.js';
import { lifted } from './miss-lifted.js';
import { restored, withLifted } from './restore-miss.js';
import { begunProposal } from './proposal-parties.js';
import { shifted } from './suspension.js';
import { withBegun } from './term-begun.js';
import {
  untouched,
  type DeadlineStanding,
  type JustificationStanding,
  type ObjectiveState,
  type ProgressEntry,
  type ShareState,
} from './state.js';
import { usualLifecycle } from './usual-lifecycle.js';
import { varied } from './variation.js';
import { unproposed } from './withdraw-proposal.js';

export function evolve(state: ObjectiveState, event: ObjectiveEvent): ObjectiveState {
  switch (event.type) {
    case 'objective.proposed.v1': {
      const { planId, objective, horizon, proposal: number, proposedBy, office, workflow = null } = event.data;
      const proposers = [...new Set(state.proposal?.proposers).add(proposedBy)];
      return {
        ...state,
        planId,
        objective,
        horizon,
        workflow,
        shares: sharesOf(objective, 'proposed'),
        proposal: { number, proposers, office, points: [], waiver: null, approval: null },
        proposed: { objective, horizon, workflow },
      };
    }
    case 'objective.varied.v1': {
      const begunAnew = (share: PlannedShare, planned: PlannedObjective) => shareOf(share, planned, 'planned');
      return askingAgain(varied(state, event.data, begunAnew), event.data.shareIds);
    }
    case 'objective.proposal-opened.v1':
      return withProposal(state, 'proposed', { approval: begunProposal(event.data.approval) });
    case 'objective.proposal-weighed.v1': {
      const { fact, waiver } = event.data;
      const approval = state.proposal?.approval ?? null;
      return withProposal(state, 'proposed', {
        approval: approval && evolveApproval(approval, fact),
        waiver: waiver ?? state.proposal?.waiver ?? null,
      });
    }
    case 'objective.proposal-returned.v1':
      return withProposal(state, 'draft', { points: event.data.points });
    case 'objective.proposal-withdrawn.v1':
      return unproposed(state);
    case 'objective.validated.v1':
      return withProposal(state, 'validated', { waiver: event.data.waiver });
    case 'objective.defined.v1':
    case 'objective.redefined.v1': {
      const { planId, objective, horizon, workflow = state.workflow } = event.data;
      return { ...taken(state), planId, objective, horizon, workflow, shares: sharesOf(objective, 'planned') };
    }
    case 'objective.withdrawn.v1':
      return asBefore(state, event.data.resumesAt ?? null, sharesOf);
    case 'objective.closed.v1': {
      const { comment } = event.data;
      const closings = comment === undefined ? state.closings : [...state.closings, { comment }];
      return { ...state, closed: true, closings };
    }
    case 'objective.reopened.v1':
      return { ...withShare(state, event), closed: false };
    default:
      return isOfApproval(event) && event.data.subject !== 'rendicontazione'
        ? withApproval(state, event)
        : withShare(state, event);
  }
}

type OfTheWhole =
  `objective.${'proposed' | 'proposal-opened' | 'proposal-weighed' | 'proposal-returned' | 'proposal-withdrawn' | 'validated' | 'defined' | 'redefined' | 'withdrawn' | 'varied' | 'closed'}.v1`;
type ShareEvent = Exclude<ObjectiveEvent, { readonly type: OfTheWhole }>;

/** Offices take note anew of what was varied, where the body asks them to. */
function askingAgain(state: ObjectiveState, shareIds: readonly string[]): ObjectiveState {
  if (asksAcknowledgement(state)) return state;
  const shares = state.shares.map((share) =>
    shareIds.includes(share.shareId) && share.office !== null ? { ...share, acknowledged: true } : share,
  );
  return { ...state, shares };
}

function asksAcknowledgement({ workflow }: ObjectiveState): boolean {
  return (workflow ?? usualLifecycle).transitions.some(({ verb }) => verb === 'acknowledge');
}

function withProposal(
  state: ObjectiveState,
  stage: ShareState['stage'],
  change: Partial<ObjectiveState['proposal']>,
): ObjectiveState {
  const { proposal, shares } = state;
  if (proposal === null) return state;
  return { ...state, proposal: { ...proposal, ...change }, shares: shares.map((share) => ({ ...share, stage })) };
}

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
  const unacknowledged = !asksAcknowledgement(state);
  return {
    ...state,
    shares: state.shares.map((share) =>
      share.shareId === event.data.shareId ? evolveShare(share, event, unacknowledged) : share,
    ),
  };
}

function sharesOf(objective: PlannedObjective, stage: ShareState['stage']): readonly ShareState[] {
  return objective.shares.map((share) => shareOf(share, objective, stage));
}

function shareOf(
  { id, areaId, weight }: PlannedShare,
  objective: PlannedObjective,
  stage: ShareState['stage'],
): ShareState {
  const { indicators, deadlines } = objective;
  return {
    ...untouched,
    shareId: id,
    areaId,
    weight,
    stage,
    indicatorIds: indicators.filter(({ shareIds }) => shareIds.includes(id)).map((indicator) => indicator.id),
    findings: foundAbout(objective, id),
    deadlines: byDay(
      deadlines
        .filter(({ shareIds }) => shareIds.includes(id))
        .flatMap((deadline) =>
          instancesOf(deadline).map((instance) => ({
            ...instance,
            nilReturn: deadline.kind === 'recurring' && deadline.nilReturn,
            status: 'open' as const,
            justification: null,
          })),
        ),
    ),
  };
}

function byDay(deadlines: readonly DeadlineStanding[]): readonly DeadlineStanding[] {
  return deadlines.toSorted((a, b) => compareText(a.dueOn, b.dueOn) || compareText(a.deadlineId, b.deadlineId));
}

/** @param acknowledged  whether this body asks for no acknowledgement of what is assigned */
function evolveShare(before: ShareState, event: ShareEvent, acknowledged: boolean): ShareState {
  if (isOfRendicontazione(event)) {
    return { ...before, rendicontazione: evolveRendicontazione(before.rendicontazione, event, before) };
  }
  const moves = moved(before, event, standingOf(before));
  const share = moves === before ? before : { ...before, ...moves };
  switch (event.type) {
    case 'objective.assigned.v1':
      // Another office has yet to take note of what it is given.
      return boundFrom(
        {
          ...share,
          ...handedTo(share, event.data.office),
          acknowledged,
          reportsBefore: [...(share.reportsBefore ?? []), share.progress.length],
        },
        event.data.seriesFrom,
      );
    case 'objective.assignment-corrected.v1':
      return judgedKnowing(share, event.data.credited);
    case 'objective.acknowledged.v1':
      return { ...share, acknowledged: true };
    case 'objective.progress-reported.v1': {
      const { progressId, indicatorId, fulfils, occurredOn, value, note, evidence, begins } = event.data;
      const entry = { progressId, indicatorId, fulfils, occurredOn, value, note, evidence, earlier: [] };
      const deadlines = begins === undefined ? share.deadlines : byDay(withBegun(share.deadlines, begins, occurredOn));
      const reported = { ...share, progress: [...share.progress, entry], deadlines };
      return fulfils === null ? reported : withStanding(reported, fulfils, () => ({ status: 'answered' }));
    }
    case 'objective.progress-rectified.v1':
      return {
        ...share,
        progress: share.progress.map((entry) =>
          entry.progressId === event.data.progressId ? rectified(entry, event.data) : entry,
        ),
      };
    case 'objective.deadline-missed.v1':
      return withStanding(share, event.data, () => ({ status: 'missed' }));
    case 'objective.miss-lifted.v1':
      return lifted(withLifted(share, event.data.act, event.data), event.data);
    case 'objective.miss-restored.v1':
      return restored(share, event.data);
    case 'objective.fulfilled-late.v1': {
      const { submittedBy, justification: why, occurredOn: fulfilledOn } = event.data;
      const { reason, note } = why;
      const said = { reason, note, authors: [], status: 'submitted', approval: null, effect: null } as const;
      return withStanding(share, event.data, ({ justification }) => ({
        status: 'fulfilled-late',
        fulfilledOn,
        justification: justification === null ? said : writtenBy(justification, submittedBy),
      }));
    }
    case 'objective.justification-submitted.v1': {
      const { justification, submittedBy } = event.data;
      return withStanding(share, event.data, (standing) => ({
        justification: {
          reason: justification.reason,
          note: justification.note,
          authors: [...new Set(standing.justification?.authors).add(submittedBy)],
          status: 'submitted',
          approval: null,
          effect: null,
          ...(wasRejected(standing.justification) && { again: true }),
          ...cameBackOn(standing.justification),
        },
      }));
    }
    case 'objective.justification-opened.v1':
      return withStanding(share, event.data, ({ justification }) => ({
        // what is told of a late fulfilment does not name who wrote why; what it set out with does
        justification: justification && {
          ...justification,
          approval: begun(event.data.approval, justification.returnedOn),
          authors: [...new Set([...justification.authors, ...event.data.approval.parties.authors])],
        },
      }));
    case 'objective.justification-weighed.v1': {
      const { fact } = event.data;
      return withStanding(share, event.data, ({ justification }) => ({
        justification: justification && {
          ...justification,
          approval: justification.approval && evolveApproval(justification.approval, fact),
          ...effectAfter(justification, event.data),
        },
      }));
    }
    case 'objective.justification-decided.v1': {
      const { accepted, effect } = event.data;
      return withJustification(share, event.data, { status: accepted ? 'accepted' : 'rejected', effect });
    }
    case 'objective.resumed.v1':
      return { ...share, deadlines: shifted(before, event.data) };
    case 'objective.reopened.v1': {
      const rendicontazione = share.rendicontazione && judgedAnew(share.rendicontazione, event.data);
      return { ...share, rendicontazione, score: null, premium: null };
    }
    case 'objective.scored.v1': {
      const { shareId: _, ...score } = event.data;
      return { ...share, score };
    }
    case 'objective.premium-liquidated.v1': {
      const { shareId: _, degree, ...premium } = event.data;
      return degree === undefined ? { ...share, premium } : share;
    }
    case 'objective.premium-adjusted.v1': {
      const { runId, after, degree } = event.data;
      return degree === undefined ? { ...share, premium: { runId, amount: after } } : share;
    }
    default:
      return share; // moved, or an event newer than this code: history must stay readable
  }
}

function cameBackOn(before: JustificationStanding | null): Pick<JustificationStanding, 'returnedOn'> {
  const on = before?.approval?.returnedOn ?? before?.returnedOn;
  return on === undefined ? {} : { returnedOn: on };
}

function wasRejected(before: JustificationStanding | null): boolean {
  return before !== null && (before.status === 'rejected' || before.again === true);
}

/** Whoever wrote of it judges nothing of it. */
function writtenBy(before: JustificationStanding, person: string | undefined): JustificationStanding {
  if (person === undefined || before.authors.includes(person)) return before;
  const authors = [...before.authors, person];
  return { ...before, authors, approval: before.approval && alsoBy(before.approval, person) };
}

/** Also of a justification that is under way the new office is a party. */
function handedTo({ deadlines }: ShareState, office: string): Pick<ShareState, 'office' | 'deadlines'> {
  const handed = deadlines.map((standing) => {
    const { approval } = standing.justification ?? {};
    if (standing.justification === null || approval == null) return standing;
    return { ...standing, justification: { ...standing.justification, approval: givenTo(approval, office) } };
  });
  return { office, deadlines: handed };
}

/** Of a justification that is under way those are the parties who have the credit by now. */
function judgedKnowing(share: ShareState, credited: readonly Credited[]): ShareState {
  const deadlines = share.deadlines.map((standing) => {
    const { approval } = standing.justification ?? {};
    if (standing.justification === null || approval == null) return standing;
    return { ...standing, justification: { ...standing.justification, approval: creditedTo(approval, credited) } };
  });
  return { ...share, deadlines };
}

function standingOf({ score, premium }: ShareState) {
  return { degree: score?.degree ?? null, premium };
}

function rectified(
  entry: ProgressEntry,
  { value, note, evidence }: ObjectiveEventOf<'objective.progress-rectified.v1'>['data'],
): ProgressEntry {
  const before = { value: entry.value, note: entry.note, evidence: entry.evidence };
  return { ...entry, value, note, evidence, earlier: [...entry.earlier, before] };
}

function withStanding(
  share: ShareState,
  ref: InstanceRef,
  change: (standing: DeadlineStanding) => Partial<DeadlineStanding>,
): ShareState {
  return {
    ...share,
    deadlines: share.deadlines.map((standing) =>
      standing.deadlineId === ref.deadlineId && standing.instance === ref.instance
        ? { ...standing, ...change(standing) }
        : standing,
    ),
  };
}

function withJustification(share: ShareState, ref: InstanceRef, change: Partial<JustificationStanding>): ShareState {
  return withStanding(share, ref, ({ justification }) => ({
    justification: justification && { ...justification, ...change },
  }));
}
