import type { StepDefinition } from '../chain-definition.js';
import type { OfficeDefinition } from '../definition.js';
import { membersOf } from '../members-of.js';
import { functionOf } from '../participants.js';

/**
 * What a chain says of an office: of two of which it says the same it makes no difference which of them speaks, as long as both have
 * done the same.
 */
export function saidOfOffice(
  office: string,
  steps: readonly StepDefinition[],
  offices: readonly OfficeDefinition[],
): string {
  const isIt = (who: object | null) => who !== null && 'office' in who && who.office === office;
  const told = steps.map(({ who, order, substitute, agreement, onTimeout }) => [
    order === 'in-order' ? who.findIndex(isIt) : who.some(isIt),
    isIt(substitute),
    onTimeout.map((action) => isIt('to' in action ? action.to : 'by' in action ? action.by : null)),
    agreement.kind === 'weighted' && agreement.weights[office],
  ]);
  return JSON.stringify([functionOf({ office }, { offices }), membersOf(office, offices), told]);
}

/** One of each kind, in the order in which they are told. */
export function oneOfEach<Thing>(all: readonly Thing[], kindOf: (one: Thing) => string): readonly Thing[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const kind = kindOf(one);
    return !seen.has(kind) && seen.add(kind);
  });
}
