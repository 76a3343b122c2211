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

  it('given an office of three and its delegate, then the delegate takes the place of one who was silent, as the log tells', () => {
    const staff = { ...people, delegations: [delegation('d-1', 'nucleo', 'u-deputy')] };
    const each = step('a', { who: [{ office: 'nucleo' }], agreement: { kind: 'all', of: 'members' } });
    const by = { id: 'u-deputy', office: 'nucleo' };
    const told = approvalOf(opening([each], { staff })).after(takes('a', who.nucleo));
    expect(whoAt(told, staff)).toMatchObject([{ persons: ['u-nucleo-2', 'u-nucleo-3', 'u-deputy'] }]);
    expect(told.when(takes('a', by))).toMatchObject({ facts: [{ onBehalfOf: 'u-nucleo-2' }] });
    const two = told.after(takes('a', by));
    expect(two.when(takes('a', who.nucleo2))).toMatchObject({ refusal: 'approval/already-voted' });
    expect(two.after(takes('a', who.nucleo3)).state.status).toBe('approved');
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
