import { strToU8, zipSync } from 'fflate';
import type { LaidCell, Piece } from './layout.js';

export interface XlsxManner {
  /** Columns and rows left empty before the first, and a hidden sheet, column and row full of other things. */
  readonly junk?: boolean;
  /** The title and what else stands before the tables on a sheet of its own. */
  readonly cover?: boolean;
}

const NUMBER = /^\d+(?:[.,]\d{1,2})?$/;
const PERCENT = /^(\d+)%$/;
const DATE = /^(\d{2})\/(\d{2})\/(20\d{2})$/;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A plan as a spreadsheet program keeps it: numbers, dates and percentages typed, cells joined, texts shared. */
export function asXlsx(pieces: readonly Piece[], { junk = false, cover = false }: XlsxManner = {}): Uint8Array {
  const shared: string[] = [];
  const first = junk ? 2 : 0; // column in which the tables begin
  const firstTable = pieces.findIndex(({ kind }) => kind === 'table');
  const onCover = cover ? lastHeadingBefore(pieces, firstTable) : 0;
  const sheets = [
    ...(cover ? [{ name: 'Copertina', xml: sheetXml(pieces.slice(0, onCover), first, shared, false) }] : []),
    { name: 'Piano', xml: sheetXml(pieces.slice(onCover), first, shared, junk) },
    ...(junk ? [{ name: 'Vecchio', hidden: true, xml: sheetXml(pieces.slice(firstTable), 0, shared, false) }] : []),
  ];
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
      .map(
        ({ name, ...rest }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" ${'hidden' in rest ? 'state="hidden" ' : ''}r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['rId90', 'sharedStrings', 'sharedStrings.xml'],
      ['rId91', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  };
  files['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${shared.map(sharedXml).join('')}</sst>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Headings that stand over the first table stay with it. */
function lastHeadingBefore(pieces: readonly Piece[], table: number): number {
  let index = table;
  while (index > 0) {
    const piece = pieces[index - 1];
    if (piece?.kind !== 'paragraph' || !piece.setApart) break;
    index -= 1;
  }
  return index;
}

function sheetXml(pieces: readonly Piece[], first: number, shared: string[], junk: boolean): string {
  const rows: Row[] = [];
  const joined: string[] = [];
  let number = junk ? 3 : 1;
  for (const piece of pieces) {
    if (piece.kind === 'paragraph') {
      rows.push({ number, cells: [cellXml(piece.text, first, number, shared)] });
      joined.push(`${letter(first)}${number}:${letter(first + 5)}${number}`);
      number += 2;
      continue;
    }
    piece.rows.forEach(({ cells }, index) => {
      rows.push({ number, cells: cells.map((cell, column) => cellXml(textOf(cell), first + column, number, shared)) });
      cells.forEach(({ joined: goesOn }, column) => {
        if (goesOn) return;
        let height = 0;
        while (piece.rows[index + height + 1]?.cells[column]?.joined === true) height += 1;
        const name = letter(first + column);
        if (height > 0) joined.push(`${name}${number}:${name}${number + height}`);
      });
      number += 1;
    });
    number += 1;
  }
  const hiddenRow = junk ? `<row r="${number}" hidden="1">${cellXml('99', first, number, shared)}</row>` : '';
  const hiddenColumn = junk ? '<cols><col min="2" max="2" hidden="1"/></cols>' : '';
  const body = rows
    .map(
      ({ number: r, cells }) => `<row r="${r}">${junk ? cellXml('vecchio', 1, r, shared) : ''}${cells.join('')}</row>`,
    )
    .join('');
  const merges =
    joined.length === 0 ? '' : `<mergeCells>${joined.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<worksheet xmlns="${MAIN}"><dimension ref="A1:XFD1048576"/>${hiddenColumn}<sheetData>${body}${hiddenRow}</sheetData>${merges}</worksheet>`;
}

function textOf({ lines }: LaidCell): string {
  return lines
    .flatMap(({ text, item, gap }) => [...Array.from({ length: gap }, () => ''), item ? `• ${text}` : text])
    .join('\n');
}

function cellXml(text: string, column: number, row: number, shared: string[]): string {
  const reference = `${letter(column)}${row}`;
  if (text === '') return `<c r="${reference}"/>`;
  const percent = PERCENT.exec(text)?.[1];
  const [, day, month, year] = DATE.exec(text) ?? [];
  if (NUMBER.test(text)) {
    const value = text.replace(',', '.');
    // every other number is the kept result of a formula
    return `<c r="${reference}">${row % 2 === 0 ? '<f>1+1</f>' : ''}<v>${value}</v></c>`;
  }
  if (percent !== undefined) return `<c r="${reference}" s="2"><v>${Number(percent) / 100}</v></c>`;
  if (day !== undefined) {
    const serial = Math.round(
      (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / 864e5,
    );
    return `<c r="${reference}" s="1"><v>${serial}</v></c>`;
  }
  if (row % 3 === 0)
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  shared.push(text);
  return `<c r="${reference}" t="s"><v>${shared.length - 1}</v></c>`;
}

/** Every other text in runs, the first of them bold, with a reading aid that is no part of it. */
function sharedXml(text: string, index: number): string {
  const run = (part: string, bold: boolean) =>
    `<r>${bold ? '<rPr><b/></rPr>' : ''}<t xml:space="preserve">${escaped(part)}</t></r>`;
  return index % 2 === 0
    ? `<si><t xml:space="preserve">${escaped(text)}</t></si>`
    : `<si>${run(text.slice(0, 5), true)}${run(text.slice(5), false)}<rPh sb="0" eb="1"><t>aiuto</t></rPh></si>`;
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const one = ([id, type, target]: readonly [string, string, string]) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(one).join('')}</Relationships>`;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
