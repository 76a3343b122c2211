import fc from 'fast-check';
import { addDays, lastDayOfMonth, weekdayOf } from '../calendar/civil.js';
import type { Deadline } from './deadline.js';
import { instancesOf, missedAt } from './instances.js';

const common = { id: 'd', shareIds: ['s'], text: '' };
const asOf = { ...common, kind: 'as-of', asOf: '2022-09-30', graceDays: 15 } as const;
const days = (deadline: Deadline) => instancesOf(deadline).map(({ dueOn }) => dueOn);
type Series = Extract<Deadline, { kind: 'recurring' }>;
type Every = Series['every'];
const weekly = (from: string, until: string): Series => ({
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
    const monthly: Deadline = { ...weekly('2023-12-15', '2024-03-10'), every: 'month' };
    expect(days(monthly)).toEqual(['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-10']);
  });

  it.each<[string, Deadline, string[]]>([
    ['a fixed day', { ...common, kind: 'fixed', on: '2022-07-31' }, ['2022-07-31']],
    ['the horizon', { ...common, kind: 'horizon', on: '2022-12-31' }, ['2022-12-31']],
    ['a start', { ...common, kind: 'start', from: '2022-09-01', until: null }, ['2022-09-01']],
    ['a window', { ...common, kind: 'start', from: '2022-09-01', until: '2022-10-15' }, ['2022-10-15']],
    ['a state as of a day', { ...asOf, dueOn: '2022-10-15' }, ['2022-10-15']],
    ['a state as of a day in an older log', asOf, []],
    ['what follows minutes', { ...common, kind: 'relative', to: 'verbali', within: 'quadrimestre' }, []],
    ['what follows something else', { ...common, kind: 'after', dependsOn: 'scarto' }, []],
  ])('given %s, when reckoned, then it falls due on %j', (_, deadline, expected) => {
    expect(days(deadline)).toEqual(expected);
  });

  it.each<[Every, number, string, string, string[]]>([
    ['month', 5, '2022-01-01', '2022-03-31', ['2022-01-05', '2022-02-05', '2022-03-05']],
    ['month', 5, '2022-01-06', '2022-03-04', ['2022-02-05']],
    ['month', 31, '2024-01-31', '2024-04-30', ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30']],
    ['week', 1, '2022-06-20', '2022-07-04', ['2022-06-20', '2022-06-27', '2022-07-04']],
    ['week', 7, '2022-06-20', '2022-06-25', []],
  ])('given each %s on day %i from %s to %s, when reckoned, then %j', (every, day, from, until, expected) => {
    expect(days({ ...weekly(from, until), every, day })).toEqual(expected);
  });

  it('for any series on a day, one falls due in each whole week or month, on that day or the last before it, in order', () => {
    const start = fc.integer({ min: 0, max: 4000 }).map((after) => addDays('2020-01-01', after));
    const series = fc.record({
      every: fc.constantFrom<Every>('week', 'month'),
      day: fc.integer({ min: 1, max: 31 }),
      from: start,
      length: fc.nat(800),
    });
    fc.assert(
      fc.property(series, ({ every, from, length, ...drawn }) => {
        const day = every === 'week' ? ((drawn.day - 1) % 7) + 1 : drawn.day;
        const until = addDays(from, length);
        const found = days({ ...weekly(from, until), every, day });
        const isDay = (one: string) =>
          every === 'week'
            ? weekdayOf(one) === day
            : Number(one.slice(8)) === day || (one === lastDayOfMonth(one) && Number(one.slice(8)) < day);
        const all = Array.from({ length: length + 1 }, (_, after) => addDays(from, after));
        expect(found).toEqual(all.filter(isDay));
      }),
    );
  });

  it('given an instance, when nobody answers, then it is missed at the next midnight in Rome', () => {
    expect(missedAt({ dueOn: '2022-07-31' })).toBe('2022-07-31T22:00:00.000Z');
    expect(missedAt({ dueOn: '2022-12-31' })).toBe('2022-12-31T23:00:00.000Z');
  });
});
