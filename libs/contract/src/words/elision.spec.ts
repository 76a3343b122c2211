import { elided } from './elision.js';

describe('an article before a day', () => {
  it.each([
    ['Promemoria del 8 luglio 2022', 'Promemoria dell’8 luglio 2022'],
    ['Dal 11 novembre 2022', 'Dall’11 novembre 2022'],
    ['oggi è il 8 ott 2022, 10:30', 'oggi è l’8 ott 2022, 10:30'],
    ['Il 11 maggio', 'L’11 maggio'],
    ['Adempiuta in ritardo la scadenza del 08/10/2022', 'Adempiuta in ritardo la scadenza dell’08/10/2022'],
  ])('loses its vowel before 8 and 11: %s', (before, after) => {
    expect(elided(before)).toBe(after);
  });

  it.each(['Dal 1 agosto 2022', 'del 18 luglio', 'dal 80', 'Report at 8 percent', 'il 7 maggio'])(
    'stays otherwise: %s',
    (words) => {
      expect(elided(words)).toBe(words);
    },
  );
});
