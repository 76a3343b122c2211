import type { Staff, Tenure } from '../organisation/staff.js';
import { eventsOf, given } from '../testing/given.js';
import {
  after,
  check,
  compute,
  DETERMINA,
  liquidate,
  personale,
  propose,
  ragioneria,
  segretario,
  sign,
  staff,
  take,
  vice,
} from '../testing/premium.js';
import { delegation, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import { premium } from './premium.js';

const AREA = 'affari-generali';
/** As it is known once a tenure of the paid area is recorded. */
const knowing = (...told: readonly Tenure[]): Staff => ({ ...staff, tenures: [...staff.tenures, ...told] });
const headed = ({ id }: Actor, from = '2022-03-01', to = '2022-04-30') => knowing(tenure(id, AREA, { from, to }));
const paid = { refusal: 'approval/own-report', facts: { rule: 'beneficiary' } };
const unsigned = { refusal: 'premium/signer-is-paid', facts: { rule: 'beneficiary' } };

const proposed = after(compute(), propose());
const checked = after(compute(), propose(), check);
const authorised = after(compute(), propose(), check, sign());

describe('a tenure that is recorded once a run is proposed', () => {
  it('given who checks it, then the run pays them: the substitute checks it in their place', () => {
    const of = headed(ragioneria);
    expect(proposed.when(take(ragioneria, 'controllo', {}, of))).toMatchObject(paid);
    expect(proposed.when(take(segretario, 'controllo', {}, of))).toMatchObject({
      events: [{ data: { rerouted: { from: 'ragioneria', rule: 'beneficiary' } } }, {}],
    });
  });

  it('given who signs it, then another one does', () => {
    const of = headed(segretario);
    expect(checked.when(take(segretario, 'liquidazione', { act: DETERMINA }, of))).toMatchObject(paid);
    expect(checked.when(take(vice, 'liquidazione', { act: DETERMINA }, of))).toHaveProperty('events');
  });

  it('given the substitute too, then nobody checks it', () => {
    const of = knowing(
      ...[ragioneria, segretario].map(({ id }) => tenure(id, AREA, { from: '2022-03-01', to: '2022-04-30' })),
    );
    for (const by of [ragioneria, segretario])
      expect(proposed.when(take(by, 'controllo', {}, of))).toMatchObject({ refusal: 'approval/no-substitute' });
  });

  it('given who liquidates or takes it back, then they may not', () => {
    const of = headed(personale);
    expect(authorised.when(liquidate({ staff: of }))).toMatchObject(unsigned);
    const withdrawal = {
      type: 'premium.withdraw',
      reason: 'Errore',
      by: personale,
      at: '2023-03-20T09:00:00.000Z',
    } as const;
    expect(proposed.when({ ...withdrawal, act: null, staff: of })).toMatchObject(unsigned);
    expect(authorised.when({ ...withdrawal, act: DETERMINA, staff: of })).toMatchObject(unsigned);
    expect(authorised.when({ ...withdrawal, act: DETERMINA, staff })).toHaveProperty('events');
  });

  it('given who acts for somebody who held it, then they are paid no less than those', () => {
    const former = { id: 'u-former', office: 'archivio' };
    const lent = delegation('d-1', former.office, ragioneria.id, { from: '2023-03-01', until: '2023-03-31' });
    const { tenures } = headed(former);
    const of = { ...staff, tenures: [...tenures, tenure(former.id, former.office)], delegations: [lent] };
    expect(proposed.when(take(ragioneria, 'controllo', {}, of))).toMatchObject({
      refusal: 'approval/own-report',
      facts: { rule: 'delegate' },
    });
  });

  it('given days that are to come, then it counts as well: they will be paid', () => {
    const early = { ...headed(ragioneria, '2022-12-01', '2022-12-31'), day: '2022-11-20' };
    expect(proposed.when(take(ragioneria, 'controllo', {}, early))).toMatchObject(paid);
  });

  it('given days outside the plan’s time, then nothing is paid for them', () => {
    for (const [from, to] of [
      ['2021-03-01', '2021-12-31'],
      ['2023-01-01', '2023-02-01'],
    ] as const)
      expect(proposed.when(take(ragioneria, 'controllo', {}, headed(ragioneria, from, to)))).toHaveProperty('events');
  });

  it('given a tenure that is put right since, then who was known to be paid when it was proposed still checks nothing', () => {
    const of = { ...staff, tenures: staff.tenures.filter((one) => one.person !== 'u-moved' || one.office !== AREA) };
    expect(proposed.when(take({ id: 'u-moved', office: ragioneria.office }, 'controllo', {}, of))).toMatchObject(paid);
  });

  it('given a run on its way since an earlier release, then it counts as well', () => {
    const period = { from: '2022-01-01', to: '2022-12-31' };
    const history = eventsOf(premium, compute(AREA, { evaluations: { period, evaluated: [], staff } }), propose()).map(
      (event) => {
        if (event.type !== 'premium.approval-opened.v1') return event;
        const { credited, ...parties } = event.data.parties;
        expect(credited).toBeDefined();
        return { ...event, data: { ...event.data, parties } };
      },
    );
    expect(given(premium)(...history).when(take(ragioneria, 'controllo', {}, headed(ragioneria)))).toMatchObject(paid);
  });
});
