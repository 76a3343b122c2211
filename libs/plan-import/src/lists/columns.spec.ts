import { readPeopleFile } from './people.js';

const OFFICES = [
  { id: 'lavori-pubblici', name: 'Lavori pubblici' },
  { id: 'polizia-locale', name: 'Area Polizia locale' },
];
const people = (text: string) => readPeopleFile(Buffer.from(text), OFFICES);

describe('the columns of a list, and how long it may be', () => {
  it('with columns that say nothing here, then each is told, and the rest is read', () => {
    const { rows, problems, warnings } = people('Matricola;Nome;Ufficio;Ruoli;Mansione;\n1;Ugo;LL.PP.;revisore;x;');
    expect([rows.length, problems]).toEqual([1, []]);
    expect(warnings).toMatchObject([
      {
        line: 1,
        code: 'import/unknown-column',
        message: { it: expect.stringContaining('colonna 1, «Matricola»') as string },
      },
      {
        line: 1,
        code: 'import/unknown-column',
        message: { it: expect.stringContaining('colonna 5, «Mansione»') as string },
      },
    ]);
  });

  it('with the same column twice, or more cells than headings, then it is told with its line and column', () => {
    const told = (text: string) => people(text).problems.map(({ line, code, message }) => [line, code, message.en]);
    expect(told('Nome;Ufficio;Ruoli;Area\nUgo;LL.PP.;revisore;Polizia locale')).toEqual([
      [1, 'import/duplicate-column', expect.stringContaining('column 4, «Area», says the same as column 2')],
    ]);
    expect(told('Nome;Ufficio;Ruoli\nUgo;LL.PP.;revisore\nEva;LL.PP.;revisore;;x')).toEqual([
      [3, 'import/cell-without-column', expect.stringContaining('«x» is in column 5 of 3')],
    ]);
  });

  it('with a qualification among the roles, then the column is told in which it stands', () => {
    for (const written of ['RPCT', 'Responsabile della prevenzione della corruzione']) {
      const { problems } = people(`Nome;Ufficio;Ruoli\nUgo;LL.PP.;responsabile, ${written}`);
      expect(problems).toMatchObject([
        {
          line: 2,
          code: 'import/unknown-role',
          message: { it: expect.stringMatching(/«qualifiche».*«dal»/) as string },
        },
      ]);
    }
  });

  it('of as many entries as there may be, and of one more, which is told with the limit', () => {
    const list = (count: number) =>
      people(
        ['Nome;Ufficio;Ruoli', ...Array.from({ length: count }, (_, i) => `Ugo U${i};LL.PP.;revisore`)].join('\n'),
      );
    expect(list(5_000)).toMatchObject({ problems: [], rows: { length: 5_000 } });
    const { rows, problems } = list(5_001);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'import/too-large', message: { it: expect.stringContaining('5000 voci') as string } },
    ]);
  });
});
