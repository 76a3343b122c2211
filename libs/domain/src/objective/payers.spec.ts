import { after, define, score, upTo } from '../testing/commands.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import { requireMayPay, requirePayer } from './payable.js';
import { possibleOn } from './transitions.js';
import { usualLifecycle } from './usual-lifecycle.js';

const transitions = usualLifecycle.transitions.map((one) =>
  one.verb === 'liquidate' ? { ...one, who: [{ office: 'personale' }] } : one,
);
const { state } = after(define({ workflow: { ...usualLifecycle, transitions } }), ...upTo.approved.slice(1), score());
const [share] = state.shares;
if (share === undefined) throw new Error('The objective has no share.');
const paid = (offices: readonly string[]) => ({ authors: [], offices, scored: [], beneficiaries: [] });
const staff = { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure('u-personale', 'personale')] };
const withSubstitute = { ...staff, payerInstead: { office: 'vicesegretario' } };
const mover = (office: string, of = withSubstitute) => ({
  by: { id: `u-${office === 'vicesegretario' ? 'vice' : office}`, office },
  at: '2023-01-20T09:00:00.000Z',
  act: null,
  staff: of,
});

describe('who liquidates a run that pays whom the workflow names for it', () => {
  it('given nobody of them who is paid, then they do, and the substitute does not', () => {
    expect(requirePayer(state, share, withSubstitute, paid(['tributi']))).toEqual(['personale']);
    expect(() => requireMayPay(state, share, { ...mover('personale'), paid: paid(['tributi']) })).not.toThrow();
    expect(() => requireMayPay(state, share, { ...mover('vicesegretario'), paid: paid(['tributi']) })).toThrow(
      expect.objectContaining({
        code: 'lifecycle/not-yours',
        facts: { verb: 'liquidate', office: 'vicesegretario', who: 'personale' },
      }) as Error,
    );
  });

  it('given that all of them are, then the substitute of the workflow in force does', () => {
    expect(requirePayer(state, share, withSubstitute, paid(['personale']))).toEqual(['vicesegretario']);
    expect(() => requireMayPay(state, share, { ...mover('vicesegretario'), paid: paid(['personale']) })).not.toThrow();
    expect(() => requireMayPay(state, share, { ...mover('giunta'), paid: paid(['personale']) })).toThrow(
      expect.objectContaining({
        code: 'lifecycle/not-yours',
        facts: { verb: 'liquidate', office: 'giunta', who: 'vicesegretario' },
      }) as Error,
    );
  });

  it('given no substitute, or one that is paid too, then nobody is left', () => {
    for (const [of, offices] of [
      [staff, ['personale']],
      [withSubstitute, ['personale', 'vicesegretario']],
    ] as const) {
      expect(() => requirePayer(state, share, of, paid(offices))).toThrow(
        expect.objectContaining({ code: 'premium/nobody-may-sign', facts: { offices: offices.join(', ') } }) as Error,
      );
    }
  });

  it('given that others are paid too, be it twice, then those are told whom the definition names, once', () => {
    const several = paid(['tributi', 'personale', 'affari-generali', 'personale']);
    expect(() => requirePayer(state, share, staff, several)).toThrow(
      expect.objectContaining({ code: 'premium/nobody-may-sign', facts: { offices: 'personale' } }) as Error,
    );
  });

  it('given a share of theirs, then what is possible names the substitute; of another, them', () => {
    const whoOf = (areaId: string) =>
      possibleOn(state, { ...share, areaId, office: areaId, holders: [] }, withSubstitute).find(
        ({ verb }) => verb === 'liquidate',
      )?.who;
    expect(whoOf('personale')).toEqual([{ office: 'vicesegretario' }]);
    expect(whoOf('affari-generali')).toEqual([{ office: 'personale' }]);
  });
});
