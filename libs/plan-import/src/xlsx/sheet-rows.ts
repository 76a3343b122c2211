import { plainCell } from '../cell.js';
import { withHeadingsJoined } from '../grid.js';
import { columnsOf } from '../header.js';
import { headingsOf } from '../headings.js';
import type { SheetGridRow } from './grid-of-sheet.js';

export interface ReadRow extends SheetGridRow {
  /** Whether it is running text or a row of a table. */
  readonly as: 'prose' | 'table';
}

/** Whether some row of a sheet names the columns of a table of objectives. */
export function namesColumns(rows: readonly SheetGridRow[]): boolean {
  return rows.some(({ cells }) => columnsOf(cells) !== null);
}

/**
 * Which rows of a sheet are a table and which stand around it. What precedes the headings of columns is running text;
 * a row with one cell below them belongs to the table where the table goes on beneath it without headings of its own.
 *
 * @param unnamed  what the rows of a sheet are that has no headings of columns
 */
export function rowsOfSheet(given: readonly SheetGridRow[], unnamed: 'prose' | 'table'): ReadRow[] {
  const rows = withHeadingsJoined(given);
  const header = rows.map(({ cells }) => columnsOf(cells) !== null);
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell !== ''));
  if (!header.includes(true))
    return rows.map((row, index) => ({ ...row, as: (filled[index]?.length ?? 0) < 3 ? 'prose' : unnamed }));
  const first = header.indexOf(true);
  return rows.map((row, index) => {
    if (index < first) return { ...row, as: 'prose' };
    if (filled[index]?.length !== 1) return { ...row, as: 'table' };
    const next = filled.findIndex((cells, other) => other > index && cells.length > 1);
    if (next < 0 || header[next] === true) return { ...row, as: 'prose' };
    const announces = headingsOf(plainCell(filled[index]?.[0] ?? ''), true).length > 0;
    return { ...row, as: row.spans && !announces ? 'prose' : 'table' };
  });
}
