import { isHearing } from './limits/chains.js';
import { functionOf, nameOf } from './participants.js';
import type { WorkflowDefinition } from './definition.js';
import type { Advice } from './mistake.js';

/** Whoever answers for a share is a party to what varies it: a step that wants them, and has nobody in their place, stops it. */
export function ownVariation(definition: WorkflowDefinition): Advice[] {
  const { steps = [] } = definition.chains.variation ?? {};
  return steps.flatMap((step, index) => {
    const { who, agreement, substitute } = step;
    const goesOnWithoutOne = who.length > 1 && (agreement.kind === 'one' || agreement.kind === 'quorum');
    if (substitute !== null || goesOnWithoutOne || isHearing(step)) return [];
    const party = who.find((one) => {
      const its = functionOf(one, definition);
      return 'office' in one && its !== 'evaluation-body' && its !== 'political-body';
    });
    if (party === undefined) return [];
    const path = ['chains', 'variation', 'steps', index];
    return [{ code: 'workflow/own-variation', path, facts: { step: step.id, office: nameOf(party) } }];
  });
}

/** Bodies adopt the plan by 31 January of its year (art. 10 c. 1 lett. a D.Lgs. 150/2009): what may be varied until then alone hardly ever is. */
const ADOPTED_BY = '01-31';

/** The last day for variations comes before most plans are in force. */
export function hardlyVaried({ chains, variations }: WorkflowDefinition): Advice[] {
  const cutOff = variations?.cutOff;
  if (chains.variation === undefined || cutOff === undefined || cutOff > ADOPTED_BY) return [];
  return [{ code: 'workflow/cut-off-too-early', path: ['variations', 'cutOff'], facts: { cutOff } }];
}
