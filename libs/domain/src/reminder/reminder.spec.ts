import { eventsOf, given } from '../testing.js';
import type { ApprovalNotice, ReminderCommand, ReminderItem } from './reminder.js';
import { reminder } from './reminder.js';

const issued = {
  office: 'tributi',
  day: '2022-07-29',
  by: { id: 'system', office: 'system' },
  at: '2022-07-29T05:00:00.000Z',
};
const which = { office: issued.office, day: issued.day };
// what it tells of is another's to shape
const item = { shareId: '6.1.1-tributi' } as unknown as ReminderItem;
const notice = { says: 'waits' } as unknown as ApprovalNotice;
const send = (items: readonly ReminderItem[], approvals?: readonly ApprovalNotice[]): ReminderCommand => ({
  type: 'reminder.send',
  ...issued,
  items,
  ...(approvals && { approvals }),
});
const changed = (differences: readonly object[]): ReminderCommand =>
  ({
    type: 'reminder.give-notice',
    ...issued,
    about: { kind: 'plan-changed', differences },
  }) as unknown as ReminderCommand;
const resumed = { kind: 'suspension-over', shareId: '6.1.1-tributi', title: 'Archivio', on: '2022-08-01', days: 10 };
const after = (...commands: readonly ReminderCommand[]) => given(reminder)(...eventsOf(reminder, ...commands));

describe('a message to an office', () => {
  it.each<[string, ReminderCommand, object]>([
    ['deadlines alone', send([item]), { ...which, items: [item] }],
    ['deadlines, and no approval', send([item], []), { ...which, items: [item] }],
    ['approvals alone', send([], [notice]), { ...which, items: [], approvals: [notice] }],
    ['both', send([item], [notice]), { ...which, items: [item], approvals: [notice] }],
  ])('given %s, when sent, then it says that, once', (_, command, data) => {
    expect(after().when(command)).toEqual({ events: [{ type: 'reminder.sent.v1', data }] });
    expect(after(command).when(command)).toEqual({ refusal: 'reminder/already-sent', facts: which });
  });

  it.each([
    ['a day', send([])],
    ['a day, of approvals', send([], [])],
    ['a changed plan', changed([])],
  ])('given nothing to say of %s, when sent, then it is refused', (_, command) => {
    expect(after().when(command)).toEqual({ refusal: 'reminder/nothing-to-say', facts: which });
  });

  it('given a change of what an office answers for, when told, then it is told once', () => {
    const about = { kind: 'plan-changed', differences: [{ what: 'title' }] };
    expect(after().when(changed(about.differences))).toEqual({
      events: [{ type: 'reminder.notice-given.v1', data: { ...which, about } }],
    });
    expect(after(changed(about.differences)).when(changed(about.differences))).toMatchObject({
      refusal: 'reminder/already-sent',
    });
    const work = { type: 'reminder.give-notice', ...issued, about: resumed } as unknown as ReminderCommand;
    expect(after().when(work)).toEqual({
      events: [{ type: 'reminder.notice-given.v1', data: { ...which, about: resumed } }],
    });
  });

  it('given an event newer than this code, then the state stays', () => {
    expect(after().state).toEqual({ status: 'none' });
    expect(reminder.evolve({ status: 'none' }, { type: 'reminder.read.v1' } as never)).toEqual({ status: 'none' });
  });
});
