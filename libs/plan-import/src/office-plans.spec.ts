import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { asCsv } from '../../../test/support/office/as-csv.js';
import { asDocx } from '../../../test/support/office/as-docx.js';
import { asXlsx } from '../../../test/support/office/as-xlsx.js';
import type { LaidRow, Piece } from '../../../test/support/office/layout.js';
import { blocksOf, type TableRow } from './blocks.js';
import { linesOfCell } from './cell.js';
import { columnsOf } from './header.js';
import { readPlanFile } from './read-file.js';
import type { PlanReading } from './plan-reading.js';
import { readPlan } from './read-plan.js';

const published = resolve(__dirname, '../../../../shared/data/000_472343b89bfbdfba.txt');
const texts: [string, string][] = [
  ['the demonstration plan', resolve(__dirname, '../../../examples/comune/piano-2022.md')],
  ['a plan with a section for each area', resolve(__dirname, '../fixtures/valchiara-sections.md')],
  ['a plan with a column for each field', resolve(__dirname, '../fixtures/terre-d-acqua-columns.txt')],
];
if (existsSync(published)) texts.push(['the published plan', published]);
else {
  it('the published text was not found: NOT TESTED', () => {
    console.warn(
      `NOT TESTED: the published plan is not at ${published}, so nothing is known about it as an office file.`,
    );
    expect(existsSync(published)).toBe(false);
  });
}

describe.each(texts)('%s as an office has it', (_, path) => {
  const text = readFileSync(path, 'utf8');
  const fromText = readPlan(text);
  const pieces = piecesOf(text);

  it.each([
    ['headings as styles', { headings: 'styled' }],
    ['headings in bold, tables split over pages', { headings: 'bold', splitFrom: 4 }],
    ['tracked changes and hidden text', { headings: 'bold', revisions: true }],
  ] as const)('is the same plan as DOCX: %s', async (_manner, manner) => {
    const reading = readPlanFile(await asDocx(pieces, manner));
    expect(essence(reading)).toEqual(essence(fromText));
  });

  it.each([
    ['one sheet', {}],
    ['a cover, hidden columns, rows and sheets', { junk: true, cover: true }],
  ])('is the same plan as XLSX: %s', (_manner, manner) => {
    const reading = readPlanFile(asXlsx(pieces, manner));
    expect(essence(reading)).toEqual(essence(fromText));
  });

  it.each([';', ','] as const)('is the same plan as CSV with “%s” between its cells', (separator) => {
    const csv = asCsv(pieces, separator);
    const reading = readPlanFile(Buffer.from(csv));
    expect(essence(reading)).toEqual(essence(fromText));
    expect(essence(readPlan(csv))).toEqual(essence(fromText));
    const lines = csv.split('\n');
    for (const { place } of reading.objectives) expect(place.it).toMatch(/^riga \d+$/);
    const [first] = reading.document?.objectives ?? [];
    expect(lines[(first?.source.line ?? 0) - 1]).toContain(first?.title.split(' ')[0]);
  });

  it('is the same plan where one heading stands over number and title', () => {
    const joined = pieces.map((piece) =>
      piece.kind === 'table' ? { ...piece, rows: piece.rows.map(headingOverTwo) } : piece,
    );
    expect(essence(readPlanFile(asXlsx(joined)))).toEqual(essence(fromText));
  });

  it('says where each fact stands', async () => {
    const docx = readPlanFile(await asDocx(pieces, { headings: 'styled' }));
    for (const { place } of docx.objectives) expect(place.it).toMatch(/^tabella \d+( \(.+\))?, riga \d+$/);
    const xlsx = readPlanFile(asXlsx(pieces));
    for (const { place } of xlsx.objectives) expect(place.it).toMatch(/^foglio Piano, cella [A-Z]\d+$/);
    expect(xlsx.document?.objectives[0]?.source.place?.en).toMatch(/^sheet Piano, cell [A-Z]\d+$/);
  });
});

describe('a CSV with a fault', () => {
  it('tells what the text would, at the line of the file', () => {
    const text = readFileSync(resolve(__dirname, '../../../examples/comune/piano-2022.md'), 'utf8');
    const wrong = text.replace('\t45\t', '\tquarantacinque\t');
    const csv = asCsv(piecesOf(wrong), ';');
    const [fault, ...others] = readPlanFile(Buffer.from(csv)).problems;
    expect(fault?.code).toBe(readPlan(wrong).problems[0]?.code);
    expect(others.length).toBe(readPlan(wrong).problems.length - 1);
    expect(csv.split('\n')[(fault?.line ?? 0) - 1]).toContain('quarantacinque');
    expect(fault?.place.it).toBe(`riga ${fault?.line}`);
  });

  it('has headings that go over two lines, and a quotation mark that is not closed', () => {
    const sections = readFileSync(resolve(__dirname, '../fixtures/valchiara-sections.md'), 'utf8');
    const csv = asCsv(piecesOf(sections), ',');
    const twoLines = csv.replaceAll(',Obiettivo,', ',"Obiettivo\noperativo",').replaceAll(',Peso', ',"Peso\n(punti)"');
    expect(twoLines).not.toBe(csv);
    expect(essence(readPlanFile(Buffer.from(twoLines)))).toEqual(essence(readPlan(sections)));
    const open = readPlanFile(Buffer.from(`${csv}1,"senza fine,,,,`));
    expect(open.problems.map(({ line, code }) => [line, code])).toEqual([
      [csv.split('\n').length, 'import/unreadable-list'],
    ]);
  });
});

describe('a plan as LibreOffice writes it', () => {
  const fixture = (name: string) => readFileSync(resolve(__dirname, '../fixtures', name));

  it.each(['valchiara-libreoffice.docx', 'valchiara-libreoffice.xlsx'])('is the plan of the text: %s', (name) => {
    const text = fixture('valchiara-sections.md').toString();
    expect(essence(readPlanFile(fixture(name)))).toEqual(essence(readPlan(text)));
  });
});

/** What a reading says, wherever it stands. */
function essence({ document, reading, questions, problems, readings, settled }: PlanReading) {
  expect(document?.objectives.length).toBeGreaterThan(3);
  const asked = questions.map(({ id, options, proposed }) => ({ id, options: options.map((o) => o.id), proposed }));
  const everything = { document, reading, asked, problems: problems.map(({ code }) => code), readings, settled };
  return JSON.parse(JSON.stringify(everything, (key, value: unknown) => (key === 'source' ? null : value))) as unknown;
}

/** The plan of a text, laid out as it stood before it became one: rows that go on have their cells joined. */
function piecesOf(text: string): Piece[] {
  return blocksOf(text).blocks.map((block): Piece => {
    if (block.kind === 'prose') return { kind: 'paragraph', text: block.text, setApart: block.heading };
    const width = Math.max(...block.rows.map(({ cells }) => cells.length));
    return { kind: 'table', rows: block.rows.map((row, index) => laid(row, index, width)) };
  });
}

/** Joined from side to side, a heading stands in the first of its columns. */
function headingOverTwo(row: LaidRow): LaidRow {
  const [number, title, ...others] = row.cells;
  const nameless = number?.lines.length === 0 && title !== undefined;
  return row.header && nameless ? { ...row, cells: [title, number, ...others] } : row;
}

function laid({ cells }: TableRow, index: number, width: number): LaidRow {
  const header = columnsOf(cells) !== null;
  const goesOn = index > 1 && (cells[0] ?? '') === '' && (cells[1] ?? '') === '';
  return {
    header,
    cells: Array.from({ length: width }, (_, column) => {
      const lines = linesOfCell(cells[column] ?? '');
      return { lines, joined: goesOn && lines.length === 0 && column < width - 1 };
    }),
  };
}
