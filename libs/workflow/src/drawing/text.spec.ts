import { escaped } from './text.js';

describe('a text in a drawing', () => {
  it('given line breaks or other control characters, then it stays on one line', () => {
    expect(escaped('De:finitivo\n[*] --> x')).toBe('De:finitivo [*] --#62; x');
    expect(escaped('a\r\n\tb\u0007c\u2028d\u0085e')).toBe('a b c d e');
  });

  it('given what has a meaning there, then it is an entity', () => {
    expect(escaped('"a" #1; <b>')).toBe('#34;a#34; #35;1#59; #60;b#62;');
  });
});
