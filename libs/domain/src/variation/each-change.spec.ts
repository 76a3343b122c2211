import type { Actor } from '../values.js';
import { head, REGISTRY, SECRETARY, segretario } from '../testing/example.js';
import { addObjective, addShare, asks, changed, moveDraft, moveWeight, museum, reword } from '../testing/variation.js';
import type { PlanChange } from './changes.js';

const reword2 = changed(reword, { indicatorId: 'signed', text: 'Manuale firmato e affisso', target: null });
const joint: PlanChange = {
  kind: 'add-objective',
  objective: {
    ...museum,
    shares: [
      { ...museum.shares[0]!, weight: '1' },
      { ...museum.shares[0]!, id: '6.1.2-segretario', areaId: 'segretario', weight: '0' },
    ],
    indicators: museum.indicators.map((one) => ({ ...one, shareIds: ['6.1.2-affari-generali', '6.1.2-segretario'] })),
    deadlines: museum.deadlines.map((one) => ({ ...one, shareIds: ['6.1.2-affari-generali', '6.1.2-segretario'] })),
  },
};
const points = changed(moveWeight, { from: SECRETARY, to: '6.1.2-segretario', points: '1' });

describe('each change of a request', () => {
  it.each<[string, readonly PlanChange[], Actor, number]>([
    ['of their own share and one of the Segretario’s', [reword, reword2], head, 2],
    ['of the Segretario’s and one of their own', [reword2, reword], head, 1],
    ['of a share of both and one of an area’s alone', [moveDraft, reword], segretario, 2],
    [
      'of their own and a share that another area would get',
      [reword, addShare],
      { id: 'u-x', office: 'segretario' },
      1,
    ],
  ])('given one %s, when both are asked for, then the one that is of others is refused', (_, changes, by, change) => {
    expect(asks({ changes, by })).toMatchObject({ refusal: 'variation/not-concerned', facts: { change } });
  });

  it('given changes that concern whoever asks one by one, then they may be asked for together', () => {
    for (const changes of [
      [reword, moveDraft],
      [moveDraft, moveWeight],
      [reword, changed(moveWeight, { from: SECRETARY, to: REGISTRY, points: '1' })],
      [reword, addObjective],
    ])
      expect(asks({ changes })).toHaveProperty('events');
  });

  it('given an objective of several areas that is added, then who may add it gives each of its shares its points', () => {
    expect(asks({ changes: [joint, points] })).toHaveProperty('events');
    expect(asks({ changes: [reword, changed(points, { from: SECRETARY, to: REGISTRY })] })).toHaveProperty('events');
  });

  const said = { objective: '6.1.1', indicator: 'boxes', indicatorText: 'Faldoni riordinati' };
  const same = changed(reword, {
    text: 'Faldoni riordinati',
    target: { comparison: 'at-least', value: '80', unit: '%' },
  });
  it.each<[string, PlanChange]>([
    ['the same words', same],
    ['a full stop more', changed(same, { text: 'Faldoni riordinati.' })],
    ['blanks and capitals', changed(same, { text: '  FALDONI   riordinati .' })],
    [
      'the same value written otherwise',
      changed(same, { target: { comparison: 'at-least', value: '80.00', unit: '%' } }),
    ],
  ])('given %s, when asked for, then nothing changes by it, and the refusal names it', (_, change) => {
    expect(asks({ changes: [change] })).toEqual({ refusal: 'variation/nothing-changed', facts: said });
    expect(asks({ changes: [moveDraft, change] })).toEqual({
      refusal: 'variation/nothing-changed',
      facts: { ...said, change: 2 },
    });
  });

  it('given another value, another comparison or no target where there was none else, then something changes', () => {
    for (const target of [
      { comparison: 'at-least', value: '79', unit: '%' },
      { comparison: 'at-most', value: '80', unit: '%' },
      { comparison: 'at-least', value: '80', unit: 'count' },
    ])
      expect(asks({ changes: [changed(same, { target })] })).toHaveProperty('events');
  });

  it('given a deadline that is of that day already, beside another change, then it is refused as that', () => {
    expect(asks({ changes: [reword, changed(moveDraft, { to: '2022-07-31' })] })).toMatchObject({
      refusal: 'variation/nothing-changed',
      facts: { change: 2, deadline: 'draft', deadlineText: 'entro il 31.07.2022' },
    });
  });
});
