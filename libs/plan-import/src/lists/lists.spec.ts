import { asXlsx } from '../../../../test/support/office/as-xlsx.js';
import { readOfficesFile } from './offices.js';
import { readPeopleFile } from './people.js';

const OFFICES = [
  { id: 'lavori-pubblici', name: 'Lavori pubblici' },
  { id: 'polizia-locale', name: 'Area Polizia locale' },
  { id: 'segretario-generale', name: 'Segretario generale' },
];
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const people = (text: string) => readPeopleFile(bytes(text), OFFICES);
const codes = (text: string) => people(text).problems.map(({ line, code }) => [line, code]);
const anna = {
  line: 2,
  place: { it: 'riga 2', en: 'line 2' },
  user: 'anna.riva',
  name: 'Anna Riva',
  email: 'a.riva@comune.example',
  office: 'lavori-pubblici',
  roles: ['responsabile', 'revisore'],
};

describe('people from a list', () => {
  it.each([
    [
      'semicolons',
      'Nome;Cognome;Utente;E-mail;Ufficio;Ruoli\nAnna;Riva;anna.riva;a.riva@comune.example;LL.PP.;Responsabile, Revisore',
    ],
    [
      'commas and quotes',
      'name,surname,user,e-mail,office,roles\n"Anna","Riva",ANNA.RIVA,a.riva@comune.example,lavori-pubblici,"head, auditor"',
    ],
    [
      'tabs, other order',
      'Ruolo\tUfficio\tCognome\tNome\tPosta elettronica\nP.O. e revisore\tArea lavori pubblici\tRiva\tAnna\ta.riva@comune.example',
    ],
    [
      'lines of an older program',
      '\r\nNome;E-mail;Ufficio;Ruolo\r\nAnna Riva;a.riva@comune.example;Lavori Pubblici;dirigente/revisore\r\n;;;\r\n'.slice(
        2,
      ),
    ],
  ])('with %s', (_, text) => expect(people(text)).toEqual({ rows: [anna], problems: [], warnings: [] }));

  it('with since when, in which quality, for whom and by which act', () => {
    const { rows, problems } = people(
      'Nome;Cognome;Ufficio;Ruoli;Dal;Al;Qualifiche;Atto;Sostituisce;Sostituisce dal;Sostituisce fino al\n' +
        'Anna;Riva;LL.PP.;responsabile;01/03/2022;2022-12-31;RPCT;DS 7 del 1/2/2022;Polizia locale;1/8/2022;31.8.2022\n' +
        'Ugo;Neri;LL.PP.;revisore;;;;;;;',
    );
    const act = { kind: 'DS', number: '7', date: '2022-02-01' };
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({
      tenure: { from: '2022-03-01', to: '2022-12-31', qualifications: ['rpct'], act },
      standsIn: { office: 'polizia-locale', from: '2022-08-01', until: '2022-08-31', act },
    });
    expect(rows[1]).not.toHaveProperty('tenure');
    expect(rows[1]).not.toHaveProperty('standsIn');
  });

  it.each([
    ['Dal', '30/02/2022', 'import/not-a-date'],
    ['Al', '31/12/2022', 'import/missing-value'],
    ['Qualifiche', 'RPCT', 'import/missing-value'],
    ['Atto', 'decreto sindacale', 'import/not-an-act'],
    ['Atto', 'DS 7 del 01/06/2022', 'import/missing-value'],
    ['Sostituisce', 'Polizia locale', 'import/missing-value'],
  ])('whose column %s says %s and not enough or nothing that can be', (column, cell, code) => {
    expect(codes(`Nome;Ufficio;Ruoli;${column}\nUgo;LL.PP.;revisore;${cell}`)).toEqual([[2, code]]);
  });

  it.each([
    ['Dal;Al', '01/03/2022;28/02/2022'],
    ['Sostituisce;Sostituisce dal;Sostituisce fino al', 'Polizia locale;2022-08-31;2022-08-01'],
  ])('whose days (%s) are the wrong way round', (columns, cells) => {
    expect(codes(`Nome;Ufficio;Ruoli;${columns}\nUgo;LL.PP.;revisore;${cells}`)).toEqual([
      [2, 'import/ends-before-it-begins'],
    ]);
  });

  it('of an office that there is not, and each that there is stands once in the answer', () => {
    const twice = [...OFFICES, ...OFFICES.map(({ id }) => ({ id, name: `Ufficio ${id}` }))];
    const { problems } = readPeopleFile(bytes('Nome;Ufficio;Ruoli\nUgo;Sport;revisore'), twice);
    const known = OFFICES.map(({ id }) => id).join(', ');
    expect(problems[0]?.message.it).toContain(`(${known})`);
  });

  it('with a line that announces the separator', () => {
    const { rows, problems } = people('sep=;\r\nNome;Ufficio;Ruoli\r\nUgo;Lavori pubblici;revisore\r\n');
    expect(rows).toMatchObject([{ line: 3, name: 'Ugo' }]);
    expect(problems).toEqual([]);
  });

  it('in other encodings, and from a spreadsheet', () => {
    const text = 'Nome;Cognome;Ufficio;Ruolo\nNicolò;Dè Rù;polizia locale;responsabile';
    const expected = [['nicolo.deru', 'Nicolò Dè Rù', 'polizia-locale']];
    const said = (content: Uint8Array) =>
      readPeopleFile(content, OFFICES).rows.map(({ user, name, office }) => [user, name, office]);
    expect(said(bytes(text, 'latin1'))).toEqual(expected);
    expect(said(bytes(`\ufeff${text}`, 'utf16le'))).toEqual(expected);
    const rows = text.split('\n').map((row) => ({
      header: false,
      cells: row.split(';').map((cell) => ({ lines: [{ text: cell, item: false, gap: 0 }], joined: false })),
    }));
    expect(said(asXlsx([{ kind: 'table', rows }]))).toEqual(expected);
  });

  it('tells a quality that is none, with those that are and the one that may be meant', () => {
    const row = (quality: string) =>
      people(`Nome;Cognome;Ufficio;Ruoli;Dal;Qualifiche\nAnna;Riva;LL.PP.;responsabile;2022-03-01;${quality}`);
    expect(row('Responsabile della prevenzione della corruzione, Nucleo').rows[0]).toMatchObject({
      tenure: { qualifications: ['rpct', 'nucleo'] },
    });
    expect(row('rptc').problems).toMatchObject([
      {
        line: 2,
        code: 'import/unknown-qualification',
        message: { it: expect.stringMatching(/rpct\. Forse si intendeva «rpct»\.$/) as string },
      },
    ]);
    expect(row('amministratore').problems).toMatchObject([{ code: 'import/unknown-qualification' }]);
  });

  it.each([
    ['responsabil', 'responsabile'],
    ['segretarioo', 'segretario'],
    ['revisor', 'revisore'],
    ['nuclei', 'nucleo'],
  ])('tells a role that is misspelt, %s, with those that are and the one that may be meant', (written, meant) => {
    const { rows, problems } = people(`Nome;Ufficio;Ruoli\nUgo;LL.PP.;${written}`);
    expect(rows[0]?.roles).toEqual([]);
    expect(problems).toMatchObject([
      {
        line: 2,
        code: 'import/unknown-role',
        message: { it: expect.stringMatching(`amministratore, .*\\. Forse si intendeva «${meant}»`) as string },
      },
    ]);
  });

  it('takes a role in the words of an office, with what belongs to it', () => {
    const words = [
      'Responsabile di servizio',
      'Segretaria comunale',
      'Vice-segretario',
      'Assessore al bilancio',
      'E.Q.',
      'Titolare di P.O.', // prettier-ignore
    ];
    const { rows, problems } = people(
      ['Nome;Utente;Ufficio;Ruoli', ...words.map((word, index) => `Ugo;u${index};LL.PP.;${word}`)].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ roles }) => roles)).toEqual([
      ['responsabile'],
      ['segretario'],
      ['vicesegretario'],
      ['giunta'],
      ['responsabile'],
      ['responsabile'],
    ]);
  });

  it('tells every fault with its line', () => {
    const text = [
      'Nome;Cognome;Utente;E-mail;Ufficio;Ruoli',
      'Anna;Riva;;;Lavori pubblici;responsabile',
      'Anna;Riva;;;Lavori pubblici;responsabile',
      ';;x;;Lavori pubblici;giunta',
      'Ugo;Po;Ugo Po;ugo@;Sport;mago',
      '"Eva\nMaria";Oro;;;;',
      'Ivo;Re;ivo.re;;Polizia locale;revisore',
      'Ada;Sì;ada.si;;Polizia locale;nucleo e segretario',
      'Ida;Sì;ida.si;;Polizia locale;nucleo e vicesegretario',
    ].join('\n');
    expect(codes(text)).toEqual([
      [3, 'import/duplicate-user'],
      [4, 'import/missing-value'],
      [5, 'import/not-a-user-name'],
      [5, 'import/not-an-address'],
      [5, 'import/unknown-office'],
      [5, 'import/unknown-role'],
      [6, 'import/missing-value'],
      [6, 'import/missing-value'],
      [9, 'import/incompatible-roles'],
      [10, 'import/incompatible-roles'],
    ]);
    expect(people(text).rows.at(-1)?.line).toBe(10);
    expect(people(text).problems[0]?.message.it).toBe(
      "L'utente «anna.riva» alla riga 3 è già alla riga 2: se è la stessa persona con più incarichi, scrivere in ogni riga lo stesso utente, lo stesso nome, la stessa e-mail e da quando (colonna «dal»); solo se sono due persone diverse, un altro nome utente per una delle due.",
    );
  });

  it('of one person who has two offices, each with its days, then they are rows of one user', () => {
    const two = (first: string, second: string) =>
      people(`Nome;Utente;E-mail;Ufficio;Ruoli;Dal;Al\n${first}\n${second}`);
    const anna = 'Anna Riva;anna;;LL.PP.;responsabile;01/01/2022;30/06/2022';
    const { rows, problems } = two(anna, 'anna  RIVA;Anna;a@b.example;Polizia locale;responsabile;01/07/2022;');
    expect(problems).toEqual([]);
    expect(rows.map(({ user, office }) => [user, office])).toEqual([
      ['anna', 'lavori-pubblici'],
      ['anna', 'polizia-locale'],
    ]);
    const another = 'Anna Po;anna;;Polizia locale;responsabile;01/07/2022;';
    const timeless = 'Anna Riva;anna;;Polizia locale;responsabile;;';
    for (const second of [another, timeless]) {
      expect(two(anna, second).problems).toMatchObject([{ line: 3, code: 'import/duplicate-user' }]);
    }
    // who are told apart by nothing but their name may be two
    const unnamed = anna.replace(';anna;', ';;');
    expect(two(unnamed, unnamed).problems).toMatchObject([{ line: 3, code: 'import/duplicate-user' }]);
  });

  it('says which columns a list lacks, that it is empty, or that it is none', () => {
    expect(codes('Nome;Telefono\nAnna;1')).toEqual([[1, 'import/missing-column']]);
    expect(codes('Nome;Ufficio;Ruolo\n')).toEqual([[1, 'import/empty-list']]);
    expect(codes('')).toEqual([[1, 'import/empty-list']]);
    expect(codes('<html><table>')).toEqual([[1, 'import/unsupported-format']]);
    expect(codes('%PDF-1.4')).toEqual([[1, 'import/unsupported-format']]);
  });

  it.each([
    ['the end of the list', 2, 'Nome;Ufficio;Ruolo\n"Anna;LL.PP.;revisore\nUgo;LL.PP.;revisore\n'],
    ['the end, after cells over several lines', 5, 'Nome;Ufficio;Ruolo\n"Anna\nMaria";"LL.PP.\n";x\n"Ugo;x;y\n'],
    ['the end, after cells of its own row over several lines', 4, 'Nome;Ufficio;Ruolo\n"Eva";"x\n\n";"y\nUgo;x;y\n'],
    ['the end, among doubled marks', 3, 'Nome;Ufficio;Ruolo\n"Ugo ""il Rosso""";x;y\nAnna;x;"y\nUgo;""x"";y'],
    ['a mark that opens another cell', 2, 'Nome;Ufficio;Ruolo\n"Anna;LL.PP.;revisore\n"Ugo";"LL.PP.";"revisore"\n'],
    ['the longest cell', 3, `Nome;Ufficio;Ruolo\nUgo;x;y\n"Anna;x;y\n${'Ugo;x;y\n'.repeat(4_000)}Eva;x";y\n`],
    ['the end, below a line for the separator', 3, 'sep=;\nNome;Ufficio;Ruolo\n"Anna;x;y\nUgo;x;y'],
  ])('with a quotation mark that is not closed before %s, then the line is told where it opens', (_, line, text) => {
    const { rows, problems } = people(text);
    expect(rows).toEqual([]);
    expect(problems.map((one) => [one.line, one.code])).toEqual([[line, 'import/unreadable-list']]);
    expect(problems[0]?.message.en).toBe(
      `At line ${line} a quotation mark is opened and not closed: check the quotation marks of that line.`,
    );
  });

  it('with quotation marks in the middle of a cell, or after a word in them, then they are part of it', () => {
    const { rows, problems } = people(
      'Nome;Ufficio;Ruolo;Utente\nUgo "il Rosso;LL.PP.;revisore;ugo\n"Anna" Riva;LL.PP.;revisore;anna\n"Eva\nMaria";"LL.PP.";revisore;eva',
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ line, name }) => [line, name])).toEqual([
      [2, 'Ugo "il Rosso'],
      [3, '"Anna" Riva'],
      [4, 'Eva Maria'],
    ]);
  });

  it('with an entry too long to be one, then its line is told, and how long it may be', () => {
    const { problems } = people(`Nome;Ufficio;Ruolo\nUgo;LL.PP.;${'x'.repeat(20_001)}\n`);
    expect(problems.map((one) => [one.line, one.code])).toEqual([[2, 'import/unreadable-list']]);
    expect(problems[0]?.message.it).toContain('20000 caratteri');
  });

  it('keeps what looks like a formula as it is written', () => {
    const { rows } = people('Nome;Ufficio;Ruolo;Utente\n=cmd|calc!A0;Lavori pubblici;revisore;x1');
    expect(rows[0]?.name).toBe('=cmd|calc!A0');
  });
});

describe('offices from a list', () => {
  const called = [
    { id: 'nucleo', name: 'Nucleo di Valutazione' },
    { id: 'giunta', name: 'Giunta comunale' },
    { id: 'personale', name: 'Ufficio personale' },
  ];
  const offices = (text: string) => readOfficesFile(bytes(text), called);

  it('given the offices of the chain of approvals without codes, then they get those that the chain names', () => {
    const { rows } = offices(
      'denominazione;tipo\nNucleo di Valutazione;ufficio\nGiunta comunale;ufficio\nUfficio personale;ufficio\nSegreteria;ufficio',
    );
    expect(rows.map(({ id }) => id)).toEqual(['nucleo', 'giunta', 'personale', 'segreteria']);
  });

  it('have the code that plans give them, or their own', () => {
    const { rows, problems } = offices(
      'Codice;Denominazione;Tipo\n12;Lavori pubblici;Area\nurp;Relazioni col pubblico;ufficio\n;Settore Tributi;',
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ id, name, kind }) => [id, name, kind])).toEqual([
      ['lavori-pubblici', 'Lavori pubblici', 'area'],
      ['urp', 'Relazioni col pubblico', 'office'],
      ['settore-tributi', 'Settore Tributi', 'area'],
    ]);
  });

  it('collide, are of no known kind or have no name: each is told', () => {
    const { problems } = offices('name,kind\nUrp,office\nURP,office\nSport,club\n,area');
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'import/duplicate-office'],
      [4, 'import/unknown-office-kind'],
      [5, 'import/missing-value'],
    ]);
  });
});
