import { firstLanguage } from './first-language.js';

describe('the language in which a page begins', () => {
  it.each([
    ['nothing chosen yet, and a browser in English', null, ['en-GB', 'it'], 'en'],
    ['nothing chosen yet, and one in Italian', null, ['it-IT', 'en-US'], 'it'],
    ['nothing chosen yet, and one that asks for English after a language that there is not', null, ['de', 'en'], 'en'],
    ['Italian chosen in a browser in English', 'it', ['en-US'], 'it'],
    ['English chosen in a browser in Italian', 'en', ['it'], 'en'],
    ['a browser that asks for none of them', null, ['de-DE', 'fr'], 'it'],
    ['a browser that asks for nothing, and a choice of nobody', 'xx', [], 'it'],
  ])('given %s, then it is that', (_, kept, asked, language) => {
    expect(firstLanguage(kept, asked)).toBe(language);
  });
});
