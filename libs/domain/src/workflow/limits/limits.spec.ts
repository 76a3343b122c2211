import fc from 'fast-check';
import { town } from '../../testing/workflow.js';
import { checkWorkflow } from '../check-workflow.js';
import type { WorkflowDefinition } from '../definition.js';
import { lifecycleStates, lifecycleVerbs, type LifecycleState, type Transition } from '../lifecycle.js';
import { lawOf, laws } from './laws.js';

const office = fc.constantFrom(...town.offices.map(({ id }) => ({ office: id })));
const act = fc.option(fc.constant({ kinds: ['DGC'] }));
const transition: fc.Arbitrary<Transition> = fc.record({
  verb: fc.constantFrom(...lifecycleVerbs),
  from: fc.uniqueArray(fc.constantFrom(...lifecycleStates), { minLength: 1, maxLength: 3 }),
  to: fc.constantFrom(...lifecycleStates),
  who: fc.array(office, { maxLength: 2 }),
  act,
});
/** The lifecycle of the example with anything beside it: some of it is still without mistake. */
const definition: fc.Arbitrary<WorkflowDefinition> = fc
  .record({ added: fc.array(transition, { maxLength: 3 }), left: fc.subarray([...town.objective.transitions]) })
  .map(({ added, left }) => ({ ...town, objective: { ...town.objective, transitions: [...left, ...added] } }));

const codesOf = (given: WorkflowDefinition) => checkWorkflow(given, { roles: [] }).map(({ code }) => code);

/** Every way that an objective can take, as far as ten steps go. */
function walk(transitions: readonly Transition[], picks: readonly number[]): readonly LifecycleState[] {
  const way: LifecycleState[] = ['approved'];
  for (const pick of picks) {
    const open = transitions.filter(({ from }) => from.includes(way.at(-1) ?? 'approved'));
    const next = open[pick % Math.max(open.length, 1)];
    if (next === undefined) break;
    way.push(next.to);
  }
  return way;
}

describe('the limits of the law', () => {
  it('given any definition that breaks no limit, then no way leads to a payment before the report was certified', () => {
    fc.assert(
      fc.property(definition, fc.array(fc.nat(20), { maxLength: 10 }), (given, picks) => {
        fc.pre(!codesOf(given).includes('limit/paid-before-certified'));
        const way = walk(given.objective.transitions, picks);
        const paid = way.indexOf('liquidated');
        expect(paid < 0 || way.slice(0, paid).includes('rendicontazione-approved')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('given any definition that breaks no limit, then what was removed is only closed', () => {
    fc.assert(
      fc.property(definition, (given) => {
        fc.pre(!codesOf(given).includes('limit/removal-leaves-report'));
        const onward = given.objective.transitions.filter(({ from }) => from.includes('removed'));
        expect(onward.map(({ to }) => to).filter((to) => to !== 'closed')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('given any limit, then an article is cited, and other codes have none', () => {
    for (const [code, law] of Object.entries(laws)) {
      expect(lawOf(code)).toBe(law);
      expect(law).toMatch(/art\. \d+/);
    }
    expect(lawOf('workflow/dead-end')).toBeNull();
  });
});
