import type { Approval } from '../approval/approval.js';
import { lastSpokenIn } from '../approval/day-corrected.js';
import { restsOnStep } from '../approval/its-day.js';
import { NOTHING, type Days, type WithDays } from '../order/days.js';
import { known, ofAct, type Needed } from '../order/needed.js';
import type { LocalDate } from '../values.js';
import type { EvaluatedStanding, PremiumCommand, PremiumEvent } from './messages.js';

/** As much of the state as says when what came before happened. */
interface Before extends WithDays {
  readonly approval: Approval | null;
  /** The days of the acts that it was proposed with. */
  readonly documentsOn?: readonly LocalDate[];
}

/** What it rests on that a run was proposed. */
export function proposedAfter(
  { documentsOn = [], days = {} }: Before,
  standing: Partial<EvaluatedStanding> | undefined,
): readonly Needed[] {
  return [
    ...known('computed', days['premium.computed.v1']),
    ...known('evaluated', evaluatedOn(standing)),
    ...documentsOn.flatMap((on) => known('documents', on)),
  ];
}

/** @see `Decider.restsOn` */
export function restsOn(command: PremiumCommand, { approval, days = {} }: Before): readonly Needed[] {
  const computed = known('computed', days['premium.computed.v1']);
  const voted = known('vote', days['premium.approval-voted.v1']);
  const evaluated = 'standing' in command ? known('evaluated', evaluatedOn(command.standing)) : [];
  switch (command.type) {
    case 'premium.adjust':
      return [...taken(days), ...voted, ...known('scored', command.scoredOn)];
    case 'premium.compute': // of what is certified by then: without a chain it is a forecast
      return [...taken(days), ...voted];
    case 'premium.settle':
      return [...taken(days), ...voted, ...known('liquidated', command.earlier.liquidatedOn), ...evaluated];
    case 'premium.propose':
      return [...computed, ...evaluated, ...command.documents.flatMap(({ act }) => known('documents', act.date))];
    case 'premium.withdraw':
      return [...ofAct(command.act), ...computed, ...voted];
    case 'premium.liquidate':
      return [...ofAct(command.act), ...computed, ...voted, ...evaluated];
    case 'approval.act': {
      const agrees = command.deed.do === 'take-step' && command.deed.outcome === 'approve';
      return [...restsOnStep(command.deed, approval), ...(agrees ? evaluated : [])];
    }
  }
}

/** A run that was taken back is computed anew. */
function taken(days: Days): readonly Needed[] {
  return known('run-withdrawn', days['premium.withdrawn.v1']);
}

function evaluatedOn(standing: Partial<EvaluatedStanding> | undefined): LocalDate | undefined {
  return standing?.evaluatedOn;
}

const KEPT: readonly string[] = [
  'premium.computed.v1',
  'premium.approval-voted.v1',
  'premium.withdrawn.v1',
  'premium.liquidated.v1',
];

/** Under which names the day of an event is kept. */
export function keysOf({ type }: { readonly type: string }): readonly string[] {
  return KEPT.includes(type) ? [type] : [];
}

/** A vote that is told of another day than before. */
export function correctedBy(event: PremiumEvent, { approval }: Before): Days {
  const last = event.type === 'premium.approval-day-corrected.v1' ? lastSpokenIn(approval) : undefined;
  return last === undefined ? NOTHING : { 'premium.approval-voted.v1': last };
}
