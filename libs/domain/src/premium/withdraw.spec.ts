import type { RefusalCode } from '../refused.js';
import type { Outcome } from '../testing.js';
import {
  after,
  AT,
  check,
  compute,
  DETERMINA,
  liquidate,
  personale,
  propose,
  sentBack,
  sign,
  staff,
  types,
} from '../testing/premium.js';
import { tenure } from '../testing/staff.js';
import type { PremiumCommand, PremiumCommandOf, PremiumEvent } from './messages.js';

const withdraw = (more: Partial<PremiumCommandOf<'premium.withdraw'>> = {}): PremiumCommand => ({
  type: 'premium.withdraw',
  reason: 'Grado corretto',
  act: null,
  staff,
  by: personale,
  at: AT,
  ...more,
});

describe('a premium run that is taken back', () => {
  const ANNULS = { kind: 'DET', number: '55', date: '2023-03-20' };
  const authorised = [compute(), propose(), check, sign()];
  const annul = withdraw({ act: ANNULS });

  it('given an authorised run, when annulled by an act, then with its reason, and the run of its name is computed and authorised anew', () => {
    const data = { runId: 'aree', planId: '2022', withdrawnBy: 'u-personale', reason: 'Grado corretto', act: ANNULS };
    expect(after(...authorised).when(annul)).toEqual({ events: [{ type: 'premium.withdrawn.v1', data }] });
    expect(types(after(...authorised, annul).when(compute()))).toEqual(['computed.v1']);
    const anew = after(...authorised, annul, compute(), propose(), check, sign());
    expect(anew.state).toMatchObject({ withdrawn: false, authorisedBy: DETERMINA });
    expect(types(anew.when(liquidate()))).toEqual(['liquidated.v1']);
  });

  it('given a day that is told, then whoever was paid that day neither takes back nor liquidates, nor whoever came later', () => {
    const was = tenure(personale.id, 'affari-generali', { from: '2023-03-21', to: '2023-03-22' });
    const others = staff.tenures.filter(({ person }) => person !== personale.id);
    const is = tenure(personale.id, 'personale', { from: '2023-03-22' });
    const more = (on: string) => ({
      staff: { ...staff, day: '2023-03-30', tenures: [...others, was, is] },
      on,
      at: '2023-03-30T09:00:00.000Z',
    });
    for (const paying of [liquidate, (told: object) => withdraw({ act: ANNULS, ...told })]) {
      expect(types(after(...authorised).when(paying(more('2023-03-22'))))).toBe('premium/signer-is-paid');
      expect(after(...authorised).when(paying({ ...more('2023-03-23') }))).toHaveProperty('events');
      expect(after(...authorised).when(paying(more('2023-03-20')))).toMatchObject({
        refusal: 'value/before-its-fact',
        facts: { needs: 'tenure', min: '2023-03-22' },
      });
    }
    const proposes = (on: string) => after(compute()).when(propose(more(on)));
    expect(types(proposes('2023-03-22'))).toBe('premium/signer-is-paid');
    expect(proposes('2023-03-23')).toHaveProperty('events');
  });

  it('given a run that no act has authorised, when taken back, then without an act', () => {
    for (const before of [[compute()], [compute(), propose()], sentBack]) {
      expect(types(after(...before).when(withdraw()))).toEqual(['withdrawn.v1']);
    }
  });

  it.each<[string, Outcome<PremiumEvent>, RefusalCode, object]>([
    ['none', after().when(withdraw()), 'premium/not-computed', {}],
    ['liquidated', after(...authorised, liquidate()).when(annul), 'premium/already-liquidated', { run: 'aree' }],
    ['taken back already', after(...authorised, annul).when(annul), 'premium/withdrawn', { run: 'aree' }],
    ['taken back, and liquidated', after(...authorised, annul).when(liquidate()), 'premium/withdrawn', { run: 'aree' }],
    ['taken back, and proposed', after(compute(), withdraw()).when(propose()), 'premium/withdrawn', { run: 'aree' }],
    [
      'taken back, and checked',
      after(compute(), propose(), withdraw()).when(check),
      'approval/not-open',
      { status: 'none' },
    ],
    [
      'liquidated, and checked',
      after(...authorised, liquidate()).when(check),
      'approval/not-open',
      { status: 'approved' },
    ],
    ['annulled without an act', after(...authorised).when(withdraw()), 'approval/act-missing', { kinds: '' }],
    [
      'annulled by an act of tomorrow',
      after(...authorised).when(withdraw({ act: { ...ANNULS, date: '2023-03-21' } })),
      'value/out-of-range',
      { field: 'act.date', value: '2023-03-21', today: '2023-03-20' },
    ],
    ['without a reason', after(compute()).when(withdraw({ reason: ' ' })), 'value/text-missing', { field: 'reason' }],
    [
      'annulled by who is paid',
      after(...authorised).when(withdraw({ act: ANNULS, by: { ...personale, id: 'u-head' } })),
      'premium/signer-is-paid',
      { office: 'personale', rule: 'own-office' },
    ],
    [
      'annulled in the place of who is paid',
      after(...authorised).when(withdraw({ act: ANNULS, onBehalfOf: 'u-moved' })),
      'premium/signer-is-paid',
      { office: 'personale', rule: 'beneficiary' },
    ],
  ])('given a run that is %s, when commanded, then it is refused', (_, outcome, refusal, facts) => {
    expect(outcome).toEqual({ refusal, facts });
  });
});
