import { chain, document } from '../testing/example.js';
import { exampleStaff } from '../testing/staff.js';
import { addObjective, addShare, changed, moveDraft, moveWeight, museum } from '../testing/variation.js';
import { nobodyLeftByChanges } from './nobody-left.js';

/** Nobody stands in for the Segretario. */
const alone = { ...chain, steps: chain.steps.map((step) => ({ ...step, substitute: null })) };
const judging = { chains: { rendicontazione: alone }, staff: exampleStaff };

describe('a variation that adds shares', () => {
  it.each([
    [
      'to an objective',
      changed(addShare, { share: { ...addShare.share, areaId: 'segretario' } }),
      '6.1.1-segretario-2',
    ],
    [
      'with an objective',
      changed(addObjective, {
        objective: {
          ...museum,
          shares: [{ ...museum.shares[0]!, id: '6.1.2-segretario', areaId: 'segretario' }],
          indicators: [],
          deadlines: [],
        },
      }),
      '6.1.2-segretario',
    ],
  ])('given one that nobody could judge, added %s, then it is told', (_, change, share) => {
    expect(nobodyLeftByChanges([change], document, judging)).toMatchObject([
      { facts: { share, step: 'verifica', office: 'segretario' } },
    ]);
  });

  it('given those that somebody could judge, what there is already, or what is refused, then nothing is', () => {
    for (const change of [addShare, addObjective, moveDraft, changed(moveWeight, { points: '99' })])
      expect(nobodyLeftByChanges([change], document, judging)).toEqual([]);
  });
});
