import type { TableRow } from './blocks.js';
import { linesOfCell } from './cell.js';
import { columnsOf } from './header.js';
import { headingsOf } from './headings.js';
import type { DocumentParts } from './parts.js';
import { placeWords } from './place.js';
import type { Wording } from './text.js';

/** A piece of the document as it was read, to be shown beside what was made of it. */
export interface SourceRow {
  readonly line: number;
  readonly place: Wording;
  /** `columns` is a row of headings of a table, `row` any other row. */
  readonly kind: 'heading' | 'prose' | 'columns' | 'row';
  /** One text for each cell, its lines apart; one alone outside tables. */
  readonly cells: readonly string[];
}

/** The document as it was read, in order. */
export function sourceRows({ blocks, places }: DocumentParts): SourceRow[] {
  return blocks.flatMap((block): SourceRow[] => {
    if (block.kind === 'table') return block.rows.map((row) => rowOf(row, placeWords(row.line, places)));
    const heading = headingsOf(block.text, block.heading).length > 0 || block.heading;
    const place = placeWords(block.line, places);
    return [{ line: block.line, place, kind: heading ? 'heading' : 'prose', cells: [block.text] }];
  });
}

function rowOf({ line, cells }: TableRow, place: Wording): SourceRow {
  const texts = cells.map((cell) =>
    linesOfCell(cell)
      .map(({ text, item }) => (item ? `• ${text}` : text))
      .join('\n'),
  );
  return { line, place, kind: columnsOf(cells) === null ? 'row' : 'columns', cells: texts };
}
