import type { Approval } from '../approval/approval.js';
import { restsOnStep } from '../approval/its-day.js';
import { lastSpokenIn } from '../approval/day-corrected.js';
import { NOTHING, type Days, type WithDays } from '../order/days.js';
import { known, type Needed } from '../order/needed.js';
import type { VariationCommand, VariationEvent } from './messages.js';
import { proposalsIn } from './number-proposed.js';

/** As much of the state as says when what came before happened. */
interface Before extends WithDays {
  readonly approval: Approval | null;
}

/** @see `Decider.restsOn` */
export function restsOn(command: VariationCommand, { approval, days = {} }: Before): readonly Needed[] {
  switch (command.type) {
    case 'variation.request':
      return [...known('plan-approved', command.surroundings.planApprovedOn), ...validatedBefore(command)];
    case 'variation.resubmit':
      return [...known('variation-returned', days['variation.approval-returned.v1']), ...validatedBefore(command)];
    case 'variation.withdraw':
      return [
        ...known('variation-requested', days['variation.requested.v1']),
        ...known('vote', days['variation.approval-voted.v1']),
      ];
    case 'variation.take-step': // its step asks
    case 'variation.mark-applied': // by the system
    case 'variation.mark-not-applied':
    case 'variation.note-answering':
      return [];
    case 'approval.act':
      return restsOnStep(command.deed, approval);
  }
}

/** Nobody asks for what nobody has proposed and validated yet. */
function validatedBefore({ changes, surroundings }: Asking): readonly Needed[] {
  const days = Object.values(proposalsIn(changes, surroundings.objectives));
  return days.flatMap((day) => known('proposal-validated', day));
}

type Asking = Pick<Extract<VariationCommand, { readonly type: 'variation.request' }>, 'changes' | 'surroundings'>;

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

/** What is told of another day than before: the request itself, or a vote. */
export function correctedBy(event: VariationEvent, { approval }: Before): Days {
  if (event.type !== 'variation.approval-day-corrected.v1') return NOTHING;
  if (event.data.vote === null) return { 'variation.requested.v1': event.data.to };
  const last = lastSpokenIn(approval);
  return last === undefined ? NOTHING : { 'variation.approval-voted.v1': last };
}
