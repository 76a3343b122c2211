import type { Approval } from '../approval/approval.js';
import { actOn, asEvents, evolveByEvent } from '../approval/compose.js';
import type { ApprovalFact } from '../approval/facts.js';
import { isLastStep } from '../approval/approval.js';
import { evolveApproval } from '../approval/evolve.js';
import { joining } from '../approval/given-to.js';
import { openApproval } from '../approval/open.js';
import { takeStep } from '../approval/take-step.js';
import type { Decider } from '../decider.js';
import { knowingDays, type WithDays } from '../order/days.js';
import type { Opinion } from '../objective/lifecycle-messages.js';
import { known } from '../order/needed.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { requireMayAnswer } from '../separation/may-answer.js';
import { requireText } from '../text.js';
import type { ActReference, LocalDate } from '../values.js';
import { answeringAnew } from './changes.js';
import { requireCompleteAnew } from './complete-anew.js';
import { requireConsistent } from './consistent.js';
import { requireEachChanges, requireEachConcerns } from './each-change.js';
import { proposalsIn, proposersOf } from './number-proposed.js';
import { termsEnded, type TermEnded } from './terms-ended.js';
import { dueNow } from './due-now.js';
import type { Asked, NotTaken, VariationCommand, VariationEvent } from './messages.js';
import { missedUnder, type MissedUnder } from './missed-under.js';
import { requireLatest } from './last-varied.js';
import { correctedBy, keysOf, restsOn } from './rests-on.js';
import { answeringFor, creditedWith, officesAt, requirePossible, settledIn } from './standing.js';
import {
  bodiesOf,
  evaluationBodies,
  opinionOf,
  opinionsAfter,
  requireHeard,
  requireOpinion,
  type OfficeOpinion,
} from './opinion.js';
import { foundBy, stagesOf, touchedBy, variedBy } from './varied.js';

export interface VariationState extends WithDays {
  /** Null until requested. */
  readonly variationId: string | null;
  readonly planId: string | null;
  readonly status: 'none' | 'open' | 'returned' | 'withdrawn' | 'rejected' | 'approved' | 'applied' | 'not-applied';
  readonly asked: Asked | null;
  readonly submission: number;
  readonly requestId: string | null;
  /** Every account that asked for it, also before a return. */
  readonly requesters: readonly string[];
  readonly office: string | null;
  readonly touched: Readonly<Record<string, readonly string[]>>;
  /** What each change found in the plan, as text. */
  readonly before: readonly (string | null)[];
  readonly approval: Approval | null;
  readonly act: ActReference | null;
  /** What offices that agreed have said of what is asked now. */
  readonly opinions: readonly OfficeOpinion[];
  /** Who evaluated as it was asked for; absent: the log does not say. */
  readonly evaluationBodies?: readonly string[];
  /** Proposals that it brings in as they were validated, by their number, with the day of that; absent: the log does not say. */
  readonly proposals?: Readonly<Record<string, LocalDate | null>> | undefined;
  /** Terms counted from facts that it gives a day; absent: none, or the log does not say. */
  readonly termsEnded?: readonly TermEnded[];
  /** Shares that have missed something, and whose points go; absent: none, or the log does not say. */
  readonly missed?: readonly MissedUnder[];
  /** Of the evaluation body; null: none was gathered. */
  readonly opinion: Opinion | null;
  /** Why the plan did not take it. */
  readonly notAppliedBecause: string | null;
  /** Objectives that did not take it though the plan did; absent: all did. */
  readonly notTaken?: readonly NotTaken[];
}

const REF = { subject: 'variation', shareId: null } as const;

const rules: Decider<VariationState, VariationCommand, VariationEvent> = {
  initial: {
    variationId: null,
    planId: null,
    status: 'none',
    asked: null,
    submission: 0,
    requestId: null,
    requesters: [],
    office: null,
    touched: {},
    before: [],
    approval: null,
    act: null,
    opinions: [],
    opinion: null,
    notAppliedBecause: null,
  },
  decide,
  evolve,
  restsOn,
};

/** A change of a plan in force: asked for with its reason, heard the opinions, decided by an act, carried into the plan. */
export const variation = /* @__PURE__ */ knowingDays(rules, keysOf, correctedBy);

type Of<T extends VariationCommand['type']> = Extract<VariationCommand, { readonly type: T }>;

function decide(command: VariationCommand, state: VariationState): readonly VariationEvent[] {
  if (command.type === 'variation.request') {
    if (state.variationId !== null) throw new Refused('variation/already-requested', { variation: state.variationId });
    requireText(command.variationId, 'variationId');
    return requested(command, { variationId: command.variationId, planId: command.planId }, state);
  }
  const { variationId, planId } = state;
  if (variationId === null || planId === null) throw new Refused('variation/not-requested');
  const which = { variationId, planId };
  switch (command.type) {
    case 'variation.resubmit':
      if (state.status !== 'returned') throw new Refused('variation/not-returned', { variation: variationId });
      requireOwn(command, state);
      return requested({ ...command, requestId: state.requestId ?? '' }, which, state);
    case 'variation.withdraw':
      requireUndecided(state);
      requireOwn(command, state);
      requireText(command.reason, 'reason');
      return [{ type: 'variation.withdrawn.v1', data: { ...which, reason: command.reason } }];
    case 'variation.take-step':
      return stepTaken(command, which, state);
    case 'approval.act': {
      // An alarm that rings late finds nothing to do.
      if (state.status !== 'open' && command.deed.do === 'time-out') return [];
      if (state.status !== 'open') throw new Refused('approval/not-open', { status: state.status });
      const grounds = [
        ...known('plan-approved', command.planApprovedOn),
        ...Object.values(state.proposals ?? {}).flatMap((day) => known('proposal-validated', day)),
      ];
      const facts = actOn(state.approval, command, grounds);
      requireAskedStill(facts, state, command.staff);
      return told(facts, which, state, command.staff);
    }
    case 'variation.mark-applied': {
      if (state.status !== 'approved') return [];
      const { planVersion, notTaken = [] } = command;
      const data = { ...which, planVersion, ...(notTaken.length > 0 && { notTaken }) };
      return [{ type: 'variation.applied.v1', data }];
    }
    case 'variation.mark-not-applied':
      if (state.status !== 'approved') return [];
      return [{ type: 'variation.not-applied.v1', data: { ...which, code: command.code } }];
    case 'variation.note-answering':
      if (state.approval === null || state.status !== 'open') return [];
      return asEvents(
        'variation',
        REF,
        joining(state.approval, { offices: [command.office], credited: command.credited ?? [] }, command.at),
      );
  }
}

type Which = Pick<
  Extract<VariationEvent, { readonly type: 'variation.approved.v1' }>['data'],
  'variationId' | 'planId'
>;

/** Asked for, and on its way through the chain in the same breath. */
function requested(
  command: Omit<Of<'variation.request'>, 'type' | 'variationId' | 'planId'>,
  which: Which,
  state: VariationState,
): readonly VariationEvent[] {
  const { reason, changes, surroundings, chain, workflow, staff, requestId, by, on, at } = command;
  requireText(reason, 'reason');
  const settled = settledIn(surroundings.objectives);
  const stages = stagesOf(changes, surroundings.document, settled);
  requireEachChanges(changes, surroundings.document);
  const varied = variedBy(changes, surroundings.document, settled);
  requireConsistent(changes, surroundings.document);
  requireEachConcerns(stages, surroundings, by);
  requirePossible(changes, varied, surroundings, at, on, on);
  requireCompleteAnew(varied, surroundings.document);
  requireMayAnswer(changes.flatMap(answeringAnew), staff.offices);
  const touched = [...touchedBy(varied, surroundings.document)];
  const offices = officesAt(touched, surroundings.objectives);
  const areas = [...new Set(touched.flatMap(([, shares]) => shares.map(({ areaId }) => areaId)))];
  const requesters = [...new Set([...state.requesters, by.id])];
  const ids = Object.fromEntries(touched.map(([id, shares]) => [id, shares.map((share) => share.id)]));
  // of the shares that do not change nothing changes for anybody
  const credited = creditedWith(ids, surroundings, areas);
  const proposals = proposalsIn(changes, surroundings.objectives);
  const proposed = proposersOf(Object.keys(proposals), surroundings.objectives);
  const parties: Parties = {
    authors: [...new Set([...requesters, ...proposed.persons])],
    offices: [...new Set([...offices, ...proposed.offices])],
    scored: [],
    beneficiaries: [],
    credited,
  };
  const relations = {
    proposer: [by.office],
    'head-of-area': [by.office],
    assignee: [by.office],
    'other-areas': areas.filter((area) => area !== by.office),
  };
  const opened = openApproval({
    subject: 'variation',
    chain,
    workflow,
    parties,
    relations,
    staff,
    degree: null,
    on,
    at,
  });
  if (varied.removed.length > 0) requireHeard(opened.panels, staff);
  const ended = termsEnded(changes, surroundings, at);
  const missed = missedUnder(changes, surroundings, at);
  return [
    {
      type: 'variation.requested.v1',
      data: {
        ...which,
        reason,
        changes,
        submission: state.submission + 1,
        requestId,
        requestedBy: by.id,
        office: by.office,
        before: foundBy(changes, surroundings.document, settled).map(
          (found, index) => dueNow(changes[index], surroundings, at) ?? found,
        ),
        touched: ids,
        evaluationBodies: evaluationBodies(staff),
        ...(Object.keys(proposals).length > 0 && { proposals }),
        ...(ended.length > 0 && { termsEnded: ended }),
        ...(missed.length > 0 && { missed }),
      },
    },
    { type: 'variation.approval-opened.v1', data: { ...REF, ...opened } },
  ];
}

/**
 * Before the last office agrees, the plan is asked once more whether it can still be varied so; once it is closed nobody agrees to
 * anything.
 */
function stepTaken(command: Of<'variation.take-step'>, which: Which, state: VariationState): readonly VariationEvent[] {
  const { asked, touched } = state;
  if (state.status !== 'open' || state.approval === null || asked === null) {
    throw new Refused('approval/not-open', { status: state.status });
  }
  const { document, planStatus } = command.surroundings;
  if (planStatus === 'closed' && command.outcome === 'approve')
    throw new Refused('plan/closed', { plan: String(document.year) });
  // whoever was given a share since it was asked for, or some of its days, is on its other side by now
  const offices = answeringFor(touched, command.surroundings.objectives);
  const credited = creditedWith(touched, command.surroundings);
  const joined = joining(state.approval, { offices, credited }, command.at);
  const approval = joined.reduce(evolveApproval, state.approval);
  const facts = takeStep(approval, command);
  if (isLastStep(approval) && facts.some(({ kind }) => kind === 'approved')) {
    const { surroundings, at, on, act } = command;
    const varied = variedBy(asked.changes, surroundings.document, settledIn(surroundings.objectives));
    requirePossible(asked.changes, varied, surroundings, at, act?.date ?? on, act?.date);
    requireLatest(asked.changes, surroundings.document, surroundings.lastVaried ?? {}, act?.date);
    if (varied.removed.length > 0) {
      const { opinion, bodies } = heardBy(facts, state, command.staff);
      requireOpinion(opinion, bodies, approval.chain);
    }
  }
  return told([...joined, ...facts], which, state, command.staff);
}

/** What removes something is moved to no version that asks nobody of the evaluation body, unless it has spoken already. */
function requireAskedStill(facts: readonly ApprovalFact[], state: VariationState, staff: Staff): void {
  const migrated = facts.find((fact) => fact.kind === 'migrated');
  if (migrated === undefined || !state.asked?.changes.some(({ kind }) => kind === 'remove-objective')) return;
  const { opinion, bodies } = heardBy(facts, state, staff);
  const asks = Object.values(migrated.panels).some(({ offices }) => offices.some((one) => bodies.includes(one)));
  if (!asks) requireOpinion(opinion, bodies, migrated.chain);
}

/** What the evaluation body has said by now, and who that is. */
function heardBy(
  facts: readonly ApprovalFact[],
  { opinions, evaluationBodies: atRequest }: VariationState,
  staff: Staff,
) {
  const bodies = bodiesOf(staff, atRequest);
  return { bodies, opinion: opinionOf(bodies, facts.reduce(opinionsAfter, opinions)) };
}

function told(
  facts: readonly ApprovalFact[],
  which: Which,
  state: VariationState,
  staff: Staff,
): readonly VariationEvent[] {
  const { asked } = state;
  const last = facts.at(-1);
  const events = asEvents('variation', REF, facts);
  if (last?.kind === 'rejected') {
    return [...events, { type: 'variation.rejected.v1', data: { ...which, reason: last.reason } }];
  }
  if (last?.kind !== 'approved') return events;
  const passed = facts.findLast((fact) => fact.kind === 'step-passed');
  const { opinion } = heardBy(facts, state, staff);
  const data = { ...which, changes: asked?.changes ?? [], act: passed?.act ?? null, ...(opinion && { opinion }) };
  return [...events, { type: 'variation.approved.v1', data }];
}

/** Where who asked has none of the shares any more, those who have them go on with it: else nobody might. */
function requireOwn(
  { by, answering = [] }: Pick<Of<'variation.withdraw'>, 'by' | 'answering'>,
  { office, requesters }: VariationState,
): void {
  const heirs = office === null || answering.includes(office) ? [] : answering;
  if (by.office === office || requesters.includes(by.id) || heirs.includes(by.office)) return;
  throw new Refused('variation/not-yours', { office: [office ?? '', ...heirs].join(', ') });
}

/** Whether the plan may still become another by it: it is not decided, or what was decided has not come to the plan yet. */
export function isUnderWay({ status }: Pick<VariationState, 'status'>): boolean {
  return status === 'open' || status === 'returned' || status === 'approved';
}

/** Whether it would bring the proposal with that number into the plan; not where it was proposed after the request: that is another objective. */
export function bringsIn(asked: Pick<VariationState, 'status' | 'proposals'>, number: string): boolean {
  return isUnderWay(asked) && asked.proposals?.[number] !== undefined;
}

function requireUndecided({ status, variationId }: VariationState): void {
  if (status === 'open' || status === 'returned') return;
  throw new Refused('variation/decided', { variation: variationId ?? '', status });
}

function evolve(state: VariationState, event: VariationEvent): VariationState {
  switch (event.type) {
    case 'variation.requested.v1': {
      const { variationId, planId, reason, changes, submission, requestId, requestedBy, office, touched, before } =
        event.data;
      const { evaluationBodies: bodies, proposals, termsEnded: ended, missed = [] } = event.data;
      const requesters = [...new Set([...state.requesters, requestedBy])];
      const asked = { reason, changes };
      return {
        ...state,
        variationId,
        planId,
        asked,
        submission,
        requestId,
        requesters,
        office,
        touched,
        before,
        ...(bodies && { evaluationBodies: bodies }),
        proposals,
        termsEnded: ended ?? [],
        missed,
        opinions: [],
        status: 'open',
      };
    }
    case 'variation.withdrawn.v1':
      return { ...state, status: 'withdrawn' };
    case 'variation.rejected.v1':
      return { ...state, status: 'rejected' };
    case 'variation.approved.v1':
      return { ...state, status: 'approved', act: event.data.act, opinion: event.data.opinion ?? null };
    case 'variation.applied.v1': {
      const { notTaken } = event.data;
      return { ...state, status: 'applied', ...(notTaken && { notTaken }) };
    }
    case 'variation.not-applied.v1':
      return { ...state, status: 'not-applied', notAppliedBecause: event.data.code };
    default: {
      if (!event.type.startsWith('variation.approval-')) return state; // newer than this code
      const opinions = 'kind' in event.data ? opinionsAfter(state.opinions, event.data) : state.opinions;
      return { ...withApproval(state, evolveByEvent<'variation'>(state.approval, event)), opinions };
    }
  }
}

function withApproval(state: VariationState, approval: Approval | null): VariationState {
  return { ...state, approval, status: approval?.status === 'returned' ? 'returned' : state.status };
}
