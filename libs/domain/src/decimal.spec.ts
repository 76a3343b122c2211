import fc from 'fast-check';
import { DEGREE, formatHundredths, formatMoney, parseHundredths, POSITIVE, sumHundredths } from './decimal.js';
import { Refused } from './refused.js';

describe('decimals', () => {
  it.each([
    ['0', '0', '0.00'],
    ['60', '60', '60.00'],
    ['2.5', '2.5', '2.50'],
    ['2.50', '2.5', '2.50'],
    ['0.05', '0.05', '0.05'],
    ['100.00', '100', '100.00'],
    ['999999999999999.99', '999999999999999.99', '999999999999999.99'],
  ])('given %s, when written again, then it is %s, and %s as money', (text, shortest, money) => {
    const hundredths = parseHundredths(text, 'weight');
    expect(formatHundredths(hundredths)).toBe(shortest);
    expect(formatMoney(hundredths)).toBe(money);
  });

  it.each(['', ' ', '2,5', '1e3', '+1', '.5', '5.', '1.234', '007', 'NaN', '0x10', ' 1', '1 ', '１'])(
    'given %j, when read, then it is not a decimal',
    (text) => {
      expect(codeOf(() => parseHundredths(text, 'weight'))).toBe('value/not-a-decimal');
    },
  );

  it.each([
    ['-1', undefined],
    ['0', POSITIVE],
    ['100.01', DEGREE],
    ['1000000000000000', undefined],
    ['9'.repeat(100_000), undefined],
  ])('given %.20s outside its range, when read, then it is refused', (text, range) => {
    expect(codeOf(() => parseHundredths(text, 'weight', range))).toBe('value/out-of-range');
  });

  it('given any amount, when written and read, then it is the same, and written the same way', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n - 1n }), (hundredths) => {
        const text = formatHundredths(hundredths);
        expect(parseHundredths(text, 'x') === hundredths).toBe(true);
        expect(parseHundredths(formatMoney(hundredths), 'x') === hundredths).toBe(true);
        expect(text).not.toMatch(/\.$|\.\d?0$/);
      }),
    );
  });

  it('given a debt, when written, then its sign stands before it', () => {
    expect(formatMoney(-5n)).toBe('-0.05');
  });

  it('given hundredths, when added, then no cent is lost', () => {
    expect(formatHundredths(sumHundredths([250n, 500n, 10n]))).toBe('7.6');
  });
});

function codeOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
  return 'nothing refused';
}
