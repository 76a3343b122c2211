import { approvalOf, folded, opening, people, step, takes, who } from '../testing/approval.js';
import { parties } from '../testing/staff.js';
import { timeOut } from './terms.js';
import { waitingAt } from './waiting.js';

const calendar = { patronDay: null };
const timed = step('a', { term: { workingDays: 3 }, onTimeout: [{ after: 1, do: 'remind' }] });

describe('why an approval does not move', () => {
  it('given a step that waits, then it says who could act, since when, until when and what comes next', () => {
    expect(waitingAt(approvalOf(opening([timed])).state, people, calendar)).toMatchObject({
      step: { id: 'a' },
      since: '2023-01-20T08:00:00.000Z',
      until: '2023-01-25',
      overdue: false,
      next: { do: 'remind', on: '2023-01-26' },
      who: [{ office: 'segretario', persons: ['u-segretario'] }],
      stuck: null,
    });
  });

  it('given a day after the term, then it is overdue', () => {
    const later = { ...people, day: '2023-01-26' };
    expect(waitingAt(approvalOf(opening([timed])).state, later, calendar)).toMatchObject({ overdue: true });
  });

  it('given votes, then who voted is not waited for', () => {
    const all = step('a', {
      who: [{ office: 'nucleo' }, { office: 'giunta' }],
      agreement: { kind: 'all', of: 'offices' },
    });
    const { state } = approvalOf(opening([all])).after(takes('a', who.giunta));
    expect(waitingAt(state, people, calendar)).toMatchObject({
      who: [{ office: 'nucleo' }],
      seats: [
        { office: 'nucleo', decides: false },
        { office: 'giunta', decides: false },
      ],
      votes: [{ person: 'u-giunta' }],
      stuck: null,
    });
  });

  it('given too few who could agree, then it is stuck for a vacancy', () => {
    const quorum = step('a', { who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count: 4 } });
    expect(waitingAt(approvalOf(opening([quorum])).state, people, calendar)).toMatchObject({ stuck: 'vacant' });
    const vacant = step('a', { who: [{ office: 'tributi' }] });
    expect(waitingAt(approvalOf(opening([vacant])).state, people, calendar)).toMatchObject({
      stuck: 'vacant',
      who: [{ office: 'tributi', persons: [] }],
    });
  });

  it('given a holder whose account is disabled, then the office is held, but they are not among those who could act', () => {
    const { state } = approvalOf(opening([step('a', { who: [{ office: 'nucleo' }] })]));
    const waiting = waitingAt(state, { ...people, disabled: ['u-nucleo', 'u-nucleo-3'] }, calendar);
    expect(waiting).toMatchObject({
      stuck: null,
      who: [{ office: 'nucleo', persons: ['u-nucleo-2'], disabled: ['u-nucleo', 'u-nucleo-3'] }],
    });
    expect(waitingAt(state, people, calendar)?.who).toEqual([
      { office: 'nucleo', persons: ['u-nucleo', 'u-nucleo-2', 'u-nucleo-3'], decides: false },
    ]);
  });

  it('given everybody on the other side since it opened, then it is stuck for separation', () => {
    const { state } = approvalOf(opening([step('a')]));
    const barred = { ...state, parties: parties({ offices: ['segretario'] }) };
    expect(waitingAt(barred, people, calendar)).toMatchObject({ stuck: 'barred', who: [] });
  });

  it.each([
    ['beside', { do: 'escalate', after: 1, to: { office: 'giunta' } }],
    ['instead', { do: 'substitute', after: 1, by: { office: 'giunta' } }],
  ] as const)('given whom a time-out called %s those who were silent, then since when, and who was', (as, action) => {
    const asked = step('a', { term: { workingDays: 3 }, onTimeout: [action] });
    const { state } = approvalOf(opening([asked]));
    const silent = folded(state, timeOut(state, people, '2023-01-26T08:00:00.000Z', calendar));
    const called = { as, on: '2023-01-26', silent: ['segretario'] };
    expect(waitingAt(silent, people, calendar)).toMatchObject({ called });
    expect(waitingAt(state, people, calendar)).not.toHaveProperty('called');
  });

  it('given an approval that is over, then nothing waits', () => {
    const { state } = approvalOf(opening([step('a')])).after(takes('a', who.segretario));
    expect(waitingAt(state, people, calendar)).toBeNull();
  });
});
