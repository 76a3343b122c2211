import { nextActOf } from './next-act.js';

const act = { kind: 'DET', number: '9', date: '2023-06-01' };
const run = {
  status: 'computed',
  entries: [{ degree: '100' }],
  awaited: [],
  approvalId: 'premium~areas-2022~premium-run',
  changed: [],
  reserve: '0.00',
  act: null,
} as const;
const owed = { degree: '100', missing: [], paidBy: null };

describe('what a run asks of whoever runs premiums', () => {
  it.each([
    ['computed', 'propose', run],
    ['computed where the body approves no runs', 'liquidate', { ...run, approvalId: null }],
    ['a forecast', 'compute', { ...run, entries: [{ degree: null }] }],
    [
      'a forecast of what others have paid since',
      'withdraw',
      { ...run, entries: [{ degree: null }], isPaidByOthers: true },
    ],
    ['with a step of its chain', null, { ...run, status: 'proposed' }],
    ['sent back', 'compute', { ...run, status: 'returned', changed: ['2.1.1-polizia'] }],
    ['rejected', 'compute', { ...run, status: 'rejected' }],
    ['authorised', 'liquidate', { ...run, status: 'authorised', act }],
    ['liquidated', null, { ...run, status: 'liquidated', act }],
    [
      'liquidated with a reserve for somebody',
      'settle',
      { ...run, status: 'liquidated', reserve: '9.00', awaited: [owed] },
    ],
  ] as const)('given it is %s, then %s', (_, next, standing) => {
    expect(nextActOf(standing)).toBe(next);
  });

  it('given its degrees have changed, then it is taken back before it is paid: by an act where one authorised it', () => {
    const changed = ['2.1.1-polizia'];
    expect(nextActOf({ ...run, changed })).toBe('withdraw');
    expect(nextActOf({ ...run, changed, status: 'proposed' })).toBe('withdraw');
    expect(nextActOf({ ...run, changed, status: 'authorised', act })).toBe('annul');
  });
});
