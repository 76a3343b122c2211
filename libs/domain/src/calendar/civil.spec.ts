import { addDays, daysBetween, isLocalDate, lastDayOfMonth, weekdayOf } from './civil.js';

const DAY_MS = 86_400_000;

describe('civil days', () => {
  it('given every day from 1890 to 2110, when compared with the platform, then date, weekday and distance agree', () => {
    const wrong: string[] = [];
    const start = '1890-01-01';
    const startMs = Date.parse(start);
    for (let days = 0; days < 80_720; days += 1) {
      const expected = new Date(startMs + days * DAY_MS);
      const date = addDays(start, days);
      if (date !== expected.toISOString().slice(0, 10)) wrong.push(`${date} is not ${expected.toISOString()}`);
      if (weekdayOf(date) % 7 !== expected.getUTCDay()) wrong.push(`weekday of ${date}`);
      if (daysBetween(start, date) !== days) wrong.push(`distance of ${date}`);
      if (!isLocalDate(date)) wrong.push(`${date} exists`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    '2022-02-29',
    '1900-02-29',
    '2022-04-31',
    '2022-13-01',
    '2022-00-10',
    '2022-01-00',
    '2022-1-1',
    '0022-07-31',
    '31.07.2022',
    '',
  ])('given %j, when asked, then it is no day', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it.each(['2024-02-29', '2000-02-29', '2022-12-31'])('given %s, when asked, then it is a day', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    ['2022-02-10', '2022-02-28'],
    ['2024-02-01', '2024-02-29'],
    ['2022-12-31', '2022-12-31'],
    ['2022-04-30', '2022-04-30'],
  ])('given %s, when its month ends, then it is %s', (date, last) => {
    expect(lastDayOfMonth(date)).toBe(last);
  });

  it('given days before, when added, then the calendar goes back', () => {
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2022-08-02', '2022-07-31')).toBe(-2);
  });
});
