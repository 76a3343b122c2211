import fc from 'fast-check';
import type { Staff } from '../organisation/staff.js';
import { approvalOf, opening, people, step, takes, who } from '../testing/approval.js';
import { delegation, tenure } from '../testing/staff.js';
import type { Agreement } from '../workflow/chain-definition.js';
import { waitingAt } from './waiting.js';

const calendar = { patronDay: null };
const deputy = { id: 'u-deputy', office: 'segretario' };
const replaced = { ...people, delegations: [delegation('d-1', 'segretario', 'u-deputy')] };
const segretarioAndGiunta = [{ office: 'segretario' }, { office: 'giunta' }];

function stepOf(agreement: Agreement, staff: Staff = replaced) {
  return approvalOf(opening([step('a', { who: segretarioAndGiunta, agreement })], { staff }));
}

const whoAt = (told: ReturnType<typeof stepOf>, staff: Staff = replaced) => waitingAt(told.state, staff, calendar)?.who;

/** Each of them wants both offices. */
const OF_TWO: readonly Agreement[] = [
  { kind: 'all', of: 'offices' },
  { kind: 'all', of: 'members' },
  { kind: 'quorum', count: 2 },
  { kind: 'weighted', threshold: 2, weights: { segretario: 1, giunta: 1 } },
];

describe('who speaks in another’s place', () => {
  it.each(OF_TWO)(
    'given %j and a delegate who voted, then whose place it was is waited for no more, nor counts again',
    (agreement) => {
      const told = stepOf(agreement).after(takes('a', deputy));
      expect(whoAt(told)).toMatchObject([{ office: 'giunta', persons: ['u-giunta'] }]);
      expect(told.when(takes('a', who.segretario))).toEqual({
        refusal: 'approval/already-voted',
        told: { step: 'a', office: 'segretario' },
      });
      expect(told.after(takes('a', who.giunta)).state.status).toBe('approved');
    },
  );

  it.each(OF_TWO)(
    'given %j and who holds the office voted, then their delegate is waited for no more, nor counts again',
    (agreement) => {
      const told = stepOf(agreement).after(takes('a', who.segretario));
      expect(whoAt(told)).toMatchObject([{ office: 'giunta', persons: ['u-giunta'] }]);
      expect(told.when(takes('a', deputy))).toMatchObject({ refusal: 'approval/already-voted' });
      expect(told.after(takes('a', who.giunta)).state.status).toBe('approved');
    },
  );

  describe('of an office of three', () => {
    const each = step('a', { who: [{ office: 'nucleo' }], agreement: { kind: 'all', of: 'members' } });
    const by = { id: 'u-deputy', office: 'nucleo' };
    const given = (holder: string, id = 'd-1') => delegation(id, 'nucleo', 'u-deputy', { holder });
    const ofThree = (...delegations: Staff['delegations']) => {
      const staff = { ...people, delegations };
      return { staff, told: approvalOf(opening([each], { staff })) };
    };

    it('given the delegate of one, then they are one vote with that one, and a colleague has their own', () => {
      const { staff, told } = ofThree(given('u-nucleo'));
      const one = told.after(takes('a', who.nucleo));
      expect(whoAt(one, staff)).toMatchObject([{ persons: ['u-nucleo-2', 'u-nucleo-3'] }]);
      expect(one.when(takes('a', by))).toMatchObject({ refusal: 'approval/already-voted' });
      const delegate = told.after(takes('a', by));
      expect(delegate.state.opening.votes).toMatchObject([{ person: 'u-deputy', onBehalfOf: 'u-nucleo' }]);
      expect(whoAt(delegate, staff)).toMatchObject([{ persons: ['u-nucleo-2', 'u-nucleo-3'] }]);
      expect(delegate.when(takes('a', who.nucleo))).toMatchObject({ refusal: 'approval/already-voted' });
      expect(delegate.after(takes('a', who.nucleo2), takes('a', who.nucleo3)).state.status).toBe('approved');
    });

    it('given one who is the delegate of two, then they speak once, for the first who has not spoken', () => {
      const { staff, told } = ofThree(given('u-nucleo'), given('u-nucleo-2', 'd-2'));
      const one = told.after(takes('a', who.nucleo));
      expect(one.when(takes('a', by))).toMatchObject({ facts: [{ onBehalfOf: 'u-nucleo-2' }] });
      const both = one.after(takes('a', by));
      expect(both.when(takes('a', by))).toMatchObject({ refusal: 'approval/already-voted' });
      expect(whoAt(both, staff)).toMatchObject([{ persons: ['u-nucleo-3'] }]);
      expect(both.when(takes('a', who.nucleo2))).toMatchObject({ refusal: 'approval/already-voted' });
    });

    it('given a delegate who is barred, then the member votes, and the list waits for them', () => {
      const delegations = [delegation('d-1', 'nucleo', 'u-head', { holder: 'u-nucleo' })];
      const tenures = people.tenures.filter(({ person }) => !['u-nucleo-2', 'u-nucleo-3'].includes(person));
      const staff = { ...people, tenures, delegations };
      const two = step('a', { who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count: 2 } });
      const told = approvalOf(opening([two], { staff }));
      expect(waitingAt(told.state, staff, calendar)).toMatchObject({
        who: [{ office: 'nucleo', persons: ['u-nucleo'] }],
        stuck: 'vacant',
      });
      expect(told.when(takes('a', who.nucleo))).toHaveProperty('facts');
      expect(told.when(takes('a', { id: 'u-head', office: 'nucleo' }))).toMatchObject({
        refusal: 'approval/own-report',
      });
    });

    it('given somebody refused as another office, then they are told as which they could, unless the mandate is for other matters or they are barred', () => {
      const asked = (to: string, subjects: Staff['delegations'][number]['subjects'] = null) => {
        const delegations = [delegation('d-1', 'nucleo', to, { holder: 'u-nucleo', subjects })];
        const staff = { ...people, tenures: [...people.tenures, tenure('u-x', 'tributi')], delegations };
        return approvalOf(opening([each], { staff })).when(takes('a', { id: to, office: 'tributi' }));
      };
      const refusal = 'approval/not-your-step';
      expect(asked('u-x')).toEqual({ refusal, told: { step: 'a', office: 'nucleo', actAs: 'nucleo' } });
      expect(asked('u-x', ['plan'])).toEqual({ refusal, told: { step: 'a', office: 'nucleo' } });
      expect(asked('u-head')).toMatchObject({
        refusal: 'approval/own-report',
        told: expect.not.objectContaining({ actAs: 'nucleo' }) as object,
      });
    });

    it('given a member who is a colleague’s delegate, then they speak for themselves alone', () => {
      const staff = { ...people, delegations: [delegation('d-1', 'nucleo', 'u-nucleo-2', { holder: 'u-nucleo' })] };
      const told = approvalOf(opening([each], { staff })).after(takes('a', who.nucleo2));
      expect(told.state.opening.votes).toMatchObject([{ onBehalfOf: null }]);
      expect(told.after(takes('a', who.nucleo), takes('a', who.nucleo3)).state.status).toBe('approved');
    });

    it('given a log that does not say which of them gave it, then the delegate speaks for none', () => {
      const { told } = ofThree(delegation('d-1', 'nucleo', 'u-deputy'));
      expect(told.when(takes('a', by))).toMatchObject({ refusal: 'approval/not-your-step' });
    });

    it('for any delegations and votes, nobody counts twice, neither themselves nor in whose place they spoke', () => {
      const members = ['u-nucleo', 'u-nucleo-2', 'u-nucleo-3'];
      const person = fc.constantFrom(...members, 'u-deputy', 'u-other');
      const any = fc.record({
        holder: fc.option(fc.constantFrom(...members), { nil: undefined }),
        to: person,
        kind: fc.constantFrom('sostituzione' as const, 'delega' as const),
      });
      fc.assert(
        fc.property(fc.array(any, { maxLength: 6 }), fc.array(person, { maxLength: 12 }), (links, voters) => {
          const delegations = links.map(({ holder, to, kind }, index) =>
            delegation(`d-${index}`, 'nucleo', to, { kind, ...(holder !== undefined && { holder }) }),
          );
          const staff = { ...people, delegations };
          const quorum = step('a', { who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count: 4 } });
          const { opening: last } = voters.reduce(
            (before, id) => {
              const deed = takes('a', { id, office: 'nucleo' });
              return 'refusal' in before.when(deed) ? before : before.after(deed);
            },
            approvalOf(opening([quorum], { staff })),
          ).state;
          const voices = last.votes.map((vote) => vote.onBehalfOf ?? vote.person);
          expect(new Set(voices).size).toBe(voices.length);
          expect(members).toEqual(expect.arrayContaining(voices));
          expect(new Set(last.votes.map((vote) => vote.person)).size).toBe(last.votes.length);
        }),
      );
    });
  });

  it('given a vacant office with two who act for it, then each of them counts', () => {
    const staff = {
      ...people,
      tenures: people.tenures.filter(({ office }) => office !== 'segretario'),
      delegations: [delegation('d-1', 'segretario', 'u-deputy'), delegation('d-2', 'segretario', 'u-other')],
    };
    const told = stepOf({ kind: 'all', of: 'members' }, staff).after(takes('a', deputy), takes('a', who.giunta));
    expect(told.state.status).toBe('open');
    expect(told.after(takes('a', { id: 'u-other', office: 'segretario' })).state.status).toBe('approved');
  });

  it('given one who holds two of the offices, then a delegate speaks for one of them beside their own voice', () => {
    const staff = { ...replaced, tenures: [...people.tenures, tenure('u-segretario', 'giunta')] };
    const alone = { ...staff, tenures: staff.tenures.filter(({ person }) => person !== 'u-giunta') };
    const told = stepOf({ kind: 'all', of: 'offices' }, alone).after(
      takes('a', { id: 'u-segretario', office: 'giunta' }),
    );
    expect(whoAt(told, alone)).toMatchObject([{ office: 'segretario', persons: ['u-deputy'] }]);
    expect(told.after(takes('a', deputy)).state.status).toBe('approved');
  });
});
