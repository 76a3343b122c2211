import { requireAct } from '../act.js';
import { evolveByEvent } from '../approval/compose.js';
import { requireDate } from '../calendar/civil.js';
import type { Decider } from '../decider.js';
import { withDueDays } from '../deadline/due-day.js';
import { Refused } from '../refused.js';
import { requireMayAnswer } from '../separation/may-answer.js';
import { knowingDays } from '../order/days.js';
import { requireText } from '../text.js';
import type { ActReference, LocalDate } from '../values.js';
import { act, propose, requireActSuffices } from './approval.js';
import { bindPremium, withBound } from './bind.js';
import { answeringIn, checkDocument } from './check-document.js';
import type { PlanDocument } from './document.js';
import { knowingDrafters } from './drafters.js';
import type { LastValidated, PlanCommand, PlanEvent } from './messages.js';
import { requireNumbersFree } from './number-taken.js';
import { redraft, requireDraftOpen } from './redraft.js';
import type { PlanState } from './state.js';
import { keysOf, proposedAfter, restsOn } from './rests-on.js';
import { removeShare, withShareRemoved } from './share-removal.js';
import type { PlanVaried } from './variation-messages.js';
import { cameInAfter } from '../variation/came-in.js';
import { lastVariedAfter } from '../variation/last-varied.js';
import { vary, withVaried } from './vary.js';

const rules: Decider<PlanState, PlanCommand, PlanEvent> = {
  initial: {
    planId: null,
    document: null,
    status: 'none',
    version: 0,
    variations: [],
    workflow: null,
    bound: {},
    approval: null,
  },
  decide,
  evolve: (state, event, on, by) => knowingDrafters(evolve(state, event, on), event, by),
  restsOn,
};

/** The life of a plan: drafted, approved by an act, in force, closed by another act. */
export const plan = /* @__PURE__ */ knowingDays(rules, keysOf);

function decide(command: PlanCommand, state: PlanState): readonly PlanEvent[] {
  const { planId, status, approval } = state;
  // what is due for a plan that is over is paid all the same
  if (planId !== null && status === 'closed' && command.type !== 'plan.bind-premium')
    throw new Refused('plan/closed', { plan: planId });
  if (command.type === 'plan.draft') {
    if (planId !== null) requireDraftOpen(planId, state, command.begun);
    requireText(command.planId, 'planId');
    checkDocument(command.document);
    const { planId: drafted, workflow, offices = [], taken = [], knowingly = false } = command;
    const document = { ...command.document, objectives: command.document.objectives.map(withDueDays) };
    requireMayAnswer(answeringIn(document), offices);
    requireNumbersFree(drafted, taken, knowingly);
    if (planId !== null) return redraft(planId, document, workflow, state);
    return [{ type: 'plan.drafted.v1', data: { planId: drafted, document, ...(workflow && { workflow }) } }];
  }
  if (planId === null) throw new Refused('plan/not-drafted');
  switch (command.type) {
    case 'plan.approve':
      if (status !== 'drafted') throw new Refused('plan/already-approved', { plan: planId });
      requireActSuffices(planId, command.act, approval, command.chain ?? null);
      requireAct(command.act, command.at, 'plan/approved-before-act');
      requireValidatedBefore(planId, command.act, command.lastValidated);
      return [{ type: 'plan.approved.v1', data: { planId, act: command.act } }];
    case 'plan.propose':
      if (status !== 'drafted') throw new Refused('plan/already-approved', { plan: planId });
      return propose(command, planId, state);
    case 'approval.act':
      return act(command, planId, status === 'drafted' ? approval : null, proposedAfter(state));
    case 'plan.vary':
      return vary(command, { ...state, planId });
    case 'plan.remove-share':
      return removeShare(command, { ...state, planId });
    case 'plan.bind-premium':
      return bindPremium(command, planId, state);
    case 'plan.enter-into-force':
      if (status === 'drafted') throw new Refused('plan/not-approved', { plan: planId });
      if (status === 'in-force') throw new Refused('plan/already-in-force', { plan: planId });
      requireOfItsTime(command.from, state.document);
      return [{ type: 'plan.entered-into-force.v1', data: { planId, from: command.from } }];
    case 'plan.close':
      if (status !== 'in-force') throw new Refused('plan/not-in-force', { plan: planId });
      requireAct(command.act, command.at, 'plan/approved-before-act');
      return [{ type: 'plan.closed.v1', data: { planId, act: command.act } }];
  }
}

/**
 * Nothing enters before it was validated, by whichever day the approval is told with: an act has the date that it has.
 *
 * @throws Refused `plan/validated-after-act`
 */
function requireValidatedBefore(plan: string, { date }: ActReference, last: LastValidated | undefined): void {
  if (date === null || last === undefined || last.on <= date) return;
  const { objective, title, on: min } = last;
  throw new Refused('plan/validated-after-act', { plan, objective, title, value: date, min });
}

/** The day may precede the approval, since plans recognise what was already begun; it is one of the days that the plan is for. */
function requireOfItsTime(from: LocalDate, document: PlanDocument | null): void {
  requireDate(from, 'from');
  if (document === null) return;
  const [min, max] = [`${document.year}-01-01`, document.horizon];
  if (from < min || from > max) throw new Refused('value/out-of-range', { field: 'from', value: from, min, max });
}

function evolve(state: PlanState, event: PlanEvent, on?: LocalDate): PlanState {
  switch (event.type) {
    case 'plan.drafted.v1':
      return {
        ...state,
        planId: event.data.planId,
        document: event.data.document,
        workflow: event.data.workflow ?? null,
        status: 'drafted',
        version: 1,
      };
    case 'plan.redrafted.v1': {
      const { document, workflow = state.workflow, version } = event.data;
      return { ...state, document, workflow, version, ...(state.approval !== null && { correctedOn: on }) };
    }
    case 'plan.approved.v1':
      return { ...state, status: 'approved' };
    case 'plan.entered-into-force.v1':
      return { ...state, status: 'in-force' };
    case 'plan.closed.v1':
      return { ...state, status: 'closed' };
    case 'plan.varied.v1':
      return {
        ...state,
        ...varied(state, event.data, on),
        version: event.data.version,
        variations: [...state.variations, event.data.variationId],
      };
    case 'plan.premium-bound.v1':
      return { ...state, bound: withBound(state.bound, event.data) };
    case 'plan.share-removed.v1':
      return {
        ...state,
        document: state.document === null ? null : withShareRemoved(state.document, event.data),
        version: event.data.version,
      };
    default:
      if (!event.type.startsWith('plan.approval-')) return state; // newer than this code: history must stay readable
      return { ...state, approval: evolveByEvent<'plan'>(state.approval, event) };
  }
}

function varied({ document, lastVaried = {}, cameIn = {} }: PlanState, data: PlanVaried['data'], on?: LocalDate) {
  if (document === null) return {};
  const day = data.act?.date ?? on;
  return {
    document: withVaried(document, data),
    ...(day !== undefined && {
      lastVaried: lastVariedAfter(lastVaried, document, data.objectives, day),
      cameIn: cameInAfter(cameIn, document, data.objectives, day),
    }),
  };
}
