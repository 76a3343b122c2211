import { formatsOf } from './formats.js';

describe('how values are written', () => {
  it('given an exact amount, when written in Italian, then no digit is lost however large it is', () => {
    expect(formatsOf('it').money('123456789012.5')).toBe('123.456.789.012,50 €');
    expect(formatsOf('en').money('1234')).toBe('1,234.00 €');
  });

  it('given a day, then it is that day wherever the browser is', () => {
    expect(formatsOf('it').day('2022-12-31')).toBe('31/12/2022');
  });

  it('given an instant, then it is told by the clock of Rome', () => {
    expect(formatsOf('it').instant('2022-12-31T23:30:00.000Z')).toContain('1 gen 2023');
  });
});
