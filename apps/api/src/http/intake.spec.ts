import { setImmediate as turn } from 'node:timers/promises';
import { Intake } from './intake.js';

describe('requests that come at once', () => {
  it('are begun a dozen in a turn of the event loop, in the order in which they came', async () => {
    const begun: number[] = [];
    const intake = new Intake();
    for (let n = 0; n < 30; n += 1) intake.admit(() => begun.push(n));
    expect(begun).toHaveLength(12);
    await turn();
    expect(begun).toHaveLength(24);
    await turn();
    expect(begun).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  it('go before those that come later', async () => {
    const begun: string[] = [];
    const intake = new Intake();
    for (let n = 0; n < 16; n += 1) intake.admit(() => begun.push('early'));
    await turn();
    for (let n = 0; n < 16; n += 1) intake.admit(() => begun.push('late'));
    expect(begun.slice(12)).toEqual([
      ...Array.from({ length: 4 }, () => 'early'),
      ...Array.from({ length: 8 }, () => 'late'),
    ]);
    await turn();
    expect(begun).toHaveLength(32);
  });

  it('are begun at once where few came in the turn before', async () => {
    let begun = 0;
    const intake = new Intake();
    for (let n = 0; n < 12; n += 1) intake.admit(() => (begun += 1));
    await turn();
    intake.admit(() => (begun += 1));
    expect(begun).toBe(13);
  });
});
