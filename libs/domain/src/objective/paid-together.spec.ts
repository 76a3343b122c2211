import type { Staff } from '../organisation/staff.js';
import type { Participant } from '../workflow/chain-definition.js';
import { after, define, score, upTo } from '../testing/commands.js';
import { exampleStaff, parties, tenure } from '../testing/staff.js';
import { kindsTogether, officesPaying, payersTogether, requirePayerInForce } from './paid-together.js';
import { usualLifecycle } from './usual-lifecycle.js';

const staff: Staff = {
  ...exampleStaff,
  tenures: [
    ...exampleStaff.tenures,
    tenure('u-personale', 'personale', { roles: ['personale'] }),
    tenure('u-ragioneria', 'ragioneria'),
    tenure('u-tributi', 'tributi', { roles: ['responsabile'] }),
  ],
};

/** Whose version of the workflow has those liquidate. */
function shareOf(...who: readonly Participant[]) {
  const transitions = usualLifecycle.transitions.map((one) => (one.verb === 'liquidate' ? { ...one, who } : one));
  const { state } = after(define({ workflow: { ...usualLifecycle, transitions } }), ...upTo.approved.slice(1), score());
  const [share] = state.shares;
  if (share === undefined) throw new Error('The objective has no share.');
  return { state, share };
}

const together = (each: readonly (readonly Participant[])[], of = staff, paid: readonly string[] = []) => {
  const pays = parties({ offices: paid });
  return payersTogether(
    each.map((who) => shareOf(...who)).map(({ state, share }) => officesPaying(state, share, of, pays)),
    of,
    pays,
  );
};
const [personale, ragioneria, tributi] = ['personale', 'ragioneria', 'tributi'].map((office) => ({ office })) as [
  Participant,
  Participant,
  Participant,
];

describe('who liquidates a run whose shares live by several versions', () => {
  it('given an office that all of them name, by itself or by its role, then that one', () => {
    expect(together([[personale, ragioneria], [ragioneria]])).toEqual({ offices: ['ragioneria'], inForce: false });
    expect(together([[{ role: 'personale' }], [personale]])).toEqual({ offices: ['personale'], inForce: false });
  });

  it('given one that names nobody, then whom the others name; given none that does, then whoever has the permission', () => {
    expect(together([[], [ragioneria]])).toEqual({ offices: ['ragioneria'], inForce: false });
    expect(together([[], []])).toEqual({ offices: null, inForce: false });
  });

  it('given nobody in common, then whom the version in force names; given none there, then whoever has the permission', () => {
    const each = [[personale], [ragioneria]];
    expect(together(each, { ...staff, payers: [tributi] })).toEqual({ offices: ['tributi'], inForce: true });
    expect(together(each, { ...staff, payers: [personale, ragioneria] })).toEqual({
      offices: ['personale', 'ragioneria'],
      inForce: true,
    });
    expect(together(each, { ...staff, payers: [] })).toEqual({ offices: null, inForce: true });
  });

  it('given that those are paid by it, then the substitute of the version in force; given none, then nobody, and the offices are told', () => {
    const each = [[personale], [ragioneria]];
    const of = { ...staff, payers: [tributi] };
    expect(together(each, { ...of, payerInstead: { office: 'vicesegretario' } }, ['tributi'])).toEqual({
      offices: ['vicesegretario'],
      inForce: true,
    });
    for (const none of [of, staff]) {
      expect(() => together(each, none, ['tributi'])).toThrow(
        expect.objectContaining({
          code: 'premium/no-common-payer',
          facts: { offices: 'personale, ragioneria' },
        }) as Error,
      );
    }
  });

  it('given somebody whom the version in force does not name, then it is not theirs; of who is paid the run says so', () => {
    const of = { ...staff, payers: [tributi, ragioneria] };
    const asks = (office: string) => () =>
      requirePayerInForce(
        { offices: ['tributi'], inForce: true },
        { id: `u-${office}`, office },
        of,
        parties({ offices: ['ragioneria'] }),
      );
    expect(asks('tributi')).not.toThrow();
    expect(asks('ragioneria')).not.toThrow();
    expect(asks('personale')).toThrow(
      expect.objectContaining({
        code: 'lifecycle/not-yours',
        facts: { verb: 'liquidate', office: 'personale', who: 'tributi' },
      }) as Error,
    );
  });
});

describe('by which act a whole run is liquidated', () => {
  it.each([
    ['the same kinds, in whatever order', [['DD', 'DG'], ['DG', 'DD'], null], null],
    ['kinds of which some are in common', [['DD', 'DG'], ['DG'], null], ['DG']],
    ['kinds of which none is', [['DD'], ['DG']], []],
    ['any kind', [null, null], null],
  ])('given versions that take %s, then it is told which all of them take where they differ', (_, each, kinds) => {
    expect(kindsTogether(each)).toEqual(kinds);
  });
});
