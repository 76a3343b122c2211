import { eventsOf, given } from '../testing.js';
import type { Difference } from '../variation/differences.js';
import type { NoticeAbout } from './notice.js';
import {
  reminder,
  type ApprovalNotice,
  type ReminderCommand,
  type ReminderEvent,
  type ReminderItem,
} from './reminder.js';

const issued = {
  office: 'tributi',
  day: '2022-07-29',
  by: { id: 'system', office: 'system' },
  at: '2022-07-29T05:00:00.000Z',
};
const which = { office: issued.office, day: issued.day };
const item: ReminderItem = {
  objectiveId: '2022-6.1.1',
  shareId: '6.1.1-tributi',
  deadlineId: 'draft',
  instance: '2022-08-01',
  step: '-1',
  dueOn: '2022-08-01',
  title: 'Archivio',
};
const notice: ApprovalNotice = {
  approvalId: 'plan~2022~plan',
  since: issued.at,
  rung: 0,
  says: 'waits',
  others: [],
  subject: 'plan',
  streamId: '2022',
  title: null,
  step: { it: 'Parere', en: 'Opinion' },
};
const send = (items: readonly ReminderItem[], approvals?: readonly ApprovalNotice[]): ReminderCommand => ({
  type: 'reminder.send',
  ...issued,
  items,
  ...(approvals && { approvals }),
});
const tell = (about: NoticeAbout): ReminderCommand => ({ type: 'reminder.give-notice', ...issued, about });
const changed = (differences: readonly Difference[]): NoticeAbout => ({
  kind: 'plan-changed',
  planId: '2022',
  version: 2,
  variationId: 'v-1',
  act: null,
  differences,
});
const difference: Difference = {
  objectiveId: '6.1.1',
  title: 'Archivio',
  shareId: '6.1.1-tributi',
  areaId: 'tributi',
  what: 'weight',
  name: '',
  before: '10',
  after: '8',
};
const resumed: NoticeAbout = {
  kind: 'suspension-over',
  objectiveId: '2022-6.1.1',
  shareId: '6.1.1-tributi',
  title: 'Archivio',
  on: '2022-08-01',
  days: 10,
  unratified: false,
};
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
    ['a changed plan', tell(changed([]))],
  ])('given nothing to say of %s, when sent, then it is refused', (_, command) => {
    expect(after().when(command)).toEqual({ refusal: 'reminder/nothing-to-say', facts: which });
  });

  it('given a change of what an office answers for, when told, then it is told once', () => {
    const about = changed([difference]);
    expect(after().when(tell(about))).toEqual({
      events: [{ type: 'reminder.notice-given.v1', data: { ...which, about } }],
    });
    expect(after(tell(about)).when(tell(about))).toMatchObject({ refusal: 'reminder/already-sent' });
    expect(after().when(tell(resumed))).toEqual({
      events: [{ type: 'reminder.notice-given.v1', data: { ...which, about: resumed } }],
    });
  });

  it('given an event newer than this code, then the state stays', () => {
    expect(after().state).toEqual({ status: 'none' });
    const newer = { type: 'reminder.read.v1', data: which };
    // the log may hold what this code does not know
    expect(reminder.evolve({ status: 'none' }, newer as object as ReminderEvent)).toEqual({ status: 'none' });
  });
});
