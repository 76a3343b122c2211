import { languageOf } from './language.js';

describe('choosing the language of an answer', () => {
  it.each([
    [undefined, 'it'],
    ['', 'it'],
    ['fr', 'it'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['it-IT,it;q=0.9,en;q=0.8', 'it'],
    ['de, en;q=0.7, it;q=0.3', 'en'],
    ['en;q=0', 'it'],
  ])('given Accept-Language %s, then it is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
