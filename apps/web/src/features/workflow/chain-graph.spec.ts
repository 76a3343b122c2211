import { chainGraph } from './chain-graph.js';

const words = {
  start: 'Piano',
  approved: 'Approvato',
  returned: 'In integrazione',
  rejected: 'Respinto',
  return: 'rinvia',
  reject: 'respinge',
};
const step = (id: string, outcomes: readonly string[]) => ({ id, name: id, details: [], outcomes });

describe('a chain as a graph', () => {
  it('leads from step to step, and from those that send back to where that ends', () => {
    const { nodes, edges } = chainGraph([step('parere', ['approve', 'return']), step('atto', ['approve'])], words);
    expect(nodes.map(({ id }) => id)).toEqual(['start', 'parere', 'atto', 'approved', 'returned']);
    expect(edges.map(({ from, to, label }) => [from, to, label])).toEqual([
      [['start'], 'parere', ''],
      [['parere'], 'atto', ''],
      [['atto'], 'approved', ''],
      [['parere'], 'returned', 'rinvia'],
    ]);
  });

  it('given a name of two lines, tells both from what follows', () => {
    const name = 'Verifica del Segretario generale e del Nucleo';
    const [, verifica] = chainGraph([{ id: 'verifica', name, details: ['10 giorni'], outcomes: [] }], words).nodes;
    expect(verifica).toMatchObject({
      lines: ['Verifica del Segretario generale e', 'del Nucleo', '10 giorni'],
      named: 2,
    });
  });

  it('given steps that only approve, has no other end', () => {
    expect(chainGraph([step('atto', ['approve'])], words).nodes.map(({ id }) => id)).toEqual([
      'start',
      'atto',
      'approved',
    ]);
  });
});
