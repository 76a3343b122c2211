import { addDays } from './civil.js';
import { addWorkingDays, easterOf, isHoliday, isWorkingDay } from './working-days.js';

describe('working days', () => {
  it.each([
    [1818, '1818-03-22'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2019, '2019-04-21'],
    [2022, '2022-04-17'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
  ])('given %i, when Easter comes, then it is on %s', (year, day) => {
    expect(easterOf(year)).toBe(day);
  });

  it.each([
    '2022-01-01',
    '2022-01-06',
    '2022-04-18',
    '2022-04-25',
    '2022-05-01',
    '2022-06-02',
    '2022-08-15',
    '2022-11-01',
    '2022-12-08',
    '2022-12-25',
    '2022-12-26',
  ])('given %s, when asked, then it is a holiday everywhere in Italy', (day) => {
    expect(isHoliday(day)).toBe(true);
  });

  it('given 4 October, when asked, then it is a holiday from 2026', () => {
    expect(isHoliday('2025-10-04')).toBe(false);
    expect(isHoliday('2026-10-04')).toBe(true);
  });

  it('given the patron saint of a town, when asked, then offices there are closed', () => {
    expect(isWorkingDay('2022-11-11')).toBe(true);
    expect(isWorkingDay('2022-11-11', '11-11')).toBe(false);
  });

  it.each([
    ['2022-07-31', -1, '2022-07-29'],
    ['2022-07-31', 1, '2022-08-01'],
    ['2022-07-31', 0, '2022-07-31'],
    ['2022-12-27', -1, '2022-12-23'],
    ['2022-12-31', -5, '2022-12-23'],
    ['2022-12-31', 1, '2023-01-02'],
    ['2022-04-15', 1, '2022-04-19'],
  ])('given %s, when counting %i working days, then it is %s', (day, count, expected) => {
    expect(addWorkingDays(day, count)).toBe(expected);
  });

  it('given a patron saint in between, when counting, then that day does not count', () => {
    expect(addWorkingDays('2022-11-10', 1, '11-11')).toBe('2022-11-14');
  });

  it('given every day of four years, when going forward and back, then a working day is reached again', () => {
    const workingDays = Array.from({ length: 1461 }, (_, day) => addDays('2024-01-01', day)).filter((day) =>
      isWorkingDay(day),
    );
    expect(workingDays.map((day) => addWorkingDays(addWorkingDays(day, 7), -7))).toEqual(workingDays);
  });
});
