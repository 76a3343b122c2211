import fc from 'fast-check';
import { formatHundredths, parseHundredths } from '../decimal.js';
import { archive, document as example } from '../testing/example.js';
import type { PlanDocument, PlannedObjective } from './document.js';
import { redistributed, weighingShares } from './redistribute.js';
import { requireWithinCeilings, weightByArea } from './weights.js';

const areas = ['nord', 'sud'] as const;

/** A plan of objectives with one share each; null: money of its own. */
function planOf(shares: readonly (readonly [area: string, weight: string | null])[]): PlanDocument {
  return {
    ...example,
    areas: areas.map((id) => ({ id, name: id, aliases: [], kind: 'area', ceiling: null })),
    objectives: shares.map(([areaId, weight], index): PlannedObjective => ({
      ...archive,
      id: `o${index}`,
      shares: [{ ...archive.shares[0]!, id: `s${index}`, areaId, weight }],
      indicators: [],
      deadlines: [],
    })),
  };
}
const weightsOf = (document: PlanDocument) =>
  Object.fromEntries(document.objectives.flatMap(({ shares }) => shares).map(({ id, weight }) => [id, weight]));
const cents = (weight: string | null) => parseHundredths(weight ?? '0', 'weight');
const without = (document: PlanDocument, ...removed: readonly string[]) => ({ ...document, removed });

describe('the weight of what was removed', () => {
  it('given others of its area, then they bear it in proportion, to the hundredth, and other areas do not', () => {
    const plan = planOf([
      ['nord', '10'],
      ['nord', '5'],
      ['nord', '2.5'],
      ['sud', '20'],
      ['nord', null],
    ]);
    const after = redistributed(without(plan, 'o0'), ['s0'], new Set());
    expect(weightsOf(after)).toEqual({ s0: '10', s1: '11.67', s2: '5.83', s3: '20', s4: null });
    expect(weightByArea(after)).toEqual(weightByArea(plan));
  });

  it('given equal remainders, then those that come first in the plan get what does not divide', () => {
    const plan = planOf([
      ['nord', '0.02'],
      ['nord', '1'],
      ['nord', '1'],
      ['nord', '1'],
    ]);
    expect(weightsOf(redistributed(without(plan, 'o0'), ['s0'], new Set()))).toMatchObject({
      s1: '1.01',
      s2: '1.01',
      s3: '1',
    });
  });

  it('given shares that are settled, then only the others bear it; where none is left, it is refused', () => {
    const plan = without(
      planOf([
        ['nord', '10'],
        ['nord', '5'],
        ['nord', '5'],
      ]),
      'o0',
    );
    expect(weightsOf(redistributed(plan, ['s0'], new Set(['s1'])))).toMatchObject({ s1: '5', s2: '15' });
    expect(() => redistributed(plan, ['s0'], new Set(['s1', 's2']))).toThrow('variation/nobody-bears-weight');
  });

  it('given only money of its own, then nobody bears anything', () => {
    const plan = without(planOf([['nord', null]]), 'o0');
    expect(redistributed(plan, ['s0'], new Set())).toEqual(plan);
  });

  it('given any plan, then what each area adds up to is what it was, nobody loses a hundredth, and no ceiling is passed', () => {
    const weight = fc.option(fc.integer({ min: 1, max: 6000 }).map((cents) => formatHundredths(BigInt(cents))));
    const shares = fc.array(fc.tuple(fc.constantFrom(...areas), weight), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(shares, fc.nat(), (all, pick) => {
        const plan = planOf(all);
        const sums = weightByArea(plan);
        const full = { ...plan, areas: plan.areas.map((area) => ({ ...area, ceiling: sums[area.id] ?? null })) };
        const gone = full.objectives[pick % full.objectives.length]!;
        const bearers = weighingShares(without(full, gone.id)).filter(
          (share) => share.areaId === gone.shares[0]?.areaId && share.weight !== null,
        );
        fc.pre(bearers.length > 0);
        const after = redistributed(without(full, gone.id), [gone.shares[0]!.id], new Set());
        expect(weightByArea(after)).toEqual(sums);
        requireWithinCeilings(after);
        const weighed = Object.entries(weightsOf(plan)).map(
          ([id, own]) => [own, weightsOf(after)[id] ?? null] as const,
        );
        expect(weighed.filter(([own, now]) => (own === null) !== (now === null) || cents(now) < cents(own))).toEqual(
          [],
        );
      }),
      { numRuns: 200 },
    );
  });
});
