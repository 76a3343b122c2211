import { adjust, after, approve, define, liquidate, reopen, score, upTo } from '../testing/commands.js';
import { eventsOf, given } from '../testing/given.js';
import { giunta, head, NOTED, nucleo } from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import { objective } from './objective.js';
import { usualLifecycle } from './usual-lifecycle.js';

const judgedAgain = [
  approve(),
  approve({ step: 'certificazione', by: nucleo }),
  approve({ step: 'presa-atto', by: giunta, act: NOTED }),
];
const who = [{ office: 'vicesegretario' }, { office: 'affari-generali' }];
const transitions = usualLifecycle.transitions.map((one) => (one.verb === 'liquidate' ? { ...one, who } : one));
const named = define({ workflow: { ...usualLifecycle, transitions } });

const ANOTHER = { kind: 'DGC', number: '9', date: '2023-01-20' };

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
    const twice = after(...life('80'), adjust({ amount: '800' }), reopen({ act: ANOTHER }), ...again('40'));
    expect(twice.when(adjust({ runId: 'x', amount: '519.80' }))).toMatchObject({
      facts: { max: '519.79', paid: '1234.50', from: '95' },
    });
    expect(twice.when(adjust({ runId: 'x', amount: '519.79' }))).toHaveProperty('events.0.data.before', '800.00');
  });

  it('given that it was adjusted since, then it says what was paid last too', () => {
    const twice = after(...life('80'), adjust({ amount: '800' }), reopen({ act: ANOTHER }), ...again('40'));
    expect(twice.when(adjust({ runId: 'x', amount: '600' }))).toMatchObject({
      facts: { paid: '1234.50', from: '95', last: '800.00' },
    });
    expect(judged('80').when(adjust({ amount: '1100' }))).not.toHaveProperty('facts.last');
  });

  it('given that all of it was recovered, then what the first run paid counts still, and no run pays it as if it never had', () => {
    const recovered = after(...life('0'), adjust({ amount: '0' }), reopen({ act: ANOTHER }), ...again('50'));
    expect(recovered.when(liquidate({ runId: 'other', amount: '12963.44' }))).toEqual({
      refusal: 'objective/adjustment-needed',
      facts: { share: '6.1.1-affari-generali', run: 'adjustment-2022' },
    });
    expect(recovered.when(adjust({ runId: 'x', amount: '649.75' }))).toMatchObject({ facts: { max: '649.74' } });
    expect(recovered.when(adjust({ runId: 'x', amount: '649.74' }))).toMatchObject({
      events: [{ data: { before: '0.00', after: '649.74' } }],
    });
  });

  it('given that a run paid it nothing though it had a degree, then nothing is due by any other', () => {
    const nothing = judged('80', '0');
    expect(nothing.when(liquidate({ runId: 'other', amount: '10' }))).toMatchObject({
      refusal: 'objective/adjustment-needed',
    });
    expect(nothing.when(adjust({ amount: '0.01' }))).toMatchObject({ facts: { max: '0.00' } });
    expect(nothing.when(adjust({ amount: '0' }))).toHaveProperty('events');
  });

  it('given that it was paid by a degree of 0, then as much is due as the run would have paid by the degree of now', () => {
    const of = (degree: string, fullAmount?: string) => [
      ...upTo.approved,
      score({ degree: '0', reason: 'nulla' }),
      liquidate({ amount: '0', ...(fullAmount !== undefined && { fullAmount }) }),
      reopen(),
      ...again(degree),
    ];
    const better = after(...of('50', '786.55'));
    expect(better.when(liquidate({ runId: 'other', amount: '10' }))).toHaveProperty('refusal');
    expect(better.when(adjust({ amount: '393.29' }))).toMatchObject({
      facts: { max: '393.28', paid: '0.00', from: '0', to: '50', full: '786.55' },
    });
    expect(better.when(adjust({ amount: '393.28' }))).toHaveProperty('events');
    // a log of before says nothing of it: accounting checks it, as it does any run
    expect(after(...of('50')).when(adjust({ amount: '393.29' }))).toHaveProperty('events');
  });

  it('given that a reserve paid it, then the full degree is the measure, and no degree makes more than the reserve has for it', () => {
    const settled = { fullAmount: '1000.00', ceiling: '800.00' };
    const lifeOf = (first: string, amount: string, now: string) => [
      ...upTo.approved,
      score({ degree: first, reason: 'conteggio' }),
      liquidate({ amount, ...settled }),
      reopen(),
      ...again(now),
    ];
    const most = (...life: Parameters<typeof lifeOf>) => after(...lifeOf(...life)).when(adjust({ amount: '1000.01' }));
    for (const [first, amount] of [
      ['0', '0'],
      ['1', '10'],
      ['80', '800'],
      ['100', '800'],
    ] as const) {
      expect(most(first, amount, '100')).toMatchObject({
        facts: { max: '800.00', full: '1000.00', ceiling: '800.00' },
      });
      expect(most(first, amount, '90')).toMatchObject({ facts: { max: '800.00' } });
      expect(most(first, amount, '70')).toMatchObject({ facts: { max: '700.00' } });
      expect(most(first, amount, '70')).not.toHaveProperty('facts.ceiling');
    }
    const adjusted = after(...lifeOf('0', '0', '100'), adjust({ amount: '800' }), reopen({ act: ANOTHER }));
    expect(adjusted.state.shares[0]?.adjusting).toMatchObject({ byRun: '0.00', amount: '800.00', ...settled });
  });

  it('given a log of before, in which a run paid what had been recovered, then that payment is the one that counts', () => {
    const REVIEWED = { kind: 'DGC', number: '10', date: '2023-01-20' };
    const events = eventsOf(objective, ...life('0'), adjust({ amount: '0' }), reopen({ act: ANOTHER }), ...again('50'));
    const paidAnew = {
      type: 'objective.premium-liquidated.v1',
      data: { shareId: '6.1.1-affari-generali', runId: 'other', amount: '500.00' },
    } as const;
    const since = given(objective)(...events, paidAnew).when(reopen({ act: REVIEWED }));
    expect(since).toMatchObject({ events: [{ type: 'objective.reopened.v1' }] });
    const [reopened] = 'events' in since ? since.events : [];
    if (reopened === undefined) throw new Error('It was not reopened.');
    expect(given(objective)(...events, paidAnew, reopened).state.shares[0]?.adjusting).toEqual({
      degree: '50',
      byRun: '500.00',
      runId: 'other',
      amount: '500.00',
    });
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
      facts: { office: 'affari-generali', rule: 'own-office' },
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
