import type { Chain } from './chain.js';
import { warnedAt } from './warned-at.js';

const step = (id: string) => ({ id, name: { it: id, en: id } }) as Chain['steps'][number];
const chains = { variation: { steps: [step('parere'), step('decisione')] } as object as Chain };

describe('the step that a warning on a version of the workflow is of', () => {
  it('given a path within a step of a chain, then that one', () => {
    const facts = { path: 'chains.variation.steps[1].who' };
    expect(warnedAt({ facts }, chains)).toMatchObject({ subject: 'variation', step: { id: 'decisione' } });
  });

  it.each(['objective.transitions[3]', 'chains.plan.steps[0]', 'chains.variation.steps[7]', 'evaluations.evaluators'])(
    'given %s, then none',
    (path) => {
      expect(warnedAt({ facts: { path } }, chains)).toBeNull();
    },
  );
});
