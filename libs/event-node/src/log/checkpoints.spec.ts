import { Checkpoints } from './checkpoints.js';

describe('checkpoints of a filtered subscription', () => {
  it('come after every interval of events looked at, and once at the end of history', () => {
    const checkpoints = new Checkpoints(3, 0);
    const sent = [1, 2, 3, 4, 5, 6, 7].map((position) => checkpoints.looked(position));
    expect(sent).toEqual([undefined, undefined, 3, undefined, undefined, 6, undefined]);
    expect(checkpoints.caughtUp(7)).toBe(7);
  });

  it('never say the same position twice, nor the one the subscriber came with', () => {
    const checkpoints = new Checkpoints(2, 5);
    expect(checkpoints.caughtUp(5)).toBeUndefined();
    checkpoints.looked(6);
    expect(checkpoints.looked(7)).toBe(7);
    expect(checkpoints.caughtUp(7)).toBeUndefined();
  });
});
