import { weighed } from './weighed.js';

const agreement = { kind: 'weighted', threshold: 4, weights: { segretario: 2, giunta: 1, nucleo: 1 } } as const;

describe('the weights of a step on the page', () => {
  it('given a substitute in the place of two, then it weighs as much as both', () => {
    expect(weighed(agreement, ['giunta', 'vice'])).toMatchObject({ weights: { giunta: 1, vice: 3 } });
  });

  it('given nobody in the place of another, or no weights at all, then nothing changes', () => {
    expect(weighed(agreement, ['segretario', 'giunta', 'nucleo'])).toEqual(agreement);
    expect(weighed({ kind: 'one' }, ['vice'])).toEqual({ kind: 'one' });
  });
});
