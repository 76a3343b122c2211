import type { Approval } from '../approval/approval.js';
import { actOn, asEvents, type ActOnApproval, type ApprovalEvent } from '../approval/compose.js';
import { inItsWords } from '../approval/in-its-words.js';
import { openApproval } from '../approval/open.js';
import { requireKind } from '../approval/take-step.js';
import type { Needed } from '../order/needed.js';
import { Refused } from '../refused.js';
import type { ActReference, Actor, Instant, LocalDate } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { PlanEvent, ProposePlan } from './messages.js';
import type { PlanState } from './state.js';

const REF = { subject: 'plan', shareId: null } as const;

/** The draft sets out through the body's chain: opinions, then the act. */
export function propose(
  {
    chain,
    workflow,
    staff,
    by,
    on,
    at,
  }: ProposePlan & {
    readonly by: Actor;
    readonly on?: LocalDate;
    readonly at: Instant;
  },
  planId: string,
  { approval, drafters = [] }: Pick<PlanState, 'approval' | 'drafters'>,
): readonly ApprovalEvent<'plan'>[] {
  if (approval?.status === 'open') throw new Refused('plan/approval-under-way', { plan: planId });
  const authors = [...new Set([...drafters, by.id])];
  const parties = { authors, offices: [], scored: [], beneficiaries: [] };
  const relations = { proposer: [by.office] };
  const opened = openApproval({ subject: 'plan', chain, workflow, parties, relations, staff, degree: null, on, at });
  return [{ type: 'plan.approval-opened.v1', data: { ...REF, ...opened } }];
}

/** A step of the chain; with the last one the plan is approved by the act that it names. */
export function act(
  command: ActOnApproval,
  planId: string,
  approval: Approval | null,
  setsOutAfter: readonly Needed[] = [],
): readonly PlanEvent[] {
  const facts = actOn(approval, command, setsOutAfter);
  const events = asEvents('plan', REF, facts);
  if (facts.at(-1)?.kind !== 'approved') return events;
  const passed = facts.findLast((fact) => fact.kind === 'step-passed');
  // A plan without its act would bind nobody, whatever the definition says of the step.
  if (passed?.act == null) throw new Refused('approval/act-missing', { step: passed?.step ?? '' });
  return [...events, { type: 'plan.approved.v1', data: { planId, act: passed.act } }];
}

/**
 * Whether an act alone approves a plan: where the body has no chain for it, or one with nothing but the act, which is of a kind that this
 * step takes.
 *
 * @throws Refused `plan/approval-under-way`, `plan/chain-to-follow`, `approval/act-of-other-kind`
 */
export function requireActSuffices(
  planId: string,
  act: ActReference,
  approval: Approval | null,
  chain: ChainDefinition | null,
): void {
  if (approval?.status === 'open') throw new Refused('plan/approval-under-way', { plan: planId });
  if (chain === null) return;
  inItsWords(chain, () => {
    const [step] = chain.steps;
    if (chain.steps.length <= 1) {
      if (step !== undefined) requireKind(step, act);
      return;
    }
    throw new Refused('plan/chain-to-follow', { plan: planId, steps: chain.steps.map(({ id }) => id).join(', ') });
  });
}
