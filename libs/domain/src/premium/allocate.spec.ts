import fc from 'fast-check';
import { compareText } from '../text.js';
import { allocate } from './allocate.js';

const portions = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((shareId) =>
        fc.record({
          shareId: fc.constant(shareId),
          weight: fc.bigInt({ min: 1n, max: 100_00n }),
          degree: fc.bigInt({ min: 0n, max: 100_00n }),
        }),
      ),
    ),
  );
const fund = fc.bigInt({ min: 0n, max: 10n ** 12n });

const sum = (amounts: Iterable<bigint>) => [...amounts].reduce((total, amount) => total + amount, 0n);
const inWords = ({ total, savings, amounts }: ReturnType<typeof allocate>) =>
  JSON.stringify([
    String(total),
    String(savings),
    [...amounts].map(([id, cents]) => [id, String(cents)]).toSorted(([a = ''], [b = '']) => compareText(a, b)),
  ]);

describe('the division of a fund', () => {
  it('given any fund and shares, when divided, then the cents add up to the fund less the savings', () => {
    fc.assert(
      fc.property(fund, portions, (cents, shares) => {
        const { total, savings, amounts } = allocate(cents, shares);
        expect(sum(amounts.values()) === total).toBe(true);
        expect(total + savings === cents).toBe(true);
        expect(savings >= 0n && total >= 0n).toBe(true);
        expect(amounts.size).toBe(shares.length);
      }),
    );
  });

  it('given any fund and shares, when divided, then each gets its quota, less or more by under a cent', () => {
    fc.assert(
      fc.property(fund, portions, (cents, shares) => {
        const { total, amounts } = allocate(cents, shares);
        const points = sum(shares.map(({ weight, degree }) => weight * degree));
        for (const { shareId, weight, degree } of shares) {
          const difference = (amounts.get(shareId) ?? -1n) * points - total * weight * degree;
          expect(points === 0n || (difference < points && -difference < points)).toBe(true);
          expect(degree > 0n || amounts.get(shareId) === 0n).toBe(true);
        }
      }),
    );
  });

  it('given the same shares in another order, when divided, then each gets the same', () => {
    const shuffled = portions.chain((shares) =>
      fc.tuple(fc.constant(shares), fc.shuffledSubarray(shares, { minLength: shares.length })),
    );
    fc.assert(
      fc.property(fund, shuffled, (cents, [shares, others]) => {
        expect(inWords(allocate(cents, others))).toBe(inWords(allocate(cents, shares)));
      }),
    );
  });

  it('given everybody at 100, when divided, then nothing is saved', () => {
    fc.assert(
      fc.property(fund, portions, (cents, shares) => {
        const { savings } = allocate(
          cents,
          shares.map((share) => ({ ...share, degree: 100_00n })),
        );
        expect(savings === 0n).toBe(true);
      }),
    );
  });

  it('given three equal shares and a cent too many, when divided, then the first by id gets it', () => {
    const equal = ['c', 'a', 'b'].map((shareId) => ({ shareId, weight: 10_00n, degree: 100_00n }));
    expect(inWords(allocate(100n, equal))).toBe('["100","0",[["a","34"],["b","33"],["c","33"]]]');
  });

  it('given half a cent, when the total is rounded, then it is rounded up', () => {
    expect(inWords(allocate(1n, [{ shareId: 'a', weight: 1n, degree: 50_00n }]))).toBe('["1","0",[["a","1"]]]');
    expect(inWords(allocate(1n, [{ shareId: 'a', weight: 1n, degree: 49_99n }]))).toBe('["0","1",[["a","0"]]]');
  });

  it('given nothing achieved, or no share at all, when divided, then all is saved', () => {
    expect(inWords(allocate(100n, [{ shareId: 'a', weight: 1n, degree: 0n }]))).toBe('["0","100",[["a","0"]]]');
    expect(inWords(allocate(100n, []))).toBe('["0","100",[]]');
  });
});
