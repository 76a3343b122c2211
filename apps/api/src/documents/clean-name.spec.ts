import { cleanName } from './clean-name.js';

describe('the name of a document', () => {
  it.each([
    ['relazione finale.pdf', 'relazione finale.pdf'],
    ['C:\\Utenti\\anna\\verbale.pdf', 'verbale.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['fattura\u202efdp.exe', 'fatturafdp.exe'],
    ['a\u0000b\u001b[31m\r\n.pdf', 'ab[31m.pdf'],
    ['piano\u200b\u00ad 2022.pdf', 'piano 2022.pdf'],
    ['..', 'documento'],
    ['a:b*c?.csv', 'a-b-c-.csv'],
    ['perche\u0301.pdf', 'perché.pdf'],
  ])('given %j, then it is %j', (name, cleaned) => {
    expect(cleanName(name)).toBe(cleaned);
  });

  it('given a very long name, then its extension stays', () => {
    const cleaned = cleanName(`${'è'.repeat(400)}.pdf`);
    expect(Array.from(cleaned)).toHaveLength(150);
    expect(cleaned.endsWith('è.pdf')).toBe(true);
  });
});
