import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import fc from 'fast-check';
import { asXlsx } from '../../../../test/support/office/as-xlsx.js';
import type { Piece } from '../../../../test/support/office/layout.js';
import { docxOf, p, table } from '../../../../test/support/office/word-xml.js';
import { blocksOf } from '../blocks.js';
import { linesOfCell } from '../cell.js';
import { columnsOf } from '../header.js';
import { readPlanFile } from '../read-file.js';

const plan = readFileSync(resolve(__dirname, '../../fixtures/valchiara-sections.md'), 'utf8');
const pieces = blocksOf(plan).blocks.map((block): Piece =>
  block.kind === 'prose'
    ? { kind: 'paragraph', text: block.text, setApart: block.heading }
    : {
        kind: 'table',
        rows: block.rows.map(({ cells }) => ({
          header: columnsOf(cells) !== null,
          cells: cells.map((cell) => ({ lines: linesOfCell(cell), joined: false })),
        })),
      },
);
const workbook = asXlsx(pieces);
const word = docxOf(
  p('Comune di Prova'),
  p('Piano della performance 2024', true),
  table([
    ['N.', 'Obiettivo', 'Area', 'Indicatore', 'Peso'],
    ['1', 'Verde', 'Area Verde', 'Alberi piantati', '5'],
    ['2', 'Blu', 'Area Blu', 'Barche varate', '5'],
  ]),
);

const codes = (bytes: Uint8Array) => readPlanFile(bytes).problems.map(({ code }) => code);
const changed = (bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => void) => {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts as Zippable);
};
const sheet = (bytes: Uint8Array, change: (xml: string) => string) =>
  changed(bytes, (parts) => {
    const name = 'xl/worksheets/sheet1.xml';
    const before = Buffer.from(parts[name] ?? []).toString();
    const after = change(before);
    expect(after).not.toBe(before);
    parts[name] = strToU8(after);
  });
const document = (change: (xml: string) => string) =>
  changed(word, (parts) => {
    const name = 'word/document.xml';
    parts[name] = strToU8(change(Buffer.from(parts[name] ?? []).toString()));
  });

describe('a file that is not what it seems', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  it.each<[string, Uint8Array, string]>([
    ['a workbook or document of old versions', ole, 'import/unsupported-format'],
    ['one with a password', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'import/encrypted-file'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'import/unsupported-format'],
    ['an RTF', Buffer.from('{\\rtf1 Piano}'), 'import/unsupported-format'],
    ['an HTML page', Buffer.from('\n<!DOCTYPE html><html><table><tr><td>Piano'), 'import/unsupported-format'],
    ['an XML document', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'import/unsupported-format'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'import/unsupported-format'],
    ['an archive of other things', zipSync({ 'foto.jpg': strToU8('x') }), 'import/unsupported-format'],
    ['an archive in an archive', zipSync({ 'piano.docx': word }), 'import/unsupported-format'],
    [
      'an OpenDocument file',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      'import/unsupported-format',
    ],
    [
      'a document with macros',
      changed(word, (parts) => (parts['word/vbaProject.bin'] = strToU8('x'))),
      'import/unsupported-format',
    ],
    ['an empty archive', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'), 'import/unsupported-format'],
    ['a document cut in half', word.subarray(0, word.length / 2), 'import/damaged-file'],
    ['a document without its text', changed(word, (parts) => delete parts['word/document.xml']), 'import/damaged-file'],
  ])('is %s: refused with what to do', (_, bytes, code) => {
    const { problems } = readPlanFile(bytes);
    expect(problems.map((one) => one.code)).toEqual([code]);
    expect(problems[0]?.message.it.length).toBeGreaterThan(40);
  });
});

describe('an archive made to harm', () => {
  it('names paths outside of it: nothing is written, the plan is read', () => {
    const bytes = changed(word, (parts) => (parts['../../../../tmp/traguardo-was-here'] = strToU8('x')));
    expect(readPlanFile(bytes).document?.objectives).toHaveLength(2);
  });

  it('has two parts of one name', () => {
    const bytes = Buffer.from(changed(word, (parts) => (parts['word/documenT.xml'] = strToU8('<other/>'))));
    const twice = Buffer.from(bytes.toString('latin1').replaceAll('word/documenT.xml', 'word/document.xml'), 'latin1');
    expect(codes(twice)).toEqual(['import/unsafe-file']);
  });

  it('has more parts than any document', () => {
    const many = Object.fromEntries(Array.from({ length: 2_500 }, (_, index) => [`x${index}`, new Uint8Array()]));
    expect(codes(changed(word, (parts) => Object.assign(parts, many)))).toEqual(['import/too-large']);
  });

  it('unpacks to more than a plan can hold', () => {
    const blanks = new Uint8Array(70_000_000).fill(32);
    expect(codes(changed(word, (parts) => (parts['word/document.xml'] = blanks)))).toEqual(['import/too-large']);
  });

  it('states that it unpacks to little', () => {
    const bytes = Buffer.from(word);
    // the sizes in the list of parts: each one of 10 bytes
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
      bytes.writeUInt32LE(10, at + 24);
    expect(codes(bytes)[0]).toMatch(/^import\/(?:damaged|unsafe)-file$/);
  });
});

describe('XML made to harm', () => {
  it('defines entities that multiply: no document type is read', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(codes(document((xml) => bomb + xml))).toEqual(['import/unsafe-file']);
    expect(codes(document((xml) => `<!DOCTYPE x SYSTEM "file:///etc/passwd">${xml}`))).toEqual(['import/unsafe-file']);
  });

  it('names an entity that nobody defines', () => {
    expect(codes(document((xml) => xml.replace('Comune di Prova', 'Comune &b; Prova')))).toEqual([
      'import/damaged-file',
    ]);
  });

  it('is nested without end', () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(50_000);
    expect(codes(document((xml) => xml.replace('<w:body>', `<w:body>${deep}`)))).toEqual(['import/unsafe-file']);
  });

  it('has one cell of five megabytes', () => {
    const cell = 'x'.repeat(4_900_000);
    const { problems } = readPlanFile(document((xml) => xml.replace('Alberi piantati', cell)));
    expect(problems.map(({ code, place }) => [code, place.it])).toEqual([
      ['import/cell-too-long', 'tabella 1 (Piano della performance 2024), riga 2'],
    ]);
    expect(codes(document((xml) => xml.replace('Alberi piantati', `${cell}${cell}`)))).toEqual(['import/too-large']);
  });

  it('claims a million columns and rows', () => {
    expect(
      codes(document((xml) => xml.replaceAll('<w:tcPr/>', '<w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'))),
    ).toEqual([]);
    expect(
      codes(
        sheet(workbook, (xml) => xml.replace('</mergeCells>', '<mergeCell ref="A1048570:XFD1048576"/></mergeCells>')),
      ),
    ).toEqual([]);
    expect(
      codes(
        sheet(workbook, (xml) =>
          xml.replace('</sheetData>', '<row r="1048576"/><row r="-5"/><row r="x"/></sheetData>'),
        ),
      ),
    ).toEqual([]);
    const wide = Array.from({ length: 200 }, () => '<c><v>1</v></c>').join('');
    expect(codes(sheet(workbook, (xml) => xml.replace('</sheetData>', `<row>${wide}</row></sheetData>`)))).toContain(
      'import/too-many-columns',
    );
    const long = '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>'.repeat(30_000);
    expect(codes(sheet(workbook, (xml) => xml.replace('</sheetData>', `${long}</sheetData>`)))).toEqual([
      'import/too-large',
    ]);
  });
});

describe('a cell made to be run', () => {
  const cell = (text: string) => document((xml) => xml.replace('Alberi piantati', text));
  it.each([
    '=cmd|&apos;/C calc&apos;!A0',
    '@SUM(1+1)*cmd|',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '+DDE("cmd","x")',
    '&lt;b&gt;x&lt;/b&gt; **y** #z',
  ])('stays what it says: %s', (text) => {
    const said = text
      .replace(/&apos;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
    const { document: read, source } = readPlanFile(cell(text));
    expect(read?.objectives[0]?.indicators[0]?.text).toBe(said);
    expect(source.flatMap(({ cells }) => cells)).toContain(said);
  });

  it('has a formula: its kept value is read, never computed; without one the cell is told', () => {
    expect(Buffer.from(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? []).toString()).toContain('<f>1+1</f><v>');
    expect(codes(workbook)).toEqual([]);
    const never = sheet(workbook, (xml) => xml.replace(/(<c r="F\d+">)(?:<f>[^<]*<\/f>)?<v>\d+<\/v>/, '$1<f>1+1</f>'));
    const { problems } = readPlanFile(never);
    expect(problems.map(({ code, place }) => [code, place.it])).toEqual([
      ['import/formula-without-value', expect.stringMatching(/^foglio Piano, cella F\d+$/)],
    ]);
    expect(problems[0]?.message.it).toMatch(/^Alla riga \d+ del foglio Piano una formula/);
  });

  it('turns the direction of writing: the marks are taken out and that is told', () => {
    const { document: read, remarks } = readPlanFile(cell('Alberi\u202E itatnaip\u2066\u200B'));
    expect(read?.objectives[0]?.indicators[0]?.text).toBe('Alberi itatnaip');
    expect(remarks.map(({ it }) => it)).toEqual([expect.stringContaining('Tolti 3 caratteri')]);
  });
});

describe('what a workbook hides', () => {
  it('is not read, and that is told', () => {
    const { remarks } = readPlanFile(asXlsx(pieces, { junk: true }));
    expect(remarks.map(({ en }) => en)).toEqual([
      expect.stringContaining('Hidden sheets («Vecchio») are not read'),
      expect.stringContaining('hidden rows and columns (1 and 1)'),
    ]);
  });

  it('is hidden by a filter: the rows may be part of the plan, so it is refused', () => {
    const filtered = sheet(asXlsx(pieces, { junk: true }), (xml) =>
      xml.replace('</sheetData>', '</sheetData><autoFilter ref="A1:F9"><filterColumn colId="1"/></autoFilter>'),
    );
    expect(codes(filtered)).toEqual(['import/rows-hidden-by-filter']);
  });
});

describe('any change to a file', () => {
  const anyBytes = (original: Uint8Array) =>
    fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }).map((changes) => {
      const bytes = Uint8Array.from(original);
      for (const [place, byte] of changes) bytes[place] = byte;
      return bytes;
    });
  /** The parts changed after unpacking, so that what is read is reached. */
  const anyXml = (original: Uint8Array, part: string) => {
    const parts = unzipSync(original);
    const xml = Buffer.from(parts[part] ?? []).toString('latin1');
    const pieceOf = fc.constantFrom(
      '<',
      '>',
      '"',
      '/',
      '<w:tc>',
      '</w:tc>',
      '<w:tbl>',
      '</w:p>',
      '<w:p>',
      '<c r="ZZZ1">',
      '<v>1e999</v>',
      '<row r="0">',
      ' s="99"',
      ' t="s"',
      '-',
      '\u0000',
      '&#x202e;',
    );
    return fc
      .array(fc.tuple(fc.nat(xml.length), pieceOf, fc.nat(30)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        let text = xml;
        for (const [place, inserted, cut] of changes) text = text.slice(0, place) + inserted + text.slice(place + cut);
        return zipSync({ ...parts, [part]: Buffer.from(text, 'latin1') });
      });
  };
  const reads = (bytes: Uint8Array) => {
    const { document: read, problems } = readPlanFile(bytes);
    expect(read !== null || problems.length > 0).toBe(true);
    for (const { code, place, message } of problems) expect([code, place.it, message.en].every(Boolean)).toBe(true);
  };
  const runs = { numRuns: process.env['SOAK'] === '1' ? 20_000 : 150, seed: 20_220_516 };

  it.each([
    ['the bytes of a DOCX', anyBytes(word)],
    ['the bytes of an XLSX', anyBytes(workbook)],
    ['the text of a DOCX', anyXml(word, 'word/document.xml')],
    ['a sheet of an XLSX', anyXml(workbook, 'xl/worksheets/sheet1.xml')],
    ['the workbook of an XLSX', anyXml(workbook, 'xl/workbook.xml')],
    ['the shared texts of an XLSX', anyXml(workbook, 'xl/sharedStrings.xml')],
  ])('gives a plan or problems, and nothing else: %s', (_, bytes) => {
    expect(fc.check(fc.property(bytes, reads), runs)).toMatchObject({ failed: false, counterexample: null });
  });
});
