import { lifecycleGraph } from './lifecycle-graph.js';

const state = <Id extends string>(id: Id) => ({ id, name: { it: id, en: id } });

describe('the life of an objective as a graph', () => {
  it('leads from a rest back to each state in which it may begin', () => {
    const { edges } = lifecycleGraph(
      {
        states: (['assigned', 'in-progress', 'suspended'] as const).map(state),
        transitions: [
          { verb: 'suspend', from: ['assigned', 'in-progress'], to: 'suspended', who: [], act: { kinds: ['DGC'] } },
          { verb: 'resume', from: ['suspended'], to: 'in-progress', who: [], act: null },
        ],
      },
      'it',
    );
    expect(edges.map(({ from, to, label }) => [from, to, label])).toEqual([
      [['assigned', 'in-progress'], 'suspended', expect.stringContaining('(DGC)')],
      [['suspended'], 'assigned', expect.any(String)],
      [['suspended'], 'in-progress', expect.any(String)],
    ]);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
  });
});
