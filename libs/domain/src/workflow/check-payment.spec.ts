import { withStep } from '../testing/workflow.js';
import { mistakesIn, type Shape } from '../testing/workflow-mistakes.js';

/** What is changed, what is wrong then, and where. */
const shapes: readonly Shape[] = [
  [
    'a premium run authorised by an act that does not liquidate',
    withStep('premium-run', 2, { act: { kinds: ['decreto'] } }),
    'workflow/act-does-not-liquidate',
    'objective.transitions.5.act.kinds',
  ],
];

describe('by which act a run is paid', () => {
  it.each(shapes)('given %s, then it is a mistake', (_, definition, code, path) => {
    expect(mistakesIn(definition)).toContainEqual([code, path]);
    expect(mistakesIn(definition).filter(([found]) => found.startsWith('limit/'))).toEqual([]);
  });

  it.each([
    ['an act of the run that is written otherwise than that of the payment', ['decreto', 'Determinazione']],
    ['an act of the run of any kind', []],
  ])('given %s, then there is no mistake', (_, kinds) => {
    expect(mistakesIn(withStep('premium-run', 2, { act: { kinds } }))).toEqual([]);
  });
});
