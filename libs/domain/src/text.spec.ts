import { isBlank } from './text.js';

describe('a field that needs words', () => {
  it.each(['', ' \n', '\u200b', '\ufeff\u2060', '\u00ad', '\u3164', '\u2800', '\u200d', null, undefined])(
    'given %j, then nothing is written',
    (text) => {
      expect(isBlank(text)).toBe(true);
    },
  );

  it.each(['-', '0', '…', 'sì', '👩‍🔧', '\u200bsì'])('given %j, then something is', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});
