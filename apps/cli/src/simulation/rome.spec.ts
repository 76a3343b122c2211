import { dayInRome, instantInRome, plusDays } from './rome.js';

describe('time in Rome', () => {
  it('is two hours ahead of UTC in summer and one in winter', () => {
    expect(instantInRome('2022-07-31', '09:00')).toBe('2022-07-31T07:00:00.000Z');
    expect(instantInRome('2023-01-12', '09:00')).toBe('2023-01-12T08:00:00.000Z');
  });

  it('changes in the nights it changes', () => {
    expect(instantInRome('2022-10-30', '00:30')).toBe('2022-10-29T22:30:00.000Z');
    expect(instantInRome('2022-10-30', '12:00')).toBe('2022-10-30T11:00:00.000Z');
    expect(instantInRome('2022-03-27', '12:00')).toBe('2022-03-27T10:00:00.000Z');
  });

  it('shows the next day in Rome before UTC does', () => {
    expect(dayInRome('2022-12-31T23:00:00.000Z')).toBe('2023-01-01');
    expect(dayInRome('2022-12-31T22:59:59.999Z')).toBe('2022-12-31');
  });

  it('counts days over the change of the hour', () => {
    expect(plusDays('2022-10-28', 7)).toBe('2022-11-04');
    expect(plusDays('2022-03-01', -1)).toBe('2022-02-28');
  });
});
