import { decimalInWords } from './decimal.js';

describe('decimals in sentences', () => {
  it.each([
    ['489.51', '489,51', '489.51'],
    ['1321.65', '1.321,65', '1,321.65'],
    ['1234567.5', '1.234.567,5', '1,234,567.5'],
    ['100.50', '100,50', '100.50'],
    ['-0.01', '-0,01', '-0.01'],
  ])('given %s, then people read %s, or %s in English', (decimal, italian, english) => {
    expect(decimalInWords(decimal, 'it')).toBe(italian);
    expect(decimalInWords(decimal, 'en')).toBe(english);
  });

  it.each(['2022', '1.1.3', '2022-03-01', 'd.1', '1.', '', '17,5'])('given «%s», then it is no decimal', (text) => {
    expect(decimalInWords(text, 'it')).toBeNull();
  });
});
