import { restsOnStep } from '../approval/its-day.js';
import { known, ofAct, type Needed } from '../order/needed.js';
import type { PlanCommand } from './messages.js';
import type { PlanState } from './state.js';

/** What it rests on that a plan is proposed. */
export function proposedAfter({ correctedOn, days = {} }: PlanState): readonly Needed[] {
  return [
    ...known('plan-returned', days['plan.approval-returned.v1']),
    ...known('plan-rejected', days['plan.approval-rejected.v1']),
    ...known('plan-redrafted', correctedOn),
  ];
}

/** A document is older than its loading: nothing rests on the day of the draft. @see `Decider.restsOn` */
export function restsOn(command: PlanCommand, state: PlanState): readonly Needed[] {
  const { approval, days = {} } = state;
  const approved = known('plan-approved', days['plan.approved.v1']);
  switch (command.type) {
    case 'plan.approve':
      return [...ofAct(command.act), ...known('proposal-validated', command.lastValidated?.on)];
    case 'plan.propose':
      return [...proposedAfter(state), ...known('proposal-validated', command.lastValidated?.on)];
    case 'plan.enter-into-force':
      return approved;
    case 'plan.close':
      return [
        ...ofAct(command.act),
        ...approved,
        ...known('plan-varied', days['plan.varied.v1']),
        ...known('objectives-closed', command.objectivesClosedOn),
        ...known('variations-decided', command.variationsDecidedOn),
      ];
    case 'plan.draft':
    case 'plan.vary': // by the system
    case 'plan.remove-share':
    case 'plan.bind-premium': // the run asks
      return [];
    case 'approval.act':
      return restsOnStep(command.deed, approval);
  }
}

const KEPT: readonly string[] = [
  'plan.approved.v1',
  'plan.varied.v1',
  'plan.approval-returned.v1',
  'plan.approval-rejected.v1',
];

/** Under which names the day of an event is kept. */
export function keysOf({ type }: { readonly type: string }): readonly string[] {
  return KEPT.includes(type) ? [type] : [];
}
