import type { Approval } from '../approval/approval.js';
import { restsOnStep } from '../approval/its-day.js';
import type { WithDays } from '../order/days.js';
import { known, type Needed } from '../order/needed.js';
import type { VariationCommand } from './messages.js';

/** As much of the state as says when what came before happened. */
interface Before extends WithDays {
  readonly approval: Approval | null;
}

/** @see `Decider.restsOn` */
export function restsOn(command: VariationCommand, { approval, days = {} }: Before): readonly Needed[] {
  switch (command.type) {
    case 'variation.request':
      return known('plan-approved', command.surroundings.planApprovedOn);
    case 'variation.resubmit':
      return known('variation-returned', days['variation.approval-returned.v1']);
    case 'variation.withdraw':
      return [
        ...known('variation-requested', days['variation.requested.v1']),
        ...known('vote', days['variation.approval-voted.v1']),
      ];
    case 'variation.take-step': // its step asks
    case 'variation.mark-applied': // by the system
    case 'variation.mark-not-applied':
      return [];
    case 'approval.act':
      return restsOnStep(command.deed, approval);
  }
}

const KEPT: readonly string[] = [
  'variation.requested.v1',
  'variation.approval-voted.v1',
  'variation.approval-returned.v1',
];

const DECISIONS: readonly string[] = ['variation.withdrawn.v1', 'variation.rejected.v1', 'variation.approved.v1'];

/** Under which names the day of an event is kept. */
export function keysOf({ type }: { readonly type: string }): readonly string[] {
  if (DECISIONS.includes(type)) return ['decided'];
  return KEPT.includes(type) ? [type] : [];
}
