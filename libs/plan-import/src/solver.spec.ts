import fc from 'fast-check';
import { solve, type Puzzle } from './solver.js';

const AREAS = 3;

const puzzles = fc
  .record({
    base: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: AREAS, maxLength: AREAS }),
    ceilings: fc.array(fc.option(fc.integer({ min: 2, max: 8 })), { minLength: AREAS, maxLength: AREAS }),
    ambiguities: fc.array(
      fc.array(
        fc.array(fc.tuple(fc.integer({ min: 0, max: AREAS - 1 }), fc.integer({ min: 1, max: 4 })), { maxLength: 2 }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      { maxLength: 5 },
    ),
  })
  .map(({ ambiguities, ...rest }): Puzzle => ({
    ...rest,
    ambiguities: ambiguities.map((options) => options.map((option) => new Map(option))),
  }));

/** Every combination, tried one by one. */
function byHand({ ambiguities, base, ceilings }: Puzzle) {
  let readings: { chosen: number[]; sums: number[] }[] = [{ chosen: [], sums: [...base] }];
  for (const options of ambiguities) {
    readings = readings.flatMap(({ chosen, sums }) =>
      options.map((option, place) => ({
        chosen: [...chosen, place],
        sums: sums.map((sum, area) => sum + (option.get(area) ?? 0)),
      })),
    );
  }
  const within = readings.filter(({ sums }) => sums.every((sum, area) => sum <= (ceilings[area] ?? Infinity)));
  const full = within.filter(({ sums }) => sums.every((sum, area) => sum === ceilings[area]));
  const feasible = ambiguities.map((_, index) =>
    [...new Set(within.map(({ chosen }) => chosen[index] ?? 0))].sort((a, b) => a - b),
  );
  return { enumerated: readings.length, within, full, feasible };
}

describe('the readings of a plan against its ceilings', () => {
  it('are counted as if every combination were tried', () => {
    fc.assert(
      fc.property(puzzles, (puzzle) => {
        const solution = solve(puzzle);
        const tried = byHand(puzzle);
        expect(solution.complete).toBe(true);
        expect(solution.enumerated).toBe(tried.enumerated);
        expect(solution.withinCeilings).toBe(tried.within.length);
        expect(solution.saturating).toBe(tried.full.length);
        expect(tried.within.length > 0 ? solution.feasible : tried.feasible).toEqual(tried.feasible);
      }),
    );
  });

  it('propose one within the ceilings, and the only one that reaches them all where there is one', () => {
    fc.assert(
      fc.property(puzzles, (puzzle) => {
        const { proposal } = solve(puzzle);
        const tried = byHand(puzzle);
        expect(proposal === null).toBe(tried.within.length === 0);
        const acceptable = tried.full.length === 1 ? tried.full : tried.within;
        expect([...acceptable.map(({ chosen }) => chosen.join()), undefined]).toContain(proposal?.join());
      }),
    );
  });
});
