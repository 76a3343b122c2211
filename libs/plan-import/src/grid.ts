import { columnsOf } from './header.js';
import { plainCell } from './cell.js';

/** A row of a table of an office file, its cells in columns. */
export interface GridRow {
  /** As the text would have them: what is joined with a cell to the left or above is empty. */
  readonly cells: readonly string[];
  /** Columns, from 0, joined with the cell above. */
  readonly joined: ReadonlySet<number>;
  /** Whether the row has cells joined from side to side. */
  readonly spans: boolean;
}

/** Rows of headings that stand above each other, such as "Performance" over "attesa" and "realizzata". */
const MOST_HEADING_ROWS = 3;

/**
 * Headings on several rows brought to one: where cells of the first row go on downwards, and the words of the rows
 * together name the columns, the lower ones are left empty.
 */
export function withHeadingsJoined<Row extends GridRow>(rows: readonly Row[]): Row[] {
  const result = [...rows];
  for (let index = 0; index < result.length - 1; index++) {
    const first = result[index];
    if (first === undefined || !result[index + 1]?.joined.size || first.joined.size > 0) continue;
    let end = index + 1;
    while (end < result.length && end - index < MOST_HEADING_ROWS && (result[end]?.joined.size ?? 0) > 0) end += 1;
    const lower = result.slice(index + 1, end);
    const complete = (row: Row) => row.cells.every((cell, column) => cell !== '' || row.joined.has(column));
    const cells = first.cells.map(
      (cell, column) =>
        [spread(first, column), ...lower.map((row) => row.cells[column] ?? '')]
          .filter((part) => part !== '')
          .join(' ') || cell,
    );
    const headings = cells.every((cell) => plainCell(cell).length < 100) && first.spans && lower.some(complete);
    if (!headings || columnsOf(cells) === null || lower.some((row) => row.cells.some((cell) => /^[\d.,]+$/.test(cell))))
      continue;
    result[index] = { ...first, cells };
    result.splice(index + 1, lower.length);
  }
  return result;
}

/** A heading that spans columns stands over each of them. */
function spread({ cells }: GridRow, column: number): string {
  for (let index = column; index >= 0; index--) if (cells[index] !== '') return cells[index] ?? '';
  return '';
}
