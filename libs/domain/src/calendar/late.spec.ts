import { recordedLate } from './late.js';

describe('recorded late', () => {
  it('given a fact of the evening, when it is recorded the same evening in Rome, then it is not late, whatever the day elsewhere', () => {
    expect(recordedLate('2022-06-20', '2022-06-20T21:59:00.000Z')).toBe(false);
    expect(recordedLate('2022-06-20', '2022-06-20T22:00:00.000Z')).toBe(true);
  });
});
