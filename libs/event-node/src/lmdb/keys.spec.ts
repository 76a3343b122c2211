import fc from 'fast-check';
import { nameKey, numberIn, numberKey } from './keys.js';

const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe('keys', () => {
  it('for any numbers, the order of the keys is the order of the numbers', () => {
    fc.assert(
      fc.property(whole, whole, whole, whole, (a, b, c, d) => {
        const order = Buffer.compare(numberKey(a, b), numberKey(c, d));
        expect(order).toBe(Math.sign(a - c || b - d));
        expect([numberIn(numberKey(a, b), 0), numberIn(numberKey(a, b), 1)]).toEqual([a, b]);
      }),
    );
  });

  it('long names have short keys of their own', () => {
    const [one, other] = [nameKey('è'.repeat(2000)), nameKey(`${'è'.repeat(2000)}!`)];
    expect(one.length).toBeLessThan(100);
    expect(one.equals(other)).toBe(false);
  });
});
