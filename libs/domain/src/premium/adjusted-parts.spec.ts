import fc from 'fast-check';
import { parseHundredths, sumHundredths } from '../decimal.js';
import { partsAdjusted, personsAdjusted } from './adjusted-parts.js';
import { entryOf } from './divided.js';
import type { HeldFor } from './messages.js';
import { personCredits } from './persons.js';

const entry = (cents: bigint, holders: readonly HeldFor[] = []) =>
  entryOf({ objectiveId: '2026-1.1.1', shareId: '1.1.1-a', areaId: 'a', weight: '10', degree: '50', holders }, cents);

const money = fc.bigInt({ min: 0n, max: 10_000_000n });
const holders = fc.array(fc.record({ office: fc.constantFrom('a', 'b', 'c'), days: fc.integer({ min: 0, max: 366 }) }));
const difference = (parts: readonly { readonly difference: string }[]) =>
  sumHundredths(
    parts.map((part) => parseHundredths(part.difference, 'difference', { min: -(10n ** 12n), max: 10n ** 12n })),
  );

describe('what each office gets more, or gives back, when a payment is put right', () => {
  it('given a share handed over since, then who had it gives back what is not theirs, and who has it is paid for the first time', () => {
    const before = entry(333_33n, [
      { office: 'vigilanza', days: 300 },
      { office: 'affari', days: 65 },
    ]);
    const now = entry(185_18n, [
      { office: 'vigilanza', days: 211 },
      { office: 'affari', days: 57 },
      { office: 'sociale', days: 97 },
    ]);
    expect(partsAdjusted(before, now)).toEqual([
      { office: 'vigilanza', before: '273.97', due: '107.05', difference: '-166.92' },
      { office: 'affari', before: '59.36', due: '28.92', difference: '-30.44' },
      { office: 'sociale', before: '0.00', due: '49.21', difference: '49.21' },
    ]);
  });

  it('given its area alone before, and another office alone now, then all of it changes hands', () => {
    expect(partsAdjusted(entry(100_00n), entry(80_00n, [{ office: 'b', days: 10 }]))).toEqual([
      { office: 'a', before: '100.00', due: '0.00', difference: '-100.00' },
      { office: 'b', before: '0.00', due: '80.00', difference: '80.00' },
    ]);
  });

  it('given one adjustment after the other, then the differences of all add up to what is due last, whoever held it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(money, holders), { minLength: 2, maxLength: 5 }), (payments) => {
        const entries = payments.map(([cents, held]) => entry(cents, held));
        const steps = entries.slice(1).map((now, at) => difference(partsAdjusted(entries[at]!, now)));
        const due = (of: number) => parseHundredths(entries.at(of)!.amount, 'amount');
        expect(sumHundredths(steps)).toBe(due(-1) - due(0));
      }),
    );
  });

  it('given the persons behind an office, then theirs add up to its own', () => {
    const period = { from: '2026-01-01', to: '2026-12-31' };
    const held = (person: string, from: string, to: string | null) =>
      ({ person, office: 'a', roles: [], from, to, act: null }) as const;
    const was = entry(100_00n);
    const now = entry(40_00n);
    const tea = [held('tea', '2020-01-01', '2026-06-30'), held('vico', '2026-07-01', null)];
    const before = personCredits(was, [], tea, period);
    const late = personCredits(now, [], [held('tea', '2020-01-01', null)], period);
    expect(personsAdjusted(before, late)).toEqual([
      { office: 'a', person: 'tea', before: '49.59', due: '40.00', difference: '-9.59' },
      { office: 'a', person: 'vico', before: '50.41', due: '0.00', difference: '-50.41' },
    ]);
  });
});
