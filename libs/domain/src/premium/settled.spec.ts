import {
  claim,
  AT,
  personale,
  ragioneria,
  staff,
  standing,
  route,
  compute,
  propose,
  take,
  after,
  computedBy,
} from '../testing/evaluated-run.js';
import type { PremiumCommand, PremiumCommandOf } from './messages.js';

const missing = { refusal: 'premium/evaluations-missing' };

describe('what a liquidated run has set aside', () => {
  const earlier = {
    runId: 'aree',
    planId: '2022',
    scope: { kind: 'areas' },
    reserve: '750.00',
    awaited: computedBy(compute('750', [])).awaited ?? [],
    liquidated: true,
  } as const;
  const share = (shareId: string, degree: string | null, more: object = {}) => ({
    shareId,
    degree,
    isPaid: false,
    fromReserve: '0',
    ...more,
  });
  const shares = [share('a', '100'), share('b', '50')];
  const settle = (
    evaluated: readonly string[],
    more: Partial<PremiumCommandOf<'premium.settle'>> = {},
  ): PremiumCommand => ({
    type: 'premium.settle',
    runId: 'aree-2',
    earlier,
    shares,
    route,
    standing: standing(...evaluated),
    staff,
    by: personale,
    at: AT,
    ...more,
  });

  it('then a later run pays what was set aside, to those whose evaluation is definitive', () => {
    expect(after().when(settle(['u-b']))).toEqual({
      events: [
        {
          type: 'premium.computed.v1',
          data: {
            runId: 'aree-2',
            planId: '2022',
            scope: { kind: 'areas' },
            fund: '250.00',
            total: '250.00',
            savings: '0.00',
            entries: [{ ...claim('b', '10', '50'), amount: '250.00', fullAmount: '500.00', ceiling: '250.00' }],
            settles: 'aree',
            period: { from: '2022-01-01', to: '2022-12-31' },
            route,
          },
        },
      ],
    });
    expect(computedBy(settle(['u-a', 'u-b']))).toMatchObject({ fund: '750.00' });
  });

  it('then that goes the way of any run, and is held back as any is', () => {
    const later = after(settle(['u-b']));
    const facts = { run: 'aree-2', persons: 'u-b', offices: 'area-b', settles: 'aree' };
    expect(later.when(propose())).toEqual({ ...missing, facts });
    expect(later.when(propose('u-b'))).toMatchObject({ events: [{ type: 'premium.proposed.v1' }, {}, {}, {}] });
  });

  it('then by the degree of today, and for a higher one as much as is set aside beyond what everybody waits for', () => {
    const amounts = (command: PremiumCommand) => computedBy(command).entries.map(({ amount }) => amount);
    const by = (a: string, b: string, more: object = {}) => ({
      earlier: { ...earlier, ...more },
      shares: [share('a', a), share('b', b)],
    });
    expect(amounts(settle(['u-b'], by('100', '33.33')))).toEqual(['166.65']);
    expect(amounts(settle(['u-b'], by('100', '100')))).toEqual(['250.00']);
    expect(amounts(settle(['u-b'], by('100', '100', { reserve: '850.00' })))).toEqual(['350.00']);
    expect(amounts(settle(['u-b'], by('100', '100', { reserve: '1000.00' })))).toEqual(['500.00']);
    expect(amounts(settle(['u-b'], by('100', '100', { reserve: '1999.00' })))).toEqual(['500.00']);
    expect(amounts(settle(['u-a', 'u-b'], by('100', '100')))).toEqual(['500.00', '250.00']);
    // what a lower degree leaves is saved, not somebody else's
    expect(amounts(settle(['u-a', 'u-b'], by('90', '100')))).toEqual(['450.00', '250.00']);
  });

  it('then what is beyond is for those who could get more, by how much that is, whoever is paid first', () => {
    const c = { ...claim('c', '10', '80'), amount: '800.00', persons: ['u-c'] };
    const three = { ...earlier, reserve: '1595.00', awaited: [...earlier.awaited, c] };
    // 45 beyond, of which b could get 250 more, c 200, and a nothing
    const amountOf = (letter: string) =>
      computedBy(settle([`u-${letter}`], { earlier: three, shares: [share(letter, '100')] })).entries[0]?.amount;
    expect(['a', 'b', 'c'].map(amountOf)).toEqual(['500.00', '275.00', '820.00']);
  });

  it('then its entries say what the full degree would get, and where no degree gets all of that, the most', () => {
    const entries = (degree: string, reserve = '750.00') =>
      computedBy(settle(['u-b'], { earlier: { ...earlier, reserve }, shares: [share('b', degree)] })).entries;
    expect(entries('0')).toMatchObject([{ amount: '0.00', fullAmount: '500.00', ceiling: '250.00' }]);
    expect(entries('80')).toMatchObject([{ amount: '250.00', fullAmount: '500.00', ceiling: '250.00' }]);
    expect(entries('50', '800.00')).toMatchObject([{ amount: '250.00', ceiling: '300.00' }]);
    expect(entries('50', '1000.00')[0]).not.toHaveProperty('ceiling');
  });

  it('then what was paid of it already is gone, and too little for what is due is refused', () => {
    const paid = (fromReserve: string) => ({
      shares: [share('a', '100', { isPaid: true, fromReserve }), share('b', '100')],
    });
    expect(computedBy(settle(['u-b'], paid('500.00')))).toMatchObject({ fund: '250.00' });
    expect(computedBy(settle(['u-b'], paid('450.00')))).toMatchObject({ fund: '250.00' });
    expect(after().when(settle(['u-b'], paid('500.01')))).toEqual({
      refusal: 'premium/reserve-too-small',
      facts: { run: 'aree', persons: 'u-b', offices: 'area-b', needed: '250.00', reserve: '249.99' },
    });
  });

  it('then nothing is paid twice, nor to whom still waits, nor by a degree that is none', () => {
    const nothing = { refusal: 'premium/nothing-to-settle', facts: { run: 'aree' } };
    const paid = shares.map((one) => ({ ...one, isPaid: true, fromReserve: '1' }));
    expect(after().when(settle(['u-a', 'u-b'], { shares: paid }))).toEqual(nothing);
    expect(after().when(settle(['u-b'], { shares: [share('b', null)] }))).toEqual(nothing);
    expect(after().when(settle([]))).toEqual({
      ...nothing,
      facts: { run: 'aree', persons: 'u-a, u-b', offices: 'area-a, area-b', needed: '750.00' },
    });
  });

  it('then not before it is liquidated, nor without a name', () => {
    expect(after().when(settle(['u-b'], { earlier: { ...earlier, liquidated: false } }))).toEqual({
      refusal: 'premium/not-liquidated',
      facts: { run: 'aree' },
    });
    expect(after().when(settle(['u-b'], { runId: ' ' }))).toMatchObject({ refusal: 'value/text-missing' });
  });

  it('then one that came back is computed anew under its name, and no other', () => {
    expect(after(settle(['u-b'])).when(settle(['u-b']))).toMatchObject({ refusal: 'premium/already-computed' });
    const back = [
      settle(['u-b']),
      propose('u-b'),
      take(ragioneria, 'controllo', [], { outcome: 'return', points: ['Capitolo'] }),
    ];
    expect(after(...back).when(settle(['u-b']))).toHaveProperty('events');
  });
});
