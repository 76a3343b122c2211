import type { Parties, Staff } from '../organisation/staff.js';
import { after, secretaryToTheEnd, upTo } from '../testing/commands.js';
import { REGISTRY, roles, SECRETARY } from '../testing/example.js';
import { tenure } from '../testing/staff.js';
import type { LifecycleVerb } from '../workflow/lifecycle.js';
import type { Could } from './could.js';
import { isOfOutcomes, ownRule, withDeputy, type Asked } from './own-share.js';
import type { ShareState } from './state.js';

const { state } = after(...upTo.acknowledged, ...secretaryToTheEnd.slice(0, 2));
const shareOf = (id: string, more: Partial<ShareState> = {}): ShareState => {
  const found = state.shares.find(({ shareId }) => shareId === id);
  if (found === undefined) throw new Error(`no share ${id}`);
  return { ...found, ...more };
};
const own = shareOf(SECRETARY);
const staff: Staff = {
  ...roles,
  day: '2022-06-20',
  tenures: [
    tenure('u-segretario', 'segretario', { roles: ['segretario'] }),
    tenure('u-vice', 'vicesegretario', { roles: ['vicesegretario'] }),
    tenure('u-giunta', 'giunta', { roles: ['giunta'] }),
  ],
};
const SEGRETARIO: Could = { role: 'segretario' };
const GIUNTA: Could = { office: 'giunta' };
const VICE: Could = { role: 'vicesegretario' };
const who = (
  verb: LifecycleVerb,
  could: readonly Could[],
  { share = own, ...more }: { share?: ShareState; staff?: Staff } & Parameters<typeof withDeputy>[5] = {},
) => withDeputy(verb, could, state, share, more.staff ?? staff, more);

describe('who may where those whom the definition names answer for the share', () => {
  it.each(['suspend', 'remove', 'assign', 'make-definitive', 'reopen'] as const)(
    'given %s of the Segretario’s own share, then whoever stands in for him by office, and nobody of the others’',
    (verb) => {
      expect(who(verb, [SEGRETARIO])).toEqual([VICE]);
      expect(who(verb, [SEGRETARIO], { share: shareOf(REGISTRY) })).toEqual([SEGRETARIO]);
    },
  );

  it('given others who are named too, then those, and nobody stands in', () => {
    expect(who('suspend', [SEGRETARIO, GIUNTA])).toEqual([GIUNTA]);
  });

  it('given an office that stands in by its function, then it does, and nobody by the role alone', () => {
    const offices = [
      { id: 'delegato', function: 'segretario-substitute' as const, names: [] },
      { id: 'ragioneria', function: 'accounting' as const, names: [] },
    ];
    expect(who('suspend', [SEGRETARIO], { staff: { ...staff, offices } })).toEqual([{ office: 'delegato' }]);
  });

  it('given that who stands in answers for it too, then nobody is left', () => {
    const both = { ...staff, tenures: [...staff.tenures, tenure('u-vice', 'segretario')] };
    expect(who('suspend', [SEGRETARIO], { staff: both })).toEqual([]);
  });

  it('given an office that nobody holds, then it waits for who will hold it; beside a role that nobody has somebody stands in', () => {
    const vacant: Could = { office: 'direttore' };
    const nobodys: Could = { role: 'direttore' };
    expect(who('suspend', [vacant])).toEqual([vacant]);
    expect(who('suspend', [vacant, SEGRETARIO])).toEqual([vacant]);
    expect(who('suspend', [nobodys])).toEqual([nobodys]);
    expect(who('suspend', [nobodys, SEGRETARIO])).toEqual([nobodys, VICE]);
  });

  it('given what the system does, or what is for nobody, then nobody stands in', () => {
    expect(who('suspend', [{ system: true }])).toEqual([{ system: true }]);
    expect(who('suspend', [])).toEqual([]);
  });

  it('given what decides nothing of what is owed, then those whom the definition names', () => {
    for (const verb of ['acknowledge', 'resume', 'close', 'liquidate'] as const)
      expect(who(verb, [SEGRETARIO])).toEqual([SEGRETARIO]);
  });

  it('given who answered for it on a day that is told, or on its first, then not they', () => {
    const was = tenure('u-giunta', 'segretario', { from: '2022-01-01', to: '2022-03-31' });
    const then = { ...staff, tenures: [...staff.tenures, was] };
    const asked = (days: Pick<Asked, 'on' | 'from'>) => who('assign', [SEGRETARIO, GIUNTA], { staff: then, ...days });
    expect(asked({ on: '2022-03-31' })).toEqual([VICE]);
    expect(asked({ from: '2022-03-31' })).toEqual([VICE]);
    expect(asked({ on: '2022-04-01', from: '2022-04-01' })).toEqual([GIUNTA]);
    expect(asked({})).toEqual([GIUNTA]);
    // whoever is paid for some of its days neither lets it rest nor strikes it out on any day
    for (const verb of ['suspend', 'remove'] as const)
      expect(who(verb, [SEGRETARIO, GIUNTA], { staff: then })).toEqual([VICE]);
  });

  it('given an assignment to an office of theirs, then not they; of a share that nobody has to its area, they may', () => {
    const others = shareOf(REGISTRY);
    expect(who('assign', [SEGRETARIO], { share: others, to: 'segretario' })).toEqual([VICE]);
    const nobodys = shareOf(SECRETARY, { office: null });
    expect(who('assign', [SEGRETARIO], { share: nobodys })).toEqual([SEGRETARIO]);
    expect(who('assign', [SEGRETARIO], { share: nobodys, to: nobodys.areaId })).toEqual([SEGRETARIO]);
    expect(who('assign', [SEGRETARIO], { share: nobodys, to: 'tributi' })).toEqual([VICE]);
  });
});

describe('who liquidates where those whom the definition names are paid', () => {
  const paid: Parties = { authors: [], offices: ['segretario'], scored: [], beneficiaries: [] };
  const paying = (more: Pick<Staff, 'payerInstead'>) =>
    who('liquidate', [SEGRETARIO], { paid, staff: { ...staff, ...more } });

  it('given somebody whom the workflow names in their place, then they', () => {
    expect(paying({ payerInstead: { office: 'vicesegretario' } })).toEqual([{ office: 'vicesegretario' }]);
  });

  it('given nobody, somebody who is paid too, or a relation that a run has not, then nobody: whoever stands in by office does not', () => {
    expect(paying({})).toEqual([]);
    expect(paying({ payerInstead: { office: 'segretario' } })).toEqual([]);
    expect(paying({ payerInstead: { relation: 'assignee' } })).toEqual([]);
  });
});

describe('the rule that keeps somebody from a transition', () => {
  const by = { id: 'u-segretario', office: 'segretario' };
  const rule = (verb: LifecycleVerb, more: Partial<Asked> = {}) =>
    ownRule(verb, state, own, { by, staff, ...more })?.code ?? null;

  it('given whoever answers for the share, then of what is owed and of the outcome; the system decides nothing itself', () => {
    expect(rule('suspend')).toBe('own-office');
    expect(rule('reopen')).toBe('own-office');
    expect(rule('acknowledge')).toBeNull();
    expect(rule('suspend', { by: { id: 'system', office: 'segretario' } })).toBeNull();
    expect(rule('suspend', { by: { id: 'u-giunta', office: 'giunta' } })).toBeNull();
  });

  it('given a verb, then only what makes an outcome stand, or judges it again, is of outcomes', () => {
    expect((['make-definitive', 'reopen', 'close', 'liquidate', 'suspend'] as const).filter(isOfOutcomes)).toEqual([
      'make-definitive',
      'reopen',
    ]);
  });
});
