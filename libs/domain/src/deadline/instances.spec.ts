import { weekdayOf } from '../calendar/civil.js';
import type { Deadline } from './deadline.js';
import { instancesOf, missedAt } from './instances.js';

const common = { id: 'd', shareIds: ['s'], text: '' };
const days = (deadline: Deadline) => instancesOf(deadline).map(({ dueOn }) => dueOn);
const weekly = (from: string, until: string): Deadline => ({
  ...common,
  kind: 'recurring',
  every: 'week',
  from,
  until,
  nilReturn: true,
});

describe('instances of a deadline', () => {
  it('given the weekly reports of the 2022 plan, when reckoned, then 28 fall due, on Sundays and on the last day', () => {
    const due = days(weekly('2022-06-20', '2022-12-31'));
    expect(due).toHaveLength(28);
    expect(due[0]).toBe('2022-06-26');
    expect(due.at(-1)).toBe('2022-12-31');
    expect(due.slice(0, -1).every((day) => weekdayOf(day) === 7)).toBe(true);
    expect(new Set(due).size).toBe(28);
  });

  it.each([
    ['2022-06-26', '2022-06-26', ['2022-06-26']],
    ['2022-06-22', '2022-06-24', ['2022-06-24']],
    ['2022-06-26', '2022-07-03', ['2022-06-26', '2022-07-03']],
    ['2022-06-27', '2022-07-04', ['2022-07-03', '2022-07-04']],
  ])('given weeks from %s to %s, when reckoned, then %j', (from, until, expected) => {
    expect(days(weekly(from, until))).toEqual(expected);
  });

  it('given months, when reckoned, then each ends on its last day and the last is clipped', () => {
    const monthly: Deadline = { ...weekly('2023-12-15', '2024-03-10'), every: 'month' } as Deadline;
    expect(days(monthly)).toEqual(['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-10']);
  });

  it.each<[string, Deadline, string[]]>([
    ['a fixed day', { ...common, kind: 'fixed', on: '2022-07-31' }, ['2022-07-31']],
    ['the horizon', { ...common, kind: 'horizon', on: '2022-12-31' }, ['2022-12-31']],
    ['a start', { ...common, kind: 'start', from: '2022-09-01', until: null }, ['2022-09-01']],
    ['a window', { ...common, kind: 'start', from: '2022-09-01', until: '2022-10-15' }, ['2022-10-15']],
    ['a state as of a day', { ...common, kind: 'as-of', asOf: '2022-09-30', graceDays: 15 }, []],
    ['what follows minutes', { ...common, kind: 'relative', to: 'verbali', within: 'quadrimestre' }, []],
    ['what follows something else', { ...common, kind: 'after', dependsOn: 'scarto' }, []],
  ])('given %s, when reckoned, then it falls due on %j', (_, deadline, expected) => {
    expect(days(deadline)).toEqual(expected);
  });

  it('given an instance, when nobody answers, then it is missed at the next midnight in Rome', () => {
    expect(missedAt({ dueOn: '2022-07-31' })).toBe('2022-07-31T22:00:00.000Z');
    expect(missedAt({ dueOn: '2022-12-31' })).toBe('2022-12-31T23:00:00.000Z');
  });
});
