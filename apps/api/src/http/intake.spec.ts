import { setImmediate as turn } from 'node:timers/promises';
import { Intake } from './intake.js';

describe('requests that come at once', () => {
  it('are begun sixteen in a turn of the event loop, in the order in which they came', async () => {
    const begun: number[] = [];
    const intake = new Intake();
    for (let n = 0; n < 40; n += 1) intake.admit(() => begun.push(n));
    expect(begun).toHaveLength(16);
    await turn();
    expect(begun).toHaveLength(32);
    await turn();
    expect(begun).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });

  it('go before those that come later', async () => {
    const begun: string[] = [];
    const intake = new Intake();
    for (let n = 0; n < 20; n += 1) intake.admit(() => begun.push('early'));
    await turn();
    for (let n = 0; n < 20; n += 1) intake.admit(() => begun.push('late'));
    expect(begun.slice(16)).toEqual([
      ...Array.from({ length: 4 }, () => 'early'),
      ...Array.from({ length: 12 }, () => 'late'),
    ]);
    await turn();
    expect(begun).toHaveLength(40);
  });

  it('are begun at once where few came in the turn before', async () => {
    let begun = 0;
    const intake = new Intake();
    for (let n = 0; n < 16; n += 1) intake.admit(() => (begun += 1));
    await turn();
    intake.admit(() => (begun += 1));
    expect(begun).toBe(17);
  });
});
