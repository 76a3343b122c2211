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
