import fc from 'fast-check';
import { addDays } from '../calendar/civil.js';
import { parseHundredths, sumHundredths } from '../decimal.js';
import type { Holding } from '../objective/moves.js';
import type { Tenure } from '../organisation/staff.js';
import { creditsOf, heldFor } from './credits.js';
import { personCredits, personsOf } from './persons.js';

const period = { from: '2026-01-01', to: '2026-12-31' };
const held = (person: string, from: string, to: string | null = null, more: Partial<Tenure> = {}): Tenure => ({
  person,
  office: 'turismo',
  roles: ['responsabile'],
  from,
  to,
  act: null,
  ...more,
});
const tea = held('tea', '2020-03-01', '2026-06-30');
const vico = held('vico', '2026-07-01');
const allYear: readonly Holding[] = [{ office: 'turismo', from: '2026-01-01', to: null }];
const entry = { areaId: 'turismo', amount: '1000.00' };
const parts = (...given: Parameters<typeof personCredits>) =>
  personCredits(...given).map(({ person, days, amount }) => [person, days, amount]);

describe('whoever held the office that answered for a share', () => {
  it('given a head who left in mid-year and another since, then each has the credit of their days, to the cent', () => {
    expect(personCredits(entry, allYear, [tea, vico], period)).toEqual([
      { person: 'tea', office: 'turismo', from: '2026-01-01', to: '2026-06-30', days: 181, amount: '495.89' },
      { person: 'vico', office: 'turismo', from: '2026-07-01', to: '2026-12-31', days: 184, amount: '504.11' },
    ]);
  });

  it('given a share that came to the office in mid-year, then only the days since then count', () => {
    const since: readonly Holding[] = [{ office: 'turismo', from: '2026-06-01', to: null }];
    expect(personsOf(since, 'turismo', [tea, vico], period)).toEqual([
      { person: 'tea', office: 'turismo', from: '2026-06-01', to: '2026-06-30', days: 30 },
      { person: 'vico', office: 'turismo', from: '2026-07-01', to: '2026-12-31', days: 184 },
    ]);
  });

  it('given a log that does not know since when it was answered for, then it is the area’s all the time', () => {
    const unknown: readonly Holding[] = [{ office: 'cultura', from: null, to: null }];
    for (const holdings of [unknown, []]) {
      expect(parts(entry, holdings, [tea, vico], period)).toEqual([
        ['tea', 181, '495.89'],
        ['vico', 184, '504.11'],
      ]);
    }
  });

  it('given a vacancy, then its days are nobody’s', () => {
    const gone = held('tea', '2020-03-01', '2026-05-31');
    expect(parts(entry, allYear, [gone, vico], period)).toEqual([
      ['tea', 151, '413.70'],
      [null, 30, '82.19'],
      ['vico', 184, '504.11'],
    ]);
    expect(parts(entry, allYear, [], period)).toEqual([[null, 365, '1000.00']]);
  });

  it('given two who hold it together, then they share those days', () => {
    const together = held('vico', '2026-01-01');
    expect(parts(entry, allYear, [held('tea', '2020-03-01'), together], period)).toEqual([
      ['tea', 365, '500.00'],
      ['vico', 365, '500.00'],
    ]);
    expect(parts(entry, allYear, [tea, together], period)).toEqual([
      ['tea', 181, '247.95'],
      ['vico', 365, '752.05'],
    ]);
  });

  it('given a tenure that goes on in another, then that is one time; one with days in between is two', () => {
    const again = held('tea', '2026-07-01', null, { roles: [] });
    expect(parts(entry, allYear, [tea, again], period)).toEqual([['tea', 365, '1000.00']]);
    const later = held('tea', '2026-10-01');
    expect(personsOf(allYear, 'turismo', [tea, held('vico', '2026-07-01', '2026-09-30'), later], period)).toMatchObject(
      [
        { person: 'tea', to: '2026-06-30' },
        { person: 'vico', days: 92 },
        { person: 'tea', from: '2026-10-01', days: 92 },
      ],
    );
  });

  it('given an account alone, made in mid-year, then its days begin where nobody else held the office', () => {
    const byAccount = held('vico', '2026-09-01', null, { byAccount: true });
    expect(parts(entry, allYear, [byAccount], period)).toEqual([['vico', 365, '1000.00']]);
    expect(parts(entry, allYear, [tea, byAccount], period)).toEqual([
      ['tea', 181, '495.89'],
      ['vico', 184, '504.11'],
    ]);
    const another = held('ugo', '2026-10-01', null, { byAccount: true });
    expect(parts(entry, allYear, [byAccount, another], period)).toEqual([
      ['vico', 365, '873.97'],
      ['ugo', 92, '126.03'],
    ]);
  });

  it('given offices that handed it over, then each one’s part is divided among those who held that one then', () => {
    const holdings: readonly Holding[] = [
      { office: 'turismo', from: '2026-01-01', to: '2026-03-31' },
      { office: 'cultura', from: '2026-04-01', to: null },
    ];
    const credits = creditsOf(1_000_00n, 'turismo', heldFor(holdings, period));
    const lia = { ...held('lia', '2026-04-16'), office: 'cultura' };
    expect(personCredits({ ...entry, credits }, holdings, [tea, vico, lia], period)).toMatchObject([
      { person: 'tea', office: 'turismo', to: '2026-03-31', days: 90, amount: '246.58' },
      { person: null, office: 'cultura', from: '2026-04-01', to: '2026-04-15', days: 15, amount: '41.10' },
      { person: 'lia', office: 'cultura', from: '2026-04-16', days: 260, amount: '712.32' },
    ]);
  });

  it('given an office that got it after the plan’s time, then it is of those who held it since, by days up to the last that counts', () => {
    const late: readonly Holding[] = [{ office: 'turismo', from: '2027-02-01', to: null }];
    const left = held('vico', '2026-07-01', '2027-02-10');
    const lia = held('lia', '2027-02-11');
    expect(personCredits(entry, late, [tea, left, lia], { ...period, until: '2027-03-12' })).toEqual([
      { person: 'vico', office: 'turismo', from: '2027-02-01', to: '2027-02-10', days: 10, amount: '250.00' },
      { person: 'lia', office: 'turismo', from: '2027-02-11', to: '2027-03-12', days: 30, amount: '750.00' },
    ]);
    const first = [['vico', 1, '1000.00']];
    expect(parts(entry, late, [left, lia], period)).toEqual(first);
    expect(parts(entry, late, [left, lia], { ...period, until: '2027-01-31' })).toEqual(first);
  });

  it('given an office that got it after the plan’s time and gave it on, then the last one’s days count', () => {
    const late: readonly Holding[] = [
      { office: 'cultura', from: '2027-01-10', to: '2027-01-31' },
      { office: 'turismo', from: '2027-02-01', to: '2027-02-05' },
    ];
    expect(personsOf(late, 'cultura', [vico], { ...period, until: '2027-06-30' })).toEqual([
      { person: 'vico', office: 'turismo', from: '2027-02-01', to: '2027-02-05', days: 5 },
    ]);
  });

  it('given a share that was handed on after a run had paid it, then what the run paid is of those who held the paid office', () => {
    const credits = [{ office: 'cultura', days: 365, amount: '1000.00' }];
    const lia = { ...held('lia', '2020-01-01'), office: 'cultura' };
    expect(parts({ ...entry, credits }, allYear, [tea, vico, lia], period)).toEqual([['lia', 365, '1000.00']]);
  });

  const day = fc.integer({ min: -40, max: 420 }).map((days) => addDays('2026-01-01', days));
  const tenures = fc.array(
    fc
      .record({
        person: fc.constantFrom('a', 'b', 'c', 'd'),
        from: day,
        length: fc.integer({ min: 0, max: 300 }),
        byAccount: fc.boolean(),
      })
      .map(({ person, from, length, byAccount }) =>
        held(person, from, addDays(from, length), byAccount ? { byAccount: true } : {}),
      ),
    { maxLength: 6 },
  );
  const offices = fc.array(fc.record({ office: fc.constantFrom('turismo', 'cultura'), from: day }), { maxLength: 4 });

  it('given any holders, tenures and amount, then the cents add up in all and by office, and the days are those of the plan’s time', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 10n }), tenures, offices, day, (cents, all, handed, until) => {
        const inOrder = handed.toSorted((one, other) => (one.from < other.from ? -1 : 1));
        const holdings = inOrder.map(({ office, from }, at) => {
          const next = inOrder[at + 1]?.from;
          return { office, from, to: next === undefined ? null : addDays(next, -1) };
        });
        const amount = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
        const credits = creditsOf(cents, 'turismo', heldFor(holdings, period));
        const told = personCredits({ areaId: 'turismo', amount, credits }, holdings, all, { ...period, until });
        const sum = (office?: string) =>
          sumHundredths(
            told
              .filter((one) => office === undefined || one.office === office)
              .map((one) => parseHundredths(one.amount, 'amount')),
          );
        expect(sum()).toBe(cents);
        for (const credit of credits) expect(sum(credit.office)).toBe(parseHundredths(credit.amount, 'amount'));
        for (const { days, from, to } of told) {
          expect(from <= to).toBe(true);
          expect(days).toBeLessThanOrEqual(365);
        }
      }),
    );
  });
});
