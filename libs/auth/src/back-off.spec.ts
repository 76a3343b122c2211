import { ofAddress, ofUser, oneMore, waitsUntil } from './back-off.js';

const at = 1_000_000_000;
const MINUTE = 60_000;
const waitAfter = (count: number, backOff = ofUser) => waitsUntil(backOff, { count, at }) - at;

describe('backing off after failed sign-ins', () => {
  it.each([
    [0, 0],
    [2, 0],
    [3, 1000],
    [4, 2000],
    [6, 8000],
    [30, 15 * MINUTE],
    [99, 15 * MINUTE],
    [100, 24 * 60 * MINUTE],
  ])('given %i failures of a user name in a row, then the next try waits %i ms', (count, wait) => {
    expect(waitAfter(count)).toBe(wait);
  });

  it('given an address, then thirty failures are free, and no wait but that after a hundred is over five minutes', () => {
    expect([29, 30, 99].map((count) => waitAfter(count, ofAddress))).toEqual([0, 1000, 5 * MINUTE]);
  });

  it('given one more failure, then it counts with those before, and anew after a day of quiet', () => {
    expect(oneMore(ofUser, { count: 9, at }, at + MINUTE)).toBe(10);
    expect(oneMore(ofUser, { count: 9, at }, at + 24 * 60 * MINUTE + 1)).toBe(1);
  });
});
