import fc from 'fast-check';
import { groupWith } from './group.fixture.js';
import type { Step } from './group.model.js';
import { Model } from './group.model.js';
import { STRATEGIES } from './settings.js';

/** Numbers choose among what is there. */
const number = fc.nat(1000);
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('offer' as const), count: fc.integer({ min: 1, max: 5 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('pass' as const, 'tick' as const, 'leave' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('join' as const), slots: fc.nat(4) }) },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constantFrom('ack' as const, 'retry' as const, 'skip' as const, 'park' as const),
        which: number,
        count: fc.integer({ min: 1, max: 4 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('parked' as const, 'not-parked' as const, 'stall' as const, 'resume' as const),
        which: number,
      }),
    },
  ),
  { maxLength: 60 },
);

describe.each(STRATEGIES)('a group that goes by %s, whatever happens', (strategy) => {
  it('gives out every event in order until it is settled, to one at a time, and no checkpoint passes one before', () => {
    fc.assert(
      fc.property(steps, fc.nat(2), (all, maxRetryCount) => {
        const model = new Model(groupWith({ strategy, maxRetryCount }));
        for (const step of all) model.run(step as Step);
        model.finish();
        expect(model.at.group.progress.reached).toBe(model.settled.size + model.passed.size - 1);
        const firstTimes = [...new Set(model.at.sent)];
        const ordered = firstTimes.toSorted((a, b) => a - b);
        expect(strategy.startsWith('Pinned') ? ordered : firstTimes).toEqual(ordered);
      }),
      { numRuns: process.env['SOAK'] === '1' ? 5000 : 150 },
    );
  });
});
