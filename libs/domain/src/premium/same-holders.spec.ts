import { after, check, compute, DETERMINA, liquidate, propose, sign } from '../testing/premium.js';
import type { HeldFor } from './messages.js';

const SHARE = '1.1.1-affari-generali';
const claimOf = (holders: readonly HeldFor[], degree: string | null = '100') => ({
  claims: [
    { objectiveId: '2022-1.1.1', shareId: SHARE, areaId: 'affari-generali', weight: '10', degree, holders },
    { objectiveId: '2022-1.1.1', shareId: 'altra', areaId: 'tributi', weight: '10', degree: '100' },
  ],
});
const handedOver = [
  { office: 'affari-generali', days: 200 },
  { office: 'tributi', days: 165 },
];
const standing = (holders: readonly HeldFor[] | null, degree: string | null = '100') => ({
  planStatus: 'in-force' as const,
  degrees: { [SHARE]: degree, altra: '100' },
  period: { from: '2022-01-01', to: '2022-12-31' },
  ...(holders !== null && { holders: { [SHARE]: holders } }),
});
const refused = { refusal: 'premium/holders-changed', facts: { run: 'aree', share: SHARE } };

describe('who answered for the shares of a run', () => {
  const computed = after(compute('', claimOf(handedOver)));

  it('given the same offices for the same days, then it goes on', () => {
    expect(computed.when(propose({ standing: standing(handedOver) }))).toHaveProperty('events');
    expect(computed.when(propose({ standing: standing(null) }))).toHaveProperty('events');
  });

  it.each([
    [
      'for other days',
      [
        { office: 'affari-generali', days: 100 },
        { office: 'tributi', days: 265 },
      ],
    ],
    [
      'by another office',
      [
        { office: 'affari-generali', days: 200 },
        { office: 'urbanistica', days: 165 },
      ],
    ],
    ['by its area alone', [{ office: 'affari-generali', days: 365 }]],
    ['by one more', [...handedOver, { office: 'urbanistica', days: 3 }]],
  ])(
    'given a share that was answered for %s since, then it is not proposed, and what is authorised not liquidated',
    (_, now) => {
      expect(computed.when(propose({ standing: standing(now) }))).toEqual(refused);
      const authorised = after(
        compute('', claimOf(handedOver)),
        propose({ standing: standing(handedOver) }),
        check,
        sign(),
      );
      expect(authorised.when(liquidate({ act: DETERMINA, standing: standing(now) }))).toEqual(refused);
    },
  );

  it('given a share without a degree, then nobody is paid for it, whoever has it', () => {
    const never = after(compute('', claimOf(handedOver, null)));
    expect(never.when(propose({ standing: standing([], null) }))).toHaveProperty('events');
  });
});
