import { tooMuch, type Block, type TableRow } from '../blocks.js';
import { tooManyTableRows } from '../bounds.js';
import { headingsOf } from '../headings.js';
import { LIMITS } from '../limits.js';
import type { Archive } from '../office/archive.js';
import { damaged } from '../office/unreadable.js';
import { unseenRemarks, type DocumentParts } from '../parts.js';
import { WHOLE_DOCUMENT, type Place } from '../place.js';
import type { Problem } from '../problem.js';
import { mayNameAnArea } from '../title-words.js';
import { gridOfSheet, type SheetGrid } from './grid-of-sheet.js';
import { notSeenRemarks } from './not-seen.js';
import { proseOfCells } from './prose-of-cells.js';
import { readSheet } from './read-sheet.js';
import { lettersOf, type Sheet } from './sheet.js';
import { neverCalculated, rowsHiddenByFilter } from './sheet-problems.js';
import { namesColumns, rowsOfSheet } from './sheet-rows.js';
import { openWorkbook } from './workbook.js';

/** A workbook as prose and tables, each with its place; hidden sheets are not read. */
export function spreadsheet(archive: Archive, part: string): DocumentParts {
  const workbook = openWorkbook(archive, part);
  const sheets = workbook.sheets
    .filter(({ hidden }) => !hidden)
    .map(({ name, part: sheetPart }) => {
      const bytes = archive.part(sheetPart);
      if (bytes === null) throw damaged();
      return readSheet(bytes, name, workbook);
    });
  const hiddenSheets = workbook.sheets.filter(({ hidden }) => hidden).map(({ name }) => name);
  return sheetParts(sheets, hiddenSheets);
}

/** Sheets as prose and tables, in their order. */
export function sheetParts(sheets: readonly Sheet[], hiddenSheets: readonly string[]): DocumentParts {
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  const places = new Map<number, Place>([[WHOLE_DOCUMENT, { kind: 'document' }]]);
  const grids = sheets.map((sheet) => gridOfSheet(sheet));
  // one sheet with headings of columns tells that tables without any are no tables of the plan
  const named = grids.map(({ rows }) => namesColumns(rows));
  let line = WHOLE_DOCUMENT;
  let rows = 0;
  const newLine = (sheet: string, row: number, { columns }: Pick<SheetGrid, 'columns'>) => {
    line += 1;
    places.set(line, { kind: 'cells', sheet, row, columns: columns.map(lettersOf) });
    return line;
  };
  sheets.forEach((sheet, index) => {
    const grid = grids[index] ?? { rows: [], columns: [] };
    const own = named[index] === true;
    if (own && (headingsOf(sheet.name, true).length > 0 || mayNameAnArea(sheet.name)))
      blocks.push({ kind: 'prose', line: newLine(sheet.name, 1, grid), text: sheet.name, heading: true });
    let table: TableRow[] = [];
    const endTable = () => {
      const [first] = table;
      if (first !== undefined) blocks.push({ kind: 'table', line: first.line, rows: table });
      table = [];
    };
    for (const row of rowsOfSheet(grid.rows, named.includes(true) ? 'prose' : 'table')) {
      const { cells, joined, number } = row;
      const at = newLine(sheet.name, number, grid);
      if (row.as === 'prose') {
        endTable();
        blocks.push(...proseOfCells(cells, at));
        continue;
      }
      rows += 1;
      const wrong = problems.length > 50 ? null : tooMuch(cells, at);
      if (wrong !== null) problems.push(wrong);
      table.push({ line: at, cells, joined, closed: true });
    }
    endTable();
    if (own && sheet.filtered && sheet.hiddenRows > 0)
      problems.push(rowsHiddenByFilter(newLine(sheet.name, 1, grid), sheet));
    for (const { row, column } of sheet.uncalculated)
      problems.push(neverCalculated(newLine(sheet.name, row, { columns: [column] })));
  });
  if (rows > LIMITS.rows) problems.push(tooManyTableRows(rows));
  const asText = sheets.filter((_, index) => named.includes(true) && named[index] === false).map(({ name }) => name);
  const unseen = grids.flatMap((grid) => grid.rows).reduce((sum, row) => sum + row.unseen, 0);
  const remarks = [...notSeenRemarks(sheets, hiddenSheets, asText), ...unseenRemarks(unseen)];
  return { blocks, problems, places, remarks, text: '' };
}
