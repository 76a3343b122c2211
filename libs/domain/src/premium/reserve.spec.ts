import type { Staff } from '../organisation/staff.js';
import type { Outcome } from '../testing.js';
import { after, chain, claim, compute, personale, propose, staff, AT } from '../testing/premium.js';
import { tenure } from '../testing/staff.js';
import type { AwaitedEntry, PremiumCommand, PremiumCommandOf, PremiumEvent } from './messages.js';

const period = { from: '2022-01-01', to: '2022-12-31' };
const standing = (...evaluated: readonly string[]) => ({ period, evaluated });
/** The registry was handed from one office to another in the summer; the office of its area had it for no day. */
const HOLDERS = [
  { office: 'tributi', days: 200 },
  { office: 'cultura', days: 165 },
];
const everybody: Staff = {
  ...staff,
  tenures: [
    ...staff.tenures,
    tenure('u-tributi', 'tributi'),
    tenure('u-cultura', 'cultura'),
    tenure('u-sport', 'sport'),
  ],
};
const handedOver = { ...claim('affari-generali'), holders: HOLDERS };
const route = { chain, workflow: null, evaluations: true };
const computing = (evaluated: readonly string[], more: object = {}) =>
  compute('', {
    claims: [handedOver],
    route,
    evaluations: { ...standing(...evaluated), staff: everybody },
    ...more,
  });
const proposal = (evaluated: readonly string[], more: Partial<PremiumCommandOf<'premium.propose'>> = {}) =>
  propose({
    standing: {
      planStatus: 'in-force',
      degrees: { '1.1.1-affari-generali': '100', '1.1.1-sport': '100' },
      ...standing(...evaluated),
    },
    staff: everybody,
    ...more,
  });
const awaitedBy = (outcome: Outcome<PremiumEvent>): readonly AwaitedEntry[] => {
  const [event] = 'events' in outcome ? outcome.events : [];
  if (event?.type !== 'premium.computed.v1') throw new Error('It is not computed.');
  return event.data.awaited ?? [];
};

describe('who a run waits for', () => {
  it('given a share that was handed over, then who answered for it for some days, and nobody of an office that gets nothing', () => {
    expect(awaitedBy(after().when(computing([])))).toMatchObject([{ persons: ['u-tributi', 'u-cultura'] }]);
    expect(awaitedBy(after().when(computing(['u-tributi', 'u-cultura'])))).toEqual([]);
    const alone = { ...claim('affari-generali') };
    expect(awaitedBy(after().when(computing([], { claims: [alone] })))).toMatchObject([
      { persons: ['u-head', 'u-moved'] },
    ]);
  });

  it('given one of several who lacks, then the office is told that they held, and no other', () => {
    const one = { persons: 'u-cultura', offices: 'cultura', needed: '1000.00' };
    expect(after(computing(['u-tributi'])).when(proposal(['u-tributi']))).toEqual({
      refusal: 'premium/evaluations-missing',
      facts: { run: 'aree', ...one },
    });
    expect(after().when(computing(['u-tributi'], { reserve: '999.99' }))).toEqual({
      refusal: 'premium/reserve-too-small',
      facts: { run: 'aree', reserve: '999.99', ...one },
    });
    const awaited = awaitedBy(after().when(computing(['u-tributi'], { reserve: '1000' })));
    const settling: PremiumCommand = {
      type: 'premium.settle',
      runId: 'dopo',
      earlier: {
        runId: 'aree',
        planId: '2022',
        scope: { kind: 'areas' },
        reserve: '1000.00',
        awaited,
        liquidated: true,
      },
      shares: [{ shareId: '1.1.1-affari-generali', degree: '100', isPaid: false, fromReserve: '0' }],
      route,
      standing: standing('u-tributi'),
      staff: everybody,
      by: personale,
      at: AT,
    };
    expect(after().when(settling)).toEqual({
      refusal: 'premium/nothing-to-settle',
      facts: { run: 'aree', ...one },
    });
  });

  it('given somebody who left the office before the plan’s year, then it is not told for them', () => {
    const before = tenure('u-cultura', 'tributi', { from: '2021-01-01', to: '2021-12-31' });
    const of = { ...everybody, tenures: [...everybody.tenures, before] };
    expect(after(computing(['u-tributi'])).when(proposal(['u-tributi'], { staff: of }))).toMatchObject({
      facts: { offices: 'cultura' },
    });
  });
});

describe('a reserve of all that there is to divide', () => {
  const both = { claims: [claim('affari-generali'), claim('sport')] };
  const all = ['u-head', 'u-moved', 'u-sport', 'u-tributi', 'u-cultura'];
  const facts = { run: 'aree', offices: 'affari-generali, sport', reserve: '1000.00', needed: '0.00' };
  const refused = { refusal: 'premium/reserve-too-large', facts };

  it('given nobody who waits, then it is refused, for shares that earned something would be paid 0.00, and for good', () => {
    expect(after().when(computing(all, { ...both, reserve: '1000' }))).toEqual(refused);
    expect(after().when(computing(all, { ...both, reserve: '1000', route: null }))).toEqual(refused);
    expect(after().when(computing(all, { ...both, reserve: '999.98' }))).toHaveProperty('events');
  });

  it('given that some wait, then the others would be paid 0.00, and what is enough is told', () => {
    const headWaits = all.filter((one) => one !== 'u-head');
    expect(after().when(computing(headWaits, { ...both, reserve: '1000' }))).toEqual({
      ...refused,
      facts: { ...facts, offices: 'sport', needed: '500.00' },
    });
    expect(after().when(computing(headWaits, { ...both, reserve: '500' }))).toHaveProperty('events');
  });

  it('given that less is left than the least cent of a degree, then it is no better than nothing', () => {
    const low = { claims: [{ ...claim('sport'), degree: '40' }] };
    expect(after().when(computing(all, { ...low, reserve: '999.99' }))).toMatchObject({
      refusal: 'premium/reserve-too-large',
    });
    expect(after().when(computing(all, { ...low, reserve: '999.98' }))).toHaveProperty('events');
  });

  it('given that all wait, or that the others earned nothing, then nobody is paid 0.00 for it', () => {
    expect(after().when(computing([], { ...both, reserve: '1000' }))).toHaveProperty('events');
    const zero = { claims: [claim('affari-generali'), { ...claim('sport'), degree: '0' }] };
    expect(after().when(computing(['u-sport'], { ...zero, reserve: '1000' }))).toHaveProperty('events');
  });

  it('given no more than those who wait need, then it is never too large, be the fund of a few cents', () => {
    const few = { claims: [claim('affari-generali'), { ...claim('sport'), degree: '1' }], fund: '0.03' };
    expect(after().when(computing(['u-sport'], { ...few, reserve: '0.02' }))).toHaveProperty('events');
  });
});
