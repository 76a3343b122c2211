import { currentStep } from '../approval/approval.js';
import { actOn, type ActOnApproval } from '../approval/compose.js';
import { openApproval, type Opening } from '../approval/open.js';
import { takeStep, type StepTaken } from '../approval/take-step.js';
import { requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { withDueDays } from '../deadline/due-day.js';
import { heldBy } from '../organisation/acting.js';
import { daysAsked } from '../organisation/as-of.js';
import type { PlannedObjective } from '../plan/document.js';
import { checkObjective } from '../plan/check-objective.js';
import { findingsOn, lintOf } from '../plan/lint/lint.js';
import { known } from '../order/needed.js';
import { Refused } from '../refused.js';
import { requireMayAnswer } from '../separation/may-answer.js';
import { barredBy } from '../separation/separation.js';
import { isBlank, requireText } from '../text.js';
import type { LocalDate } from '../values.js';
import type { Participant } from '../workflow/chain-definition.js';
import { lackingOf } from './complete.js';
import { requireInItsYear } from './in-its-year.js';
import type { LifecycleInForce, ProposalFinding } from './lifecycle-messages.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import { areasOf, asksAreasTo, begunProposal, partiesOfProposal } from './proposal-parties.js';
import { initial, untouched, type ObjectiveState, type Proposal, type ShareState } from './state.js';
import { isOne, possibleOn, requirePossible, requireTransition, transitionsOf, type Possible } from './transitions.js';

/** An objective that an area or the Segretario would like the plan to have; again after it was returned. */
export function propose(command: ObjectiveCommandOf<'objective.propose'>, state: ObjectiveState): ObjectiveEvent[] {
  const { planId, objective: asked, horizon, workflow, through, by, on, at } = command;
  requireText(planId, 'planId');
  requireDate(horizon, 'horizon');
  checkObjective(asked);
  const objective = withDueDays(asked);
  const proposed = state.shares[0] ?? nobodys(objective);
  const under = state.objective === null ? { ...state, workflow: workflow ?? null } : state;
  requireTransition(under, proposed, 'propose', { ...command, act: null });
  requireConcerned(under, objective, command);
  const answering = objective.shares.map(({ id: share, areaId: office }) => ({ share, office }));
  requireMayAnswer(answering, command.staff?.offices ?? []);
  requireComplete(objective);
  requireInItsYear(planId, horizon, objective);
  const { proposal } = state;
  const kept = state.workflow ?? workflow;
  const proposers = [...new Set(proposal?.proposers).add(by.id)];
  const onItsWay =
    through === undefined || through.chain === null
      ? []
      : [opened({ proposers, office: by.office }, objective, { ...through, chain: through.chain, on, at })];
  return [
    {
      type: 'objective.proposed.v1',
      data: {
        planId,
        objective,
        horizon,
        proposal: (proposal?.number ?? 0) + 1,
        proposedBy: by.id,
        office: by.office,
        ...(kept !== undefined && { workflow: kept }),
      },
    },
    ...onItsWay.map((approval) => ({ type: 'objective.proposal-opened.v1', data: { approval } }) as const),
  ];
}

/** Any deed on a proposal that is under way; whoever agrees says in a note why what the lint found is accepted. */
export function actOnProposal(command: ActOnApproval, state: ObjectiveState): readonly ObjectiveEvent[] {
  const { deed, at } = command;
  const { proposal, objective, horizon } = state;
  const [share] = state.shares;
  const approval = share?.stage === 'proposed' ? (proposal?.approval ?? null) : null;
  const facts = actOn(approval, command, known('proposal-returned', state.days?.['proposal-returned']));
  const said = deed.do === 'take-step' && deed.outcome === 'approve' && !isBlank(deed.note) ? deed.note : null;
  const weighed = facts.map((fact): ObjectiveEvent => ({
    type: 'objective.proposal-weighed.v1',
    data: { fact, waiver: said },
  }));
  const last = facts.at(-1);
  if (share === undefined || objective === null || horizon === null || last === undefined) return weighed;
  switch (last.kind) {
    case 'returned':
    case 'rejected': {
      requirePossible(state, share, 'return-proposal');
      const points = last.kind === 'returned' ? last.points : [last.reason];
      return [...weighed, { type: 'objective.proposal-returned.v1', data: { points } }];
    }
    case 'approved': {
      requirePossible(state, share, 'validate');
      const findings = findingsOf(objective, horizon, romeDayOf(at));
      const waiver = waived(findings, said ?? proposal?.waiver ?? null);
      return [...weighed, { type: 'objective.validated.v1', data: { findings, waiver } }];
    }
    default:
      return weighed;
  }
}

/** Back to those who proposed it, with what is asked of them. */
export function returnProposal(
  command: ObjectiveCommandOf<'objective.return-proposal'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const { points } = command;
  const proposal = requireOthersProposal(command, state, 'return-proposal');
  if (points.length === 0 || points.some(isBlank)) throw new Refused('objective/points-missing');
  const { events } = judged(command, state, proposal, { outcome: 'return', note: '', points, waiver: null });
  return [...events, { type: 'objective.proposal-returned.v1', data: { points } }];
}

/** Coherent and measurable, say the Segretario and the Nucleo; what the lint found is accepted with a reason, or returned. */
export function validate(command: ObjectiveCommandOf<'objective.validate'>, state: ObjectiveState): ObjectiveEvent[] {
  const { findings } = command;
  const proposal = requireOthersProposal(command, state, 'validate');
  const said = isBlank(command.waiver) ? null : command.waiver;
  const answer = { outcome: 'approve', note: said ?? '', points: [], waiver: said } as const;
  // whether it is theirs to say at all comes first
  const { events, over } = judged(command, state, proposal, answer);
  const waiver = waived(findings, said ?? proposal.waiver);
  if (!over) return events;
  return [...events, { type: 'objective.validated.v1', data: { findings, waiver } }];
}

/** @throws Refused `objective/lint-not-waived` */
function waived(findings: readonly ProposalFinding[], waiver: string | null): string | null {
  if (findings.length === 0) return null;
  if (waiver !== null) return waiver;
  const found = findings.map(({ code, where }) => `${code} (${where})`).join(', ');
  throw new Refused('objective/lint-not-waived', { findings: found });
}

/** What the lint of plans finds on a proposal alone. */
export function findingsOf(
  objective: PlannedObjective,
  horizon: LocalDate,
  today: LocalDate,
): readonly ProposalFinding[] {
  const areas = areasOf(objective);
  const lint = lintOf(
    {
      body: '',
      year: Number(horizon.slice(0, 4)),
      title: '',
      act: null,
      horizon,
      areas: areas.map((id) => ({ id, name: id, aliases: [], kind: 'area', ceiling: null })),
      missions: [],
      objectives: [objective],
      readings: [],
    },
    { today },
  );
  return findingsOn(lint, objective.id)
    .filter(({ severity }) => severity === 'warning')
    .map(({ rule, shareIds }) => ({ code: rule, where: shareIds.join(' ') || objective.id }));
}

/** What a proposal sets out with through the chain. */
function opened(
  { proposers, office }: Pick<Proposal, 'proposers' | 'office'>,
  objective: PlannedObjective,
  { chain, workflow, staff, on, at }: Omit<Opening, 'subject' | 'parties' | 'relations' | 'degree'>,
) {
  const areas = areasOf(objective);
  const parties = partiesOfProposal({ proposers, office }, objective);
  const relations = { proposer: [office], 'head-of-area': areas };
  return openApproval({ subject: 'objective', chain, workflow, parties, relations, degree: null, staff, on, at });
}

interface Answer extends Pick<StepTaken, 'note' | 'points'> {
  readonly outcome: 'approve' | 'return';
  readonly waiver: string | null;
}

/** What a step of the chain makes of it; over at once where the body has none. */
function judged(
  command: ObjectiveCommandOf<'objective.validate' | 'objective.return-proposal'>,
  { objective }: ObjectiveState,
  proposal: Proposal,
  { outcome, note, points, waiver }: Answer,
): { readonly events: ObjectiveEvent[]; readonly over: boolean } {
  const { chain, workflow, step, staff, by, on, at } = command;
  if (chain === null) return { events: [], over: true };
  if (objective === null) throw new Refused('objective/not-defined');
  const found = proposal.approval ?? opened(proposal, objective, { chain, workflow, staff, on, at });
  const approval = 'status' in found ? found : begunProposal(found);
  // left out: the one that waits
  const taken = {
    step: step ?? currentStep(approval)?.id ?? '',
    outcome,
    note,
    points,
    act: null,
    returnBy: null,
    degree: null,
    reason: note,
    ...(on !== undefined && { on }),
  };
  const facts = takeStep(approval, { ...taken, by, staff, at });
  return {
    events: [
      ...('status' in found ? [] : [{ type: 'objective.proposal-opened.v1', data: { approval: found } } as const]),
      ...facts.map((fact) => ({ type: 'objective.proposal-weighed.v1', data: { fact, waiver } }) as const),
    ],
    over: facts.some(({ kind }) => kind === 'approved' || kind === 'returned'),
  };
}

/** What could happen next to a proposal, and who could do it. */
export function possibleOnProposal(
  objective: PlannedObjective,
  stage: ShareState['stage'],
  proposal: Proposal,
  workflow: LifecycleInForce | null,
): readonly Possible[] {
  const share = { ...nobodys(objective), stage };
  return possibleOn({ ...initial, workflow, proposal, shares: [share] }, share);
}

/** Nobody judges what they proposed, nor what they would answer for. */
function requireOthersProposal(
  command: ObjectiveCommandOf<'objective.validate' | 'objective.return-proposal'>,
  state: ObjectiveState,
  verb: 'validate' | 'return-proposal',
): Proposal {
  const { by, chain, staff, on } = command;
  const [share] = state.shares;
  if (share === undefined) throw new Refused('objective/not-defined');
  // a chain says itself who may
  if (chain === null) requireTransition(state, share, verb, { ...command, act: null });
  else requirePossible(state, share, verb);
  const { proposal, objective } = state;
  if (proposal === null || objective === null) throw new Refused('objective/not-defined');
  const asked = asksAreasTo(verb, transitionsOf(state));
  const parties = partiesOfProposal(proposal, asked ? null : objective);
  const held = daysAsked(staff, on).flatMap((of) => heldBy(of, by.id).map(({ office }) => office));
  const isOwn =
    parties.authors.includes(by.id) || [by.office, ...held].some((office) => parties.offices.includes(office));
  // nor does who acts for those, as at the step of a chain
  if (isOwn || (chain === null && barredBy(by, parties, staff, on) !== null)) {
    throw new Refused('objective/own-proposal', { office: by.office });
  }
  return proposal;
}

/** A head proposes what their own area takes part in; whom the definition names otherwise proposes for any. */
function requireConcerned(
  state: ObjectiveState,
  { shares }: PlannedObjective,
  { by, staff }: ObjectiveCommandOf<'objective.propose'>,
): void {
  const [share] = shares;
  if (share === undefined || shares.some(({ areaId }) => areaId === by.office)) return;
  const others = transitionsOf(state).flatMap(({ verb, who }) => (verb === 'propose' ? who.filter(isNotOfHeads) : []));
  if (others.some((one) => isOne(one, by, staff))) return;
  throw new Refused('objective/not-your-share', { share: share.id, office: share.areaId });
}

function isNotOfHeads(who: Participant): who is Exclude<Participant, { readonly relation: unknown }> {
  return 'office' in who || ('role' in who && who.role !== 'responsabile');
}

function requireComplete(objective: PlannedObjective): void {
  for (const share of objective.shares) {
    const [missing] = lackingOf(share, objective);
    if (missing !== undefined) throw new Refused('objective/proposal-incomplete', { share: share.id, missing });
  }
}

/** Stands for an objective that is not there yet. */
function nobodys({ shares }: PlannedObjective): ShareState {
  const { id = '', areaId = '', weight = null } = shares[0] ?? {};
  return { ...untouched, shareId: id, areaId, weight, stage: 'draft', indicatorIds: [], findings: [], deadlines: [] };
}
