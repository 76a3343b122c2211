import { refusedObjective, type RequestRefused } from './refused-objective.js';
import { blankChange, blankShare } from './typed-change.js';

const created = {
  ...blankChange('add-objective', '').created,
  mission: '9',
  strategicObjective: '1',
  number: ' 91',
  shares: [{ ...blankShare, areaId: 'urbanistica', weight: '5' }],
};
const refused = (code: string, facts: Record<string, string>): RequestRefused => ({
  code,
  details: { facts },
  message: 'Perché no.',
});

describe('a refusal that is about an objective which a variation adds', () => {
  it.each([
    ['variation/number-taken', { number: '9.1.91' }],
    ['variation/number-proposed', { objective: '9.1.91', title: 'Altro' }],
  ])('given %s, then it stands at the number', (code, facts) => {
    expect(refusedObjective(refused(code, facts), created).number).toBe('Perché no.');
  });

  it('given the number of another one of the request, then this one is not marked', () => {
    const refusal = refused('variation/number-taken', { number: '9.1.92' });
    expect(refusedObjective(refusal, created).number).toBeNull();
  });

  it('given an area over its ceiling, then the weight of its share alone is marked', () => {
    const { weightOf, number } = refusedObjective(
      refused('plan/weights-over-ceiling', { area: 'urbanistica' }),
      created,
    );
    expect([weightOf('urbanistica'), weightOf('finanziaria'), number]).toEqual(['over-ceiling', null, null]);
  });

  it('given a weight of nothing to which nothing is moved, then it stands at that weight', () => {
    const refusal = refused('variation/no-points-given', { share: '9.1.91-urbanistica' });
    expect(refusedObjective(refusal, created).weightOf('urbanistica')).toBe('no-points-given');
  });

  it('given no refusal, then nothing is marked', () => {
    const { number, weightOf } = refusedObjective(null, created);
    expect([number, weightOf('urbanistica')]).toEqual([null, null]);
  });
});
