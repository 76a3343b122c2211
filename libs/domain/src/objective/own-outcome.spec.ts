import type { Staff } from '../organisation/staff.js';
import { after, define, makeDefinitive, reopen, secretaryToTheEnd, upTo } from '../testing/commands.js';
import { giunta, REGISTRY, roles, SECRETARY, segretario, vice } from '../testing/example.js';
import { delegation, tenure } from '../testing/staff.js';
import { usualLifecycle } from './usual-lifecycle.js';

const staff: Staff = {
  ...roles,
  day: '2023-01-20',
  tenures: [
    tenure('u-segretario', 'segretario', { roles: ['segretario'] }),
    tenure('u-vice', 'vicesegretario', { roles: ['vicesegretario'] }),
    tenure('u-giunta', 'giunta', { roles: ['giunta'] }),
  ],
};
const own = { shareId: SECRETARY, staff };
const scored = after(...upTo.scored, ...secretaryToTheEnd.slice(0, -1));
const refused = { refusal: 'lifecycle/own-outcome', facts: { office: 'segretario', rule: 'own-office' } };

describe('an outcome on which somebody is scored', () => {
  it('given the Segretario’s own share, then he neither makes it definitive nor reopens it, and who stands in for him does', () => {
    expect(scored.when(makeDefinitive(own))).toMatchObject(refused);
    expect(scored.when(reopen(own))).toMatchObject(refused);
    expect(scored.when(makeDefinitive({ ...own, by: vice }))).toHaveProperty('events');
    expect(scored.when(reopen({ ...own, by: vice }))).toHaveProperty('events');
  });

  it('given a body that calls that office otherwise, then it is the one that its definition says', () => {
    const deputy = { id: 'u-deputy', office: 'delegato' };
    const offices = [{ id: 'delegato', function: 'segretario-substitute' as const, names: [] }];
    const named = { ...staff, offices, tenures: [...staff.tenures, tenure('u-deputy', 'delegato')] };
    expect(scored.when(makeDefinitive({ ...own, staff: named, by: deputy }))).toHaveProperty('events');
  });

  it('given a day that is told, then whoever was scored on it that day closes it no more than who is today', () => {
    const was = tenure('u-x', 'segretario', { roles: ['segretario'], to: '2023-01-10' });
    const is = tenure('u-x', 'vicesegretario', { roles: ['vicesegretario'] });
    const others = staff.tenures.filter(({ office }) => office !== 'vicesegretario');
    const later = { ...staff, day: '2023-01-31', tenures: [...others, was, is] };
    const closes = (on: string, by = { id: 'u-x', office: 'vicesegretario' }) =>
      scored.when(makeDefinitive({ ...own, staff: later, by, on, at: '2023-01-31T09:00:00.000Z' }));
    expect(closes('2023-01-10')).toMatchObject({
      ...refused,
      facts: { office: 'vicesegretario', rule: 'own-office', day: '2023-01-10' },
    });
    expect(closes('2023-01-20')).toHaveProperty('events');
    const lent = delegation('d-1', 'segretario', 'u-x', { until: '2023-01-19', holder: 'u-segretario' });
    const delegate = { ...later, tenures: [...others, is], delegations: [lent], offices: [] };
    const asDeputy = { shareId: REGISTRY, staff: delegate, by: { id: 'u-x', office: 'vicesegretario' } };
    expect(scored.when(makeDefinitive(asDeputy))).toMatchObject({ refusal: 'lifecycle/not-yours' });
  });

  it('given who came later to the office, or to stand in, then with no day before', () => {
    const from = (office: string, day: string) =>
      staff.tenures.map((one) => (one.office === office ? { ...one, from: day } : one));
    const day = '2023-01-31';
    const at = '2023-01-31T09:00:00.000Z';
    const area = (on: string) =>
      scored.when(makeDefinitive({ staff: { ...staff, day, tenures: from('segretario', '2023-01-25') }, on, at }));
    const facts = { needs: 'tenure', value: '2023-01-24', min: '2023-01-25', field: 'occurredOn' };
    expect(area('2023-01-24')).toEqual({ refusal: 'value/before-its-fact', facts });
    expect(area('2023-01-25')).toHaveProperty('events');
    const ofVice = (on: string) =>
      scored.when(
        makeDefinitive({
          ...own,
          staff: { ...staff, day, tenures: from('vicesegretario', '2023-01-25') },
          by: vice,
          on,
          at,
        }),
      );
    expect(ofVice('2023-01-24')).toEqual({ refusal: 'value/before-its-fact', facts });
    expect(ofVice('2023-01-25')).toHaveProperty('events');
  });

  it('given his delegate, or who acts for him, then they do not either', () => {
    const lent = {
      ...staff,
      tenures: [...staff.tenures, tenure('u-x', 'segretario-2', { roles: ['segretario'] })],
      delegations: [delegation('d-1', 'segretario', 'u-x', { holder: 'u-segretario' })],
    };
    for (const office of ['segretario', 'segretario-2']) {
      const by = { id: 'u-x', office };
      expect(scored.when(makeDefinitive({ ...own, staff: lent, by }))).toMatchObject({ refusal: refused.refusal });
    }
  });

  it('given others whom the definition names too, then it is for those, and not for who stands in', () => {
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'make-definitive' ? { ...one, who: [...one.who, { office: 'giunta' }] } : one,
    );
    const [, ...rest] = upTo.scored;
    const both = after(
      define({ workflow: { ...usualLifecycle, transitions } }),
      ...rest,
      ...secretaryToTheEnd.slice(0, -1),
    );
    expect(both.when(makeDefinitive(own))).toMatchObject(refused);
    expect(both.when(makeDefinitive({ ...own, by: vice }))).toMatchObject({ refusal: 'lifecycle/not-yours' });
    expect(both.when(makeDefinitive({ ...own, by: giunta }))).toHaveProperty('events');
  });

  it('given the share of an area, then it is the Segretario’s to close, and not of who stands in for him', () => {
    expect(scored.when(makeDefinitive({ staff, by: vice }))).toMatchObject({ refusal: 'lifecycle/not-yours' });
    expect(scored.when(makeDefinitive({ staff, by: segretario }))).toHaveProperty('events');
  });
});
