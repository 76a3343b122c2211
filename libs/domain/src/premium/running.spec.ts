import type { Staff } from '../organisation/staff.js';
import {
  after,
  AT,
  check,
  claim,
  compute,
  DETERMINA,
  personale,
  propose,
  sign,
  staff,
  types,
  vice,
  liquidate,
} from '../testing/premium.js';
import { delegation, tenure } from '../testing/staff.js';
import type { PremiumCommand, PremiumCommandOf } from './messages.js';

const standing = (area: string) => ({
  planStatus: 'in-force' as const,
  degrees: { [`1.1.1-${area}`]: '100' },
  period: { from: '2022-01-01', to: '2022-12-31' },
});
/** Of a body where the Vicesegretario stands in for whoever runs premiums. */
const own = tenure('u-personale', 'personale', { roles: ['personale'] });
const bodied = (more: Partial<Staff> = {}): Staff => ({
  ...staff,
  tenures: [...staff.tenures.filter(({ person }) => person !== 'u-personale'), own],
  payerInstead: { office: 'vicesegretario' },
  ...more,
});
const withdraw = (more: Partial<PremiumCommandOf<'premium.withdraw'>> = {}): PremiumCommand => ({
  type: 'premium.withdraw',
  reason: 'Grado corretto',
  act: null,
  staff: bodied(),
  by: personale,
  at: AT,
  ...more,
});
const byVice = { by: vice, standsIn: true } as const;

describe('a run that pays whoever runs premiums', () => {
  const paying = compute('personale');
  const proposal = (more: object = {}) => propose({ standing: standing('personale'), staff: bodied(), ...more });

  it('given a substitute that the workflow names, then they propose it and take it back, and who is paid is told who may', () => {
    const told = {
      refusal: 'premium/signer-is-paid',
      facts: { office: 'personale', rule: 'own-office', who: 'vicesegretario' },
    };
    expect(after(paying).when(proposal())).toEqual(told);
    expect(after(paying).when(proposal(byVice))).toHaveProperty('events');
    expect(after(paying).when(withdraw())).toEqual(told);
    expect(types(after(paying).when(withdraw(byVice)))).toEqual(['withdrawn.v1']);
    expect(after(paying, proposal(byVice)).when(withdraw())).toMatchObject({ facts: { who: 'vicesegretario' } });
  });

  it.each([
    ['holds the office that is paid', 'own-office', { tenures: [tenure('u-x', 'affari-generali')] }],
    ['held it in the year', 'beneficiary', { tenures: [tenure('u-x', 'affari-generali', { to: '2022-06-30' })] }],
    [
      'acts for whoever holds it',
      'delegate',
      { delegations: [delegation('d-1', 'affari-generali', 'u-x', { until: '2023-12-31' })] },
    ],
  ])(
    'given who %s, then %s is told of the proposal, the withdrawal and the liquidation alike',
    (_, rule, { tenures = [], delegations = [] }: Partial<Staff>) => {
      const by = { id: 'u-x', office: 'personale' };
      const told = bodied({ tenures: [...bodied().tenures, ...tenures, tenure('u-x', 'personale')], delegations });
      const refused = { refusal: 'premium/signer-is-paid', facts: { office: 'personale', rule } };
      expect(after(compute()).when(propose({ staff: told, by }))).toMatchObject(refused);
      const authorised = [compute(), propose({ staff: told }), check, sign()];
      expect(after(...authorised).when(withdraw({ staff: told, by, act: DETERMINA }))).toMatchObject(refused);
      expect(after(...authorised).when(liquidate({ staff: told, by }))).toMatchObject(refused);
    },
  );

  it('given no substitute, or one that is paid too, then nobody is left, and that is said before anything is signed', () => {
    const none = { refusal: 'premium/nobody-may-sign', facts: { offices: 'personale' } };
    const { payerInstead: _, ...without } = bodied();
    expect(after(paying).when(proposal({ staff: without }))).toEqual(none);
    expect(after(paying).when(withdraw({ staff: without }))).toEqual(none);
    const paid = tenure('u-vice', 'personale', { from: '2022-02-01', to: '2022-03-01' });
    const both = bodied({
      tenures: [
        ...bodied().tenures.filter(({ person }) => person !== 'u-vice'),
        tenure('u-vice', 'vicesegretario'),
        paid,
      ],
    });
    const neither = { ...none, facts: { offices: 'personale, vicesegretario' } };
    expect(after(paying).when(proposal({ staff: both }))).toEqual(neither);
    expect(after(paying).when(proposal({ staff: both, ...byVice }))).toEqual(neither);
  });

  it('given that it pays others too, then those are told whom the workflow names, and no other', () => {
    const areas = ['affari-generali', 'personale', 'tributi'];
    const more = compute('', { claims: areas.map(claim) });
    const degrees = Object.fromEntries(areas.map((area) => [`1.1.1-${area}`, '100']));
    const asked = proposal({
      standing: { ...standing('personale'), degrees },
      staff: bodied({ payerInstead: { office: 'tributi' } }),
    });
    expect(after(more).when(asked)).toEqual({
      refusal: 'premium/nobody-may-sign',
      facts: { offices: 'personale, tributi' },
    });
  });

  it('given a second holder of the role who is not paid, then it is for them, and nobody stands in', () => {
    const second = tenure('u-second', 'stipendi', { roles: ['personale'] });
    const two = bodied({ tenures: [...bodied().tenures, second] });
    expect(after(paying).when(proposal({ staff: two }))).toMatchObject({ facts: { who: 'stipendi' } });
    expect(after(paying).when(proposal({ staff: two, ...byVice }))).toEqual({
      refusal: 'lifecycle/not-yours',
      facts: { office: 'vicesegretario', who: 'stipendi' },
    });
    expect(after(paying).when(proposal({ staff: two, by: { id: 'u-second', office: 'stipendi' } }))).toHaveProperty(
      'events',
    );
  });

  it('given a run that does not pay them, then whoever the file alone lets stand in does none of it, nor computes any', () => {
    const refused = { refusal: 'lifecycle/not-yours', facts: { office: 'vicesegretario', who: 'personale' } };
    const usual = propose({ staff: bodied(), ...byVice });
    expect(after(compute()).when(usual)).toEqual(refused);
    expect(after(compute()).when(withdraw(byVice))).toEqual(refused);
    expect(after().when(compute('personale', byVice))).toEqual(refused);
  });

  it('given who may liquidate it, then who is paid and tries is told', () => {
    const authorised = [compute(), propose(), check, sign()];
    const payer = (payers: readonly string[]) => ({
      by: { id: 'u-head', office: 'affari-generali' },
      standing: { degrees: standing('affari-generali').degrees, payers },
    });
    expect(after(...authorised).when(liquidate(payer(['personale'])))).toMatchObject({
      refusal: 'premium/signer-is-paid',
      facts: { who: 'personale' },
    });
  });
});
