import fc from 'fast-check';
import { parseHundredths, sumHundredths } from '../decimal.js';
import { creditsOf } from './credits.js';

const holders = fc.array(
  fc.record({ office: fc.constantFrom('a', 'b', 'c', 'd'), days: fc.integer({ min: 0, max: 366 }) }),
  { maxLength: 8 },
);

describe('the premium of a share that changed hands in mid-year', () => {
  it('given a hundred days and three hundred, then the former holder keeps a quarter', () => {
    expect(
      creditsOf(1_000_00n, 'a', [
        { office: 'a', days: 100 },
        { office: 'b', days: 300 },
      ]),
    ).toEqual([
      { office: 'a', days: 100, amount: '250.00' },
      { office: 'b', days: 300, amount: '750.00' },
    ]);
  });

  it('given an office that had it twice, then its days are counted together', () => {
    const credits = creditsOf(9_00n, 'c', [
      { office: 'a', days: 1 },
      { office: 'b', days: 1 },
      { office: 'a', days: 1 },
    ]);
    expect(credits).toEqual([
      { office: 'a', days: 2, amount: '6.00' },
      { office: 'b', days: 1, amount: '3.00' },
    ]);
  });

  it('given the area’s office all the time, or days of nobody, then there is nothing to divide', () => {
    expect(creditsOf(9_00n, 'a', [{ office: 'a', days: 365 }])).toEqual([]);
    expect(creditsOf(9_00n, 'a', [])).toEqual([]);
    expect(
      creditsOf(9_00n, 'b', [
        { office: 'a', days: 0 },
        { office: 'b', days: 10 },
      ]),
    ).toEqual([]);
  });

  it('given one office that is not the area’s, then the whole amount is its', () => {
    expect(creditsOf(9_00n, 'a', [{ office: 'b', days: 320 }])).toEqual([{ office: 'b', days: 320, amount: '9.00' }]);
    expect(
      creditsOf(0n, 'a', [
        { office: 'a', days: 0 },
        { office: 'b', days: 10 },
      ]),
    ).toEqual([{ office: 'b', days: 10, amount: '0.00' }]);
  });

  it('given an office that got it after the plan’s time, while nobody had it in it, then the whole amount is its; the area’s as ever', () => {
    const late = [{ office: 'b', days: 0 }];
    expect(creditsOf(9_00n, 'a', late)).toEqual([{ office: 'b', days: 0, amount: '9.00' }]);
    expect(creditsOf(9_00n, 'b', late)).toEqual([]);
    expect(
      creditsOf(9_00n, 'a', [
        { office: 'b', days: 5 },
        { office: 'c', days: 0 },
      ]),
    ).toMatchObject([{ office: 'b' }]);
  });

  it('given any amount and any holders, then the cents add up, and each gets its days, less or more by under a cent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), holders, (amount, held) => {
        const credits = creditsOf(amount, 'a', held);
        if (credits.length === 0) return;
        const days = credits.reduce((sum, credit) => sum + credit.days, 0);
        const cents = credits.map((credit) => parseHundredths(credit.amount, 'amount'));
        expect(sumHundredths(cents) === amount).toBe(true);
        credits.forEach((credit, index) => {
          const off = (cents[index] ?? 0n) * BigInt(days) - amount * BigInt(credit.days);
          expect(off < BigInt(days) && -off < BigInt(days)).toBe(true);
        });
      }),
    );
  });
});
