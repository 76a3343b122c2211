import { addDays, romeDayOf } from '#domain';
import { nextDay } from './next-day.js';

describe('forward one day', () => {
  it.each([
    ['before the shorter night', '2026-03-28T07:00:00.000Z', '2026-03-29T06:00:00.000Z'],
    ['on the evening before it', '2026-03-28T22:30:00.000Z', '2026-03-29T21:30:00.000Z'],
    ['as that day begins', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['before the longer night', '2026-10-24T06:00:00.000Z', '2026-10-25T07:00:00.000Z'],
    ['as that day begins, half an hour in', '2026-10-24T22:30:00.000Z', '2026-10-25T23:30:00.000Z'],
    ['on its evening', '2026-10-25T22:59:59.999Z', '2026-10-26T22:59:59.999Z'],
    ['before a leap day', '2028-02-28T23:30:00.000Z', '2028-02-29T23:30:00.000Z'],
  ])('given a clock %s, then it shows the same hour in Rome, a day later', (_, now, later) => {
    expect(nextDay(now)).toBe(later);
  });

  it.each(['2026-03-27', '2026-10-23'])('given any quarter of an hour from %s on, then it is the next day', (from) => {
    const wrong: string[] = [];
    for (let quarter = 0; quarter < 5 * 96; quarter += 1) {
      const now = new Date(Date.parse(`${from}T00:00:00.000Z`) + quarter * 900_000).toISOString();
      if (romeDayOf(nextDay(now)) !== addDays(romeDayOf(now), 1)) wrong.push(now);
    }
    expect(wrong).toEqual([]);
  });
});
