import fc from 'fast-check';
import type { Staff } from '../organisation/staff.js';
import { approvalOf, opening, people, step, takes, type Told } from '../testing/approval.js';
import { delegation, parties, tenure } from '../testing/staff.js';
import type { Agreement } from '../workflow/chain-definition.js';
import { waitingAt } from './waiting.js';

const calendar = { patronDay: null };
const nucleoAndGiunta = [{ office: 'nucleo' }, { office: 'giunta' }];
const holding = (...held: readonly (readonly [string, string])[]): Staff => ({
  ...people,
  tenures: held.map(([person, office]) => tenure(person, office)),
});

function stuck(agreement: Agreement, staff: Staff) {
  const { state } = approvalOf(opening([step('a', { who: nucleoAndGiunta, agreement })], { staff }));
  return waitingAt(state, staff, calendar)?.stuck;
}

describe('why nobody can bring a step on', () => {
  it('given one who could speak for either office and one for the first alone, then both can be heard: it is not stuck', () => {
    const staff = holding(['u-a', 'nucleo'], ['u-b', 'nucleo'], ['u-a', 'giunta']);
    expect(stuck({ kind: 'all', of: 'offices' }, staff)).toBeNull();
    expect(stuck({ kind: 'weighted', threshold: 3, weights: { nucleo: 1, giunta: 2 } }, staff)).toBeNull();
  });

  it('given one who holds both offices, then they can speak for the one that weighs enough: it is not stuck', () => {
    const staff = holding(['u-a', 'nucleo'], ['u-a', 'giunta']);
    expect(stuck({ kind: 'weighted', threshold: 3, weights: { nucleo: 1, giunta: 3 } }, staff)).toBeNull();
    expect(stuck({ kind: 'all', of: 'members' }, staff)).toBeNull();
  });

  it('given one who holds both offices and each must speak, then no office is vacant: it is one person, until another acts as one', () => {
    const staff = holding(['u-a', 'nucleo'], ['u-a', 'giunta']);
    const weighted = { kind: 'weighted', threshold: 2, weights: { nucleo: 1, giunta: 1 } } as const;
    expect(stuck({ kind: 'all', of: 'offices' }, staff)).toBe('same-person');
    expect(stuck(weighted, staff)).toBe('same-person');
    expect(stuck({ kind: 'quorum', count: 2 }, staff)).toBe('same-person');
    expect(stuck(weighted, { ...staff, delegations: [delegation('d-1', 'giunta', 'u-b')] })).toBeNull();
  });

  it('given one who holds both offices and has spoken as one, then it is still one person', () => {
    const staff = holding(['u-a', 'nucleo'], ['u-a', 'giunta']);
    const both = step('a', { who: nucleoAndGiunta, agreement: { kind: 'all', of: 'offices' } });
    const told = approvalOf(opening([both], { staff })).after(takes('a', { id: 'u-a', office: 'nucleo' }));
    expect(waitingAt(told.state, staff, calendar)?.stuck).toBe('same-person');
  });

  it('given all members and the last who was to speak gone or barred, then nobody has a vote left: that is told, and why', () => {
    const members = step('a', { who: [{ office: 'nucleo' }], agreement: { kind: 'all', of: 'members' } });
    const two = holding(['u-a', 'nucleo'], ['u-b', 'nucleo']);
    const { state } = approvalOf(opening([members], { staff: two })).after(takes('a', { id: 'u-a', office: 'nucleo' }));
    expect(waitingAt(state, two, calendar)?.stuck).toBeNull();
    expect(waitingAt(state, holding(['u-a', 'nucleo']), calendar)?.stuck).toBe('vacant');
    const barred = { ...state, parties: { ...state.parties, authors: ['u-b'] } };
    expect(waitingAt(barred, two, calendar)?.stuck).toBe('barred');
    expect(waitingAt(state, holding(['u-a', 'nucleo'], ['u-c', 'nucleo']), calendar)?.stuck).toBeNull();
  });

  it('given an office that nobody holds, then it is vacant, whoever holds the others', () => {
    const staff = holding(['u-a', 'nucleo']);
    expect(stuck({ kind: 'all', of: 'offices' }, staff)).toBe('vacant');
    expect(stuck({ kind: 'weighted', threshold: 2, weights: { nucleo: 1, giunta: 1 } }, staff)).toBe('vacant');
  });

  it('given a vacant office and one who holds the two others, then both are told: filling it would do, or another as one of them', () => {
    const agreement = { kind: 'quorum', count: 2 } as const;
    const three = step('a', { who: [{ office: 'segretario' }, ...nucleoAndGiunta], agreement });
    const all = step('a', { ...three, agreement: { kind: 'all', of: 'offices' } });
    const staff = holding(['u-a', 'nucleo'], ['u-a', 'giunta']);
    const why = (how: typeof three, more: readonly (readonly [string, string])[] = []) => {
      const now = { ...staff, tenures: [...staff.tenures, ...more.map(([person, office]) => tenure(person, office))] };
      return waitingAt(approvalOf(opening([how], { staff })).state, now, calendar)?.stuck;
    };
    expect(why(three)).toBe('vacant-same-person');
    expect(why(three, [['u-b', 'segretario']])).toBeNull();
    expect(why(three, [['u-b', 'giunta']])).toBeNull();
    expect(why(all)).toBe('vacant-same-person');
    expect(why(all, [['u-b', 'segretario']])).toBe('same-person');
    expect(why(all, [['u-b', 'giunta']])).toBe('vacant');
  });

  it('given an office of one and its delegate, then a quorum of two lacks somebody: they speak for one place', () => {
    const staff = { ...holding(['u-a', 'nucleo']), delegations: [delegation('d-1', 'nucleo', 'u-b')] };
    const quorum = step('a', { who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count: 2 } });
    const { state } = approvalOf(opening([quorum], { staff }));
    expect(waitingAt(state, staff, calendar)?.stuck).toBe('vacant');
  });

  it('given weights and several that are barred, then the substitute makes up for all of them: nothing is stuck', () => {
    const agreement = { kind: 'weighted', threshold: 4, weights: { segretario: 1, nucleo: 2, giunta: 1 } } as const;
    const three = [{ office: 'segretario' }, ...nucleoAndGiunta];
    const weighted = step('a', { who: three, agreement, substitute: { office: 'vicesegretario' } });
    const { state } = approvalOf(opening([weighted], { parties: parties({ offices: ['segretario', 'nucleo'] }) }));
    expect(waitingAt(state, people, calendar)?.stuck).toBeNull();
  });

  it('given offices that are held, but whose holders’ accounts are disabled, then it is stuck for that, until one is enabled or somebody acts for one', () => {
    const staff = holding(['u-a', 'nucleo'], ['u-b', 'giunta']);
    const without = (...disabled: readonly string[]): Staff => ({ ...staff, disabled });
    const each = { kind: 'all', of: 'offices' } as const;
    expect(stuck({ kind: 'one' }, without('u-a'))).toBeNull();
    expect(stuck({ kind: 'one' }, without('u-a', 'u-b'))).toBe('disabled');
    expect(stuck(each, without('u-a'))).toBe('disabled');
    expect(stuck(each, { ...without('u-a'), delegations: [delegation('d-1', 'nucleo', 'u-c')] })).toBeNull();
    expect(stuck(each, { ...without('u-a', 'u-c'), delegations: [delegation('d-1', 'nucleo', 'u-c')] })).toBe(
      'disabled',
    );
  });

  it('given a quorum or weights that those whose accounts are in use cannot reach, then it is stuck; all members wait for whoever is disabled', () => {
    const staff = holding(['u-a', 'nucleo'], ['u-b', 'nucleo'], ['u-c', 'giunta']);
    const without = (...disabled: readonly string[]): Staff => ({ ...staff, disabled });
    const weighted = { kind: 'weighted', threshold: 2, weights: { nucleo: 2, giunta: 1 } } as const;
    expect(stuck({ kind: 'quorum', count: 2 }, without('u-a'))).toBeNull();
    expect(stuck({ kind: 'quorum', count: 3 }, without('u-a'))).toBe('disabled');
    expect(stuck(weighted, without('u-a', 'u-c'))).toBeNull();
    expect(stuck(weighted, without('u-a', 'u-b'))).toBe('disabled');
    expect(stuck({ kind: 'all', of: 'members' }, without('u-a'))).toBe('disabled');
    expect(stuck({ kind: 'quorum', count: 4 }, without('u-a'))).toBe('vacant');
  });

  it('given one who has voted and whose account was disabled since, then their vote counts and nobody else is waited for', () => {
    const staff = holding(['u-a', 'nucleo'], ['u-b', 'giunta']);
    const both = step('a', { who: nucleoAndGiunta, agreement: { kind: 'all', of: 'offices' } });
    const { state } = approvalOf(opening([both], { staff })).after(takes('a', { id: 'u-a', office: 'nucleo' }));
    expect(waitingAt(state, { ...staff, disabled: ['u-a'] }, calendar)?.stuck).toBeNull();
    expect(waitingAt(state, { ...staff, disabled: ['u-a', 'u-b'] }, calendar)?.stuck).toBe('disabled');
  });

  it('given a step that was escalated to somebody whose account is in use, then it is not stuck', () => {
    const staff = { ...holding(['u-a', 'nucleo'], ['u-b', 'giunta']), disabled: ['u-a'] };
    const { state } = approvalOf(opening([step('a', { who: [{ office: 'nucleo' }] })], { staff }));
    const escalated = { ...state, opening: { ...state.opening, escalatedTo: ['giunta'] } };
    expect(waitingAt(state, staff, calendar)?.stuck).toBe('disabled');
    expect(waitingAt(escalated, staff, calendar)?.stuck).toBeNull();
    expect(waitingAt(escalated, { ...staff, disabled: ['u-a', 'u-b'] }, calendar)?.stuck).toBe('disabled');
  });

  it('given a quorum for which a substitute alone cannot make up, then it is barred, not vacant', () => {
    const two = step('a', { agreement: { kind: 'quorum', count: 2 }, substitute: { office: 'vicesegretario' } });
    const staff = { ...people, tenures: [...people.tenures, tenure('u-second', 'segretario')] };
    const { state } = approvalOf(opening([two], { staff, parties: parties({ offices: ['segretario'] }) }));
    expect(waitingAt(state, staff, calendar)?.stuck).toBe('barred');
  });

  it('given who is barred and a substitute that nobody holds, then it is vacant: somebody could be given that office', () => {
    const agreement = { kind: 'weighted', threshold: 2, weights: { segretario: 1, giunta: 1 } } as const;
    const two = [{ office: 'segretario' }, { office: 'giunta' }];
    const weighted = step('a', { who: two, agreement, substitute: { office: 'vicesegretario' } });
    const { state } = approvalOf(opening([weighted], { parties: parties({ offices: ['segretario'] }) }));
    const without = { ...people, tenures: people.tenures.filter(({ office }) => office !== 'vicesegretario') };
    expect(waitingAt(state, people, calendar)?.stuck).toBeNull();
    expect(waitingAt(state, without, calendar)?.stuck).toBe('vacant');
  });

  it('given a step that was escalated to who is asked already as another office, then they decide', () => {
    const staff = holding(['u-a', 'nucleo'], ['u-a', 'giunta']);
    const quorum = step('a', { who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count: 2 } });
    const { state } = approvalOf(opening([quorum], { staff }));
    const escalated = { ...state, opening: { ...state.opening, escalatedTo: ['giunta'] } };
    expect(waitingAt(escalated, staff, calendar)?.stuck).toBeNull();
  });

  it('for anybody in any offices, a step is stuck exactly when no votes in any order pass it', () => {
    const person = fc.constantFrom('u-a', 'u-b', 'u-c');
    const staffs = fc
      .record({ nucleo: fc.uniqueArray(person, { maxLength: 3 }), giunta: fc.uniqueArray(person, { maxLength: 3 }) })
      .map(({ nucleo, giunta }) =>
        holding(...nucleo.map((one) => [one, 'nucleo'] as const), ...giunta.map((one) => [one, 'giunta'] as const)),
      );
    const agreement = fc.oneof(
      fc.constant<Agreement>({ kind: 'one' }),
      fc.constant<Agreement>({ kind: 'all', of: 'offices' }),
      fc.constant<Agreement>({ kind: 'all', of: 'members' }),
      fc.integer({ min: 1, max: 4 }).map((count): Agreement => ({ kind: 'quorum', count })),
      fc
        .record({ threshold: fc.integer({ min: 1, max: 5 }), nucleo: fc.nat(3), giunta: fc.nat(3) })
        .map(({ threshold, ...weights }): Agreement => ({ kind: 'weighted', threshold, weights })),
    );
    fc.assert(
      fc.property(agreement, staffs, (how, staff) => {
        const told = approvalOf(opening([step('a', { who: nucleoAndGiunta, agreement: how })], { staff }));
        const voters = staff.tenures.map(({ person: id, office }) => ({ id, office }));
        expect(stuck(how, staff) === null).toBe(isPassable(told, voters));
      }),
    );
  });
});

/** Tries every order in which they could vote. */
function isPassable(told: Told, voters: readonly { readonly id: string; readonly office: string }[]): boolean {
  if (told.state.status === 'approved') return true;
  return voters.some((by, index) => {
    if ('refusal' in told.when(takes('a', by))) return false;
    return isPassable(told.after(takes('a', by)), voters.toSpliced(index, 1));
  });
}
