import { countOf, standingOf, weeksOf } from './weeks.js';

const entry = (dueOn: string, areaId: string, counts: object) => ({
  dueOn,
  areaId,
  open: 0,
  met: 0,
  missed: 0,
  late: 0,
  ...counts,
});

describe('the weeks of the year', () => {
  it('given deadlines from Monday to Sunday, then they are one week; the next Monday is another', () => {
    const weeks = weeksOf(
      [
        entry('2022-10-03', 'finanziaria', { open: 1 }),
        entry('2022-10-09', 'finanziaria', { met: 2 }),
        entry('2022-10-10', 'finanziaria', { open: 1 }),
      ],
      ['finanziaria'],
    );
    expect(weeks.map(({ from, to }) => [from, to])).toEqual([
      ['2022-10-03', '2022-10-09'],
      ['2022-10-10', '2022-10-16'],
    ]);
    expect(countOf(weeks[0]!)).toBe(3);
  });

  it('given several areas, then they follow in the order of the plan, each by week', () => {
    const weeks = weeksOf(
      [
        entry('2022-10-10', 'finanziaria', { open: 1 }),
        entry('2022-12-31', 'urbanistica', { open: 1 }),
        entry('2022-05-31', 'finanziaria', { met: 1 }),
      ],
      ['urbanistica', 'finanziaria'],
    );
    expect(weeks.map(({ areaId, from }) => `${areaId} ${from}`)).toEqual([
      'urbanistica 2022-12-26',
      'finanziaria 2022-05-30',
      'finanziaria 2022-10-10',
    ]);
  });

  it('given a missed deadline among others, then that is what shows', () => {
    const [week] = weeksOf([entry('2022-10-03', 'a', { met: 4, open: 2, missed: 1, late: 1 })], ['a']);
    expect(standingOf(week!)).toBe('missed');
  });
});
