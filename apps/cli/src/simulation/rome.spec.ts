import { instantInRome } from './rome.js';

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
});
