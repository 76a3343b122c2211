import { adjust, after, approve, define, liquidate, reopen, score, upTo } from '../testing/commands.js';
import { giunta, head, NOTED, nucleo } from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import { usualLifecycle } from './usual-lifecycle.js';

const judgedAgain = [
  approve(),
  approve({ step: 'certificazione', by: nucleo }),
  approve({ step: 'presa-atto', by: giunta, act: NOTED }),
];
const who = [{ office: 'vicesegretario' }, { office: 'affari-generali' }];
const transitions = usualLifecycle.transitions.map((one) => (one.verb === 'liquidate' ? { ...one, who } : one));
const named = define({ workflow: { ...usualLifecycle, transitions } });

describe('how much an adjustment may make of what was paid', () => {
  const again = (degree: string) => [...judgedAgain, score({ degree, reason: 'conteggio corretto' })];
  const life = (degree: string, amount = '1234.50') => [
    ...upTo.scored,
    liquidate({ amount }),
    reopen(),
    ...again(degree),
  ];
  const judged = (degree: string, paid?: string) => after(...life(degree, paid));

  it('given a lower degree, then as much as that makes of what was paid, and not a cent more', () => {
    const lower = judged('80'); // it was paid by 95
    expect(lower.when(adjust({ amount: '1039.58' }))).toHaveProperty('events.0.data.after', '1039.58');
    expect(lower.when(adjust({ amount: '1039.59' }))).toEqual({
      refusal: 'objective/adjusted-above-degree',
      facts: {
        field: 'amount',
        share: '6.1.1-affari-generali',
        value: '1039.59',
        max: '1039.58',
        paid: '1234.50',
        from: '95',
        to: '80',
      },
    });
    expect(lower.when(adjust({ amount: '0' }))).toHaveProperty('events');
  });

  it('given a degree of 0, then nothing is left of it', () => {
    expect(judged('0').when(adjust({ amount: '0.01' }))).toMatchObject({ facts: { max: '0.00' } });
    expect(judged('0').when(adjust({ amount: '0' }))).toHaveProperty('events');
  });

  it('given that it was adjusted before and is judged once more, then what the run paid counts, by its degree: an amount too low is put right', () => {
    const twice = after(
      ...life('80'),
      adjust({ amount: '800' }),
      reopen({ act: { kind: 'DGC', number: '9', date: '2023-01-20' } }),
      ...again('40'),
    );
    expect(twice.when(adjust({ runId: 'x', amount: '519.80' }))).toMatchObject({
      facts: { max: '519.79', paid: '1234.50', from: '95' },
    });
    expect(twice.when(adjust({ runId: 'x', amount: '519.79' }))).toHaveProperty('events.0.data.before', '800.00');
  });

  it('given that it was paid nothing, then there is nothing to adjust, and a run pays it as any other', () => {
    const nothing = judged('80', '0');
    expect(nothing.when(adjust())).toMatchObject({ refusal: 'objective/nothing-to-adjust' });
    expect(nothing.when(liquidate({ runId: 'other', amount: '10' }))).toHaveProperty('events');
  });
});

describe('adjusting what was paid, under a definition that names who liquidates', () => {
  const scored = after(
    named,
    ...upTo.liquidated.slice(1),
    reopen(),
    ...judgedAgain,
    score({ degree: '80', reason: 'conteggio corretto' }),
  );
  const vice = { id: 'u-vice', office: 'vicesegretario' };
  const asked = (by: Actor, more: object = {}) => scored.when(adjust({ by, staff: exampleStaff, ...more }));

  it('given an office that is not named, then it is refused with those that are', () => {
    expect(asked({ id: 'u-personale', office: 'personale' })).toEqual({
      refusal: 'lifecycle/not-yours',
      facts: { verb: 'liquidate', office: 'personale', who: 'vicesegretario, affari-generali' },
    });
  });

  it('given an act of a kind that the definition does not pay by, then it is refused as a liquidation is', () => {
    const byAct = usualLifecycle.transitions.map((one) =>
      one.verb === 'liquidate' ? { ...one, who, act: { kinds: ['determina'] } } : one,
    );
    const paid = after(
      define({ workflow: { ...usualLifecycle, transitions: byAct } }),
      ...upTo.liquidated.slice(1),
      reopen(),
      ...judgedAgain,
      score({ degree: '80', reason: 'conteggio corretto' }),
    );
    const act = { kind: 'DGC', number: '7', date: '2023-01-20' };
    expect(paid.when(adjust({ by: vice, staff: exampleStaff, act }))).toEqual({
      refusal: 'lifecycle/act-of-another-kind',
      facts: { verb: 'liquidate', kind: 'DGC', kinds: 'determina' },
    });
    expect(paid.when(adjust({ by: vice, staff: exampleStaff }))).toHaveProperty('events');
  });

  it('given who is paid for the share, or acts in the place of one who is, then it is refused though they are named', () => {
    expect(asked(head)).toEqual({
      refusal: 'premium/signer-is-paid',
      facts: { office: 'affari-generali', rule: 'beneficiary' },
    });
    expect(asked(vice, { onBehalfOf: head.id })).toMatchObject({ refusal: 'premium/signer-is-paid' });
  });

  it('given who answered for the share for a part of the plan’s time, then it is refused; before it, it is not', () => {
    const once = (from: string, to: string) => ({
      staff: { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure('u-vice', 'affari-generali', { from, to })] },
    });
    expect(asked(vice, once('2022-01-01', '2022-06-30'))).toMatchObject({ refusal: 'premium/signer-is-paid' });
    expect(asked(vice, once('2021-01-01', '2021-12-31'))).toHaveProperty('events');
    expect(asked(vice)).toHaveProperty('events');
  });
});
