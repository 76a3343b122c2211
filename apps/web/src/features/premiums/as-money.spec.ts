import { asMoney } from './as-money.js';

describe('an amount as it is typed', () => {
  it.each([
    ['12.500,00 €', '12500.00'],
    ['12500,5', '12500.5'],
    ['12.500', '12500'],
    ['1.234.567', '1234567'],
    ['12500.00', '12500.00'],
    ['900', '900'],
  ])('given %s, then %s is sent', (typed, sent) => {
    expect(asMoney(typed)).toBe(sent);
  });
});
