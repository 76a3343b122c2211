import type { RefusalCode } from '../refused.js';
import { given, type Outcome } from '../testing.js';
import { ACT, NEXT_YEAR, staff } from '../testing/example.js';
import { exampleStaff } from '../testing/staff.js';
import type { PremiumClaim, PremiumCommand, PremiumEvent } from './messages.js';
import { premium } from './premium.js';

const claim = (shareId: string, weight: string | null, degree: string | null): PremiumClaim => ({
  objectiveId: 'demo-2022-6.1.1',
  shareId,
  areaId: 'affari-generali',
  weight,
  degree,
});
const claims = [claim('b', '10', '100'), claim('a', '2.5', '80'), claim('c', '5', null), claim('d', null, '100')];

type Compute = Extract<PremiumCommand, { type: 'premium.compute' }>;
const compute = (fields: Partial<Compute> = {}): PremiumCommand => ({
  type: 'premium.compute',
  runId: 'areas-2022',
  planId: 'demo-2022',
  scope: { kind: 'areas' },
  fund: '1000',
  claims,
  by: staff,
  at: NEXT_YEAR,
  ...fields,
});
const liquidate = (act = ACT, by = staff, onBehalfOf: string | null = null): PremiumCommand => ({
  type: 'premium.liquidate',
  act,
  staff: exampleStaff,
  onBehalfOf,
  by,
  at: NEXT_YEAR,
});

const standing = { planStatus: 'in-force', degrees: {}, period: { from: '2022-01-01', to: '2022-12-31' } } as const;

const entries = [
  { ...claim('a', '2.5', '80'), amount: '114.29' },
  { ...claim('b', '10', '100'), amount: '571.42' },
  { ...claim('c', '5', null), amount: '0.00' },
];
const computed = {
  type: 'premium.computed.v1',
  data: {
    runId: 'areas-2022',
    planId: 'demo-2022',
    scope: { kind: 'areas' },
    fund: '1000.00',
    total: '685.71',
    savings: '314.29',
    entries,
  },
} as const satisfies PremiumEvent;
const liquidated: PremiumEvent = {
  type: 'premium.liquidated.v1',
  data: { runId: 'areas-2022', planId: 'demo-2022', act: ACT, entries },
};

const run = given(premium);

describe('a premium run', () => {
  it('given weighted shares, when computed, then weight × degree earns, the unscored part is saved, and shares without weight stay out', () => {
    // 12,000 of 17,500 points earned: 685.714… euros
    expect(run().when(compute())).toEqual({ events: [computed] });
  });

  it('given the same claims in another order, when computed, then the event is the same', () => {
    expect(run().when(compute({ claims: claims.toReversed() }))).toEqual({ events: [computed] });
  });

  it('given a share with money of its own, when computed, then its degree alone decides', () => {
    const outcome = run().when(compute({ scope: { kind: 'share', shareId: 'a' }, fund: '1234.56' }));
    expect(outcome).toMatchObject({
      events: [{ data: { total: '987.65', savings: '246.91', entries: [{ shareId: 'a', amount: '987.65' }] } }],
    });
  });

  it('given a share without weight, when its own fund is computed, then it is paid', () => {
    const outcome = run().when(compute({ scope: { kind: 'share', shareId: 'd' }, fund: '500' }));
    expect(outcome).toMatchObject({ events: [{ data: { total: '500.00', savings: '0.00' } }] });
  });

  it('given a reserve, when computed, then it is set aside and the rest is divided', () => {
    const outcome = run().when(compute({ fund: '1200', reserve: '200' }));
    expect(outcome).toEqual({
      events: [{ ...computed, data: { ...computed.data, fund: '1200.00', reserve: '200.00' } }],
    });
  });

  it('given a share that changed hands, when computed, then each office has its days and its part', () => {
    const holders = [
      { office: 'affari-generali', days: 100 },
      { office: 'tributi', days: 100 },
    ];
    const outcome = run().when(compute({ claims: [{ ...claim('a', '1', '100'), holders }], fund: '100.01' }));
    expect(outcome).toMatchObject({
      events: [
        {
          data: {
            entries: [
              {
                amount: '100.01',
                credits: [
                  { office: 'affari-generali', days: 100, amount: '50.01' },
                  { office: 'tributi', days: 100, amount: '50.00' },
                ],
              },
            ],
          },
        },
      ],
    });
  });

  it('given the Segretario’s fund, when computed, then his weighted shares divide it', () => {
    const outcome = run().when(compute({ scope: { kind: 'segretario' }, claims: [claim('s', '20', '97.5')] }));
    expect(outcome).toMatchObject({ events: [{ data: { total: '975.00', savings: '25.00' } }] });
  });

  it('given a computed run, when liquidated by an act, then its entries are final', () => {
    expect(run(computed).when(liquidate())).toEqual({ events: [liquidated] });
  });

  it('given an event newer than this code, when replayed, then the state stays', () => {
    const newer: PremiumEvent = JSON.parse('{"type":"premium.reversed.v1","data":{}}');
    expect(premium.evolve(run(computed).state, newer)).toEqual(run(computed).state);
  });

  const refusals: Partial<Record<RefusalCode, readonly Outcome<PremiumEvent>[]>> = {
    'premium/already-computed': [run(computed).when(compute()), run(computed, liquidated).when(compute())],
    'premium/not-computed': [
      run().when(liquidate()),
      run().when({ type: 'premium.propose', documents: [], standing, staff: exampleStaff, by: staff, at: NEXT_YEAR }),
    ],
    'premium/no-chain': [
      run(computed).when({
        type: 'premium.propose',
        documents: [],
        standing,
        staff: exampleStaff,
        by: staff,
        at: NEXT_YEAR,
      }),
    ],
    'premium/already-liquidated': [run(computed, liquidated).when(liquidate())],
    'premium/signer-is-paid': [
      run(computed).when(liquidate(ACT, { id: 'u-x', office: 'affari-generali' })),
      run(computed).when(liquidate(ACT, staff, 'u-head')),
    ],
    'premium/no-claims': [
      run().when(compute({ claims: [] })),
      run().when(compute({ claims: [claim('d', null, '100')] })),
      run().when(compute({ scope: { kind: 'share', shareId: 'unknown' } })),
    ],
  };
  it.each(Object.entries(refusals))('given a reason for %s, when commanded, then it is refused', (code, outcomes) => {
    expect(outcomes).toEqual(outcomes.map(() => expect.objectContaining({ refusal: code })));
  });

  it.each<[RefusalCode, PremiumCommand]>([
    ['value/not-a-decimal', compute({ fund: '1.000,00' })],
    ['value/out-of-range', compute({ fund: '-1' })],
    ['value/out-of-range', compute({ reserve: '1000.01' })],
    ['value/out-of-range', compute({ claims: [claim('a', '0', '100')] })],
    ['value/out-of-range', compute({ claims: [claim('a', '5', '100.01')] })],
    ['value/not-unique', compute({ claims: [claim('a', '5', '1'), claim('a', '5', '1')] })],
    ['value/text-missing', compute({ runId: ' ' })],
    ['value/text-missing', compute({ planId: '' })],
  ])('given a fault in what is claimed, when computed, then %s', (code, command) => {
    expect(run().when(command)).toMatchObject({ refusal: code });
  });

  it.each<[RefusalCode, typeof ACT]>([
    ['value/text-missing', { ...ACT, number: '' }],
    ['value/not-a-date', { ...ACT, date: '2023-02-29' }],
    ['value/out-of-range', { ...ACT, date: '2023-01-21' }],
  ])('given a doubtful act, when liquidated, then %s', (code, act) => {
    expect(run(computed).when(liquidate(act))).toMatchObject({ refusal: code });
  });

  it('given a run computed before, when replayed from JSON, then the state is the same', () => {
    const replayed = JSON.parse(JSON.stringify([computed, liquidated])) as PremiumEvent[];
    expect(run(...replayed).state).toEqual(run(computed, liquidated).state);
  });
});
