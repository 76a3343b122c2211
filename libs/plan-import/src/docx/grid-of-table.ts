import type { GridRow } from '../grid.js';
import { cellText, plainLine, type CellParagraph } from '../office/cell-text.js';
import { unseenIn } from '../text.js';
import type { Content, WordCell, WordRow, WordTable } from './content.js';

export interface WordGridRow extends GridRow {
  /** The texts of its own cells, each on one line. */
  readonly texts: readonly string[];
  /** Counts from 1 within the table. */
  readonly number: number;
  readonly page: number;
  /** Marks that `withPlainBlanks` took away. */
  readonly unseen: number;
}

/** A table with one cell a row is a frame around what it holds. */
export function isLayout({ rows }: WordTable): boolean {
  return rows.every(({ cells }) => cells.length === 1);
}

/**
 * The cells of a table in its columns. The columns are those of its fullest row: programs draw the borders of the other
 * rows a little beside them, so as many cells are the same columns, and fewer lie where they cover most.
 */
export function gridOf({ rows }: WordTable): WordGridRow[] {
  const fullest = rows.reduce<readonly WordCell[]>(
    (most, { cells }) => (cells.length > most.length ? cells : most),
    [],
  );
  return rows.map((row, index) => {
    const columns = columnsOf(row, fullest);
    const cells = fullest.map(() => '');
    const joined = new Set<number>();
    row.cells.forEach((cell, place) => {
      const column = columns[place] ?? 0;
      if (cell.joined) joined.add(column);
      else cells[column] = [cells[column] ?? '', cellText(paragraphsOf(cell.content))].filter(Boolean).join('  ');
    });
    const written = row.cells.filter((cell) => !cell.joined).map((cell) => rawText(cell.content));
    return {
      cells,
      joined,
      spans: row.cells.length < fullest.length,
      texts: written.map(plainLine).filter((text) => text !== ''),
      number: index + 1,
      page: row.page,
      unseen: written.reduce((sum, text) => sum + unseenIn(text), 0),
    };
  });
}

function columnsOf({ cells }: WordRow, fullest: readonly WordCell[]): number[] {
  if (cells.length === fullest.length) return cells.map((_, index) => index);
  let free = 0;
  return cells.map((cell) => {
    const covered = fullest.findIndex(
      ({ start, end }, index) =>
        index >= free && Math.min(end, cell.end) - Math.max(start, cell.start) >= (end - start) / 2,
    );
    const column = Math.min(covered < 0 ? free : covered, fullest.length - 1);
    free = column + 1;
    return column;
  });
}

/** A table within a cell is read row by row, as lines of the cell. */
function paragraphsOf(content: readonly Content[]): CellParagraph[] {
  return content.flatMap((one) =>
    one.kind === 'paragraph'
      ? [{ text: one.text, item: one.item }]
      : one.rows.map(({ cells }) => ({
          text: cells.map((cell) => plainLine(rawText(cell.content))).join(' '),
          item: false,
        })),
  );
}

function rawText(content: readonly Content[]): string {
  return paragraphsOf(content)
    .map(({ text }) => text)
    .join('\n');
}
