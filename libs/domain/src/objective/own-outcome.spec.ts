import type { Staff } from '../organisation/staff.js';
import { after, define, makeDefinitive, reopen, secretaryToTheEnd, upTo } from '../testing/commands.js';
import { giunta, roles, SECRETARY, segretario, vice } from '../testing/example.js';
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
