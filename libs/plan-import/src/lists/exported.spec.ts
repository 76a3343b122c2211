import fc from 'fast-check';
import { readOfficesFile } from './offices.js';
import { readPeopleFile } from './people.js';

const OFFICES = [
  { id: 'tributi', name: 'Tributi' },
  { id: 'segretario-generale', name: 'Segretario generale' },
];
const HEADINGS = ['Nome', 'Cognome', 'Utente', 'E-mail', 'Ufficio', 'Ruoli', 'Dal', 'Al'];
const ROWS = [
  ['ANNA', "D'AMICO", 'anna', 'anna@comune.example', 'TRIBUTI', 'responsabile', '1/9/22', ''],
  ['Niccolò', 'Due', 'nic', '', 'Segretario Generale', 'segretario', '01/01/2021', '31/08/2022'],
  ['Niccolò', 'Due', 'nic', '', 'Segretario Generale', 'segretario', '2022-10-01 00:00:00', ''],
];
const people = (bytes: Buffer | string) => readPeopleFile(Buffer.from(bytes), OFFICES);
const written = (rows: readonly (readonly string[])[], separator = ';', quote = '', end = '\n') =>
  rows.map((row) => row.map((cell) => `${quote}${cell}${quote}`).join(separator) + end).join('');

describe('a list as somebody exports it', () => {
  const said = people(written([HEADINGS, ...ROWS]));

  it('given days as sheets write them, names in capitals, and whoever left and came back, then each row is read', () => {
    expect([said.problems, said.warnings]).toEqual([[], []]);
    expect(said.rows.map(({ user, name, office, tenure }) => [user, name, office, tenure?.from, tenure?.to])).toEqual([
      ['anna', "ANNA D'AMICO", 'tributi', '2022-09-01', null],
      ['nic', 'Niccolò Due', 'segretario-generale', '2021-01-01', '2022-08-31'],
      ['nic', 'Niccolò Due', 'segretario-generale', '2022-10-01', null],
    ]);
  });

  it('given any separator, line end, mark, encoding, quotes, empty columns or order of columns, then it says the same', () => {
    const dress = fc.record({
      separator: fc.constantFrom(';', ',', '\t'),
      end: fc.constantFrom('\n', '\r\n', '\n;;;\n'),
      quote: fc.constantFrom('', '"'),
      encoding: fc.constantFrom('utf8', 'utf8 with a mark', 'windows-1252', 'UTF-16'),
      empty: fc.nat({ max: 3 }),
      again: fc.boolean(),
      order: fc.shuffledSubarray([...HEADINGS.keys()], { minLength: HEADINGS.length }),
    });
    fc.assert(
      fc.property(dress, ({ separator, end, quote, encoding, empty, again, order }) => {
        const rows = [HEADINGS, ...ROWS.slice(0, 1), ...(again ? [HEADINGS] : []), ...ROWS.slice(1)].map((row) => [
          ...order.map((place) => row[place] ?? ''),
          ...Array<string>(empty).fill(''),
        ]);
        const text = written(rows, separator, quote, end.replaceAll(';', separator));
        const bytes = {
          utf8: () => Buffer.from(text),
          'utf8 with a mark': () => Buffer.from(`\ufeff${text}`),
          'windows-1252': () => Buffer.from(text, 'latin1'),
          'UTF-16': () => Buffer.from(`\ufeff${text}`, 'utf16le'),
        }[encoding as 'utf8']();
        const read = people(bytes);
        expect([read.problems, read.warnings]).toEqual([[], []]);
        expect(read.rows.map(withoutPlace)).toEqual(said.rows.map(withoutPlace));
      }),
      { numRuns: 60 },
    );
  });

  it('given titles and groups of columns above the headings, then they are told, and what is below is read', () => {
    for (const title of ['COMUNE DI ESEMPIO, elenco dei dipendenti', 'COMUNE DI ESEMPIO;;;;;;;']) {
      const { rows, problems, warnings } = people(
        `${title}\n;;;;;;;\nPersona;;;;Incarico;;;\n${written([HEADINGS, ...ROWS])}`,
      );
      expect(problems).toEqual([]);
      expect(rows.map(({ line }) => line)).toEqual([5, 6, 7]);
      expect(warnings.map(({ line, code }) => [line, code])).toEqual([
        [1, 'import/row-above-headings'],
        [3, 'import/row-above-headings'],
      ]);
    }
  });

  it('given one column for both names, the usual words for days and for offices, then they are read', () => {
    const { rows, problems, warnings } = people(
      'Cognome e Nome;Unità organizzativa;Ruolo;Decorrenza;Data cessazione\nD’Amico Anna;Tributi;E.Q.;1.9.22;31.12.22',
    );
    expect([problems, warnings]).toEqual([[], []]);
    expect(rows).toMatchObject([
      { name: 'D’Amico Anna', office: 'tributi', tenure: { from: '2022-09-01', to: '2022-12-31' } },
    ]);
  });

  it('given a day of which nobody knows the year, or with more behind it, then it is told', () => {
    for (const day of ['22-06-01', '2022-06-01 circa', '31/4/22', '1/9', '13/13/2022']) {
      const { problems } = people(`Nome;Ufficio;Ruoli;Dal\nUgo;Tributi;revisore;${day}`);
      expect(problems.map(({ line, code }) => [line, code])).toEqual([[2, 'import/not-a-date']]);
    }
  });

  it('given headings alone, on however many pages, then the list is empty', () => {
    for (const text of ['Nome;Ufficio;Ruoli', 'Nome;Ufficio;Ruoli\r\nNome;Ufficio;Ruoli\r\n', '\ufeff']) {
      expect(people(text).problems.map(({ code }) => code)).toEqual(['import/empty-list']);
    }
  });

  it('given more faults than anybody reads, then the last says how many there are besides', () => {
    const rows = Array.from({ length: 230 }, (_, at) => [`Ugo U${at}`, 'Sport', 'revisore']);
    const { problems } = people(written([['Nome', 'Ufficio', 'Ruoli'], ...rows]));
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)).toMatchObject({ line: 202, code: 'import/further-ones' });
    expect(problems.at(-1)?.message.en).toContain('30 more');
  });
});

describe('the office of the Segretario, and codes that are none, in a list', () => {
  const called = [
    { id: 'segretario-generale', name: 'Segretario Generale' },
    { id: 'segretario-generale', name: 'Segretario Comunale' },
  ];
  const offices = (rows: string, known: readonly { id: string; name: string }[] = []) => {
    const {
      rows: read,
      problems,
      warnings,
    } = readOfficesFile(Buffer.from(`Codice;Denominazione\n${rows}`), called, known);
    return {
      ids: read.map(({ id }) => id),
      problems: problems.map(({ line, code }) => `${line} ${code}`),
      warnings: warnings.map(({ line, code }) => `${line} ${code}`),
    };
  };

  it('given «Segretariato generale» without a code, then it is the Segretario’s, and that is told', () => {
    const expected = { ids: ['segretario-generale'], problems: [], warnings: ['2 import/taken-for-segretario'] };
    expect(offices(';Segretariato generale')).toEqual(expected);
    expect(offices(';SEGRETARIATO COMUNALE')).toEqual(expected);
  });

  it('given a code of its own, then it is another office, and its line says so', () => {
    expect(offices('sg;Segretariato generale')).toEqual({
      ids: ['sg'],
      problems: [],
      warnings: ['2 import/office-of-same-name'],
    });
  });

  it('given both in one list, then the second is told to have the code of the first', () => {
    expect(offices(';Segretario generale\n;Segretariato generale').problems).toEqual(['3 import/duplicate-office']);
    expect(offices(';Segretario generale\nsg;Segretariato generale').problems).toEqual([]);
  });

  it('given that the body has an office of that very name, then it is that one', () => {
    const known = [{ id: 'segretariato', name: 'Segretariato generale' }];
    expect(offices(';Segretariato generale', known).ids).toEqual(['segretariato']);
  });

  it('given people of «Segretariato generale», then they are of the Segretario’s office', () => {
    expect(people('Nome;Ufficio;Ruoli\nUgo;Segretariato generale;segretario').rows[0]?.office).toBe(
      'segretario-generale',
    );
  });

  it('given a title that begins as a heading does, then the row below that names several columns has the headings', () => {
    const { rows, problems, warnings } = readOfficesFile(
      Buffer.from('Uffici del Comune di Esempio\nCodice;Denominazione;Tipo\ntrib;Tributi;area'),
    );
    expect([rows.map(({ id }) => id), problems, warnings.map(({ line }) => line)]).toEqual([['trib'], [], [1]]);
  });

  it('given rows that begin as headings do, then they are rows', () => {
    const { rows, problems } = readOfficesFile(
      Buffer.from('Ufficio;Note\nSettore tributi;Codispoti Mario\nArea tecnica;Tipografia'),
    );
    expect([rows.map(({ id }) => id), problems]).toEqual([['settore-tributi', 'area-tecnica'], []]);
  });

  it('given a code that cannot be one, then its line says which the office has', () => {
    const { rows, warnings } = readOfficesFile(Buffer.from('Codice;Denominazione\n12;Tributi\nUff. 3;Sport\n;Urp'));
    expect(rows.map(({ id }) => id)).toEqual(['tributi', 'sport', 'urp']);
    expect(warnings.map(({ line, code }) => [line, code])).toEqual([
      [2, 'import/unusable-code'],
      [3, 'import/unusable-code'],
    ]);
    expect(warnings[1]?.message.it).toMatch(/«Uff\. 3» .* «sport»/);
  });
});

function withoutPlace<Row extends { readonly line: number; readonly place: unknown }>(row: Row) {
  return { ...row, line: 0, place: null };
}
