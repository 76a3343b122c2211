import { boxOf } from './box-of.js';
import { chainGraph } from './chain-graph.js';

describe('where an approval stands in the drawing of its chain', () => {
  it('given that it waits, is the step; given that it was overtaken, is nowhere', () => {
    expect(boxOf('open', 'coerenza')).toBe('coerenza');
    expect(boxOf('withdrawn', null)).toBeNull();
  });

  it.each(['returned', 'rejected', 'approved'] as const)('given that it was %s, is the box of that end', (status) => {
    const steps = [{ id: 'coerenza', name: 'Coerenza', details: [], outcomes: ['approve', 'return', 'reject'] }];
    const words = { start: '', approved: '', returned: '', rejected: '', return: '', reject: '' };
    expect(chainGraph(steps, words).nodes.map(({ id }) => id)).toContain(boxOf(status, null));
  });
});
