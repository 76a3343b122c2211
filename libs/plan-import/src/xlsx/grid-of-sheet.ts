import type { GridRow } from '../grid.js';
import { cellText } from '../office/cell-text.js';
import { tooBig } from '../office/unreadable.js';
import { unseenIn } from '../text.js';
import type { Sheet, SheetRow } from './sheet.js';

export interface SheetGridRow extends GridRow {
  readonly number: number;
  readonly unseen: number;
}

export interface SheetGrid {
  readonly rows: readonly SheetGridRow[];
  /** The columns that say something, from 0 as the program has them. */
  readonly columns: readonly number[];
}

const MOST_JOINED_ROWS = 1_000_000;

/** The rows of a sheet over the columns that say something; what lies under a joined cell is not seen and not read. */
export function gridOfSheet({ rows, joined }: Sheet): SheetGrid {
  const covered = rows.map(() => new Map<number, 'above' | 'left'>());
  const spans = rows.map(() => false);
  const numbers = rows.map(({ number }) => number);
  let touched = 0;
  for (const { top, bottom, left, right } of joined) {
    for (let index = firstAtLeast(numbers, top); index < rows.length && (numbers[index] ?? 0) <= bottom; index++) {
      touched += 1;
      if (touched > MOST_JOINED_ROWS) throw tooBig();
      const above = (numbers[index] ?? 0) > top;
      if (!above && right > left) spans[index] = true;
      for (const { column } of cellsWithin(rows[index], left, right))
        if (above || column > left) covered[index]?.set(column, above ? 'above' : 'left');
      // the column where a joined cell begins is the one that its words stand in
      if (above) covered[index]?.set(left, 'above');
    }
  }
  const said = (index: number) =>
    (rows[index]?.cells ?? []).filter(({ column }) => covered[index]?.has(column) !== true);
  const columns = [...new Set(rows.flatMap((_, index) => said(index).map(({ column }) => column)))].sort(
    (a, b) => a - b,
  );
  const place = new Map(columns.map((column, index) => [column, index]));
  return {
    columns,
    rows: rows.map(({ number }, index) => {
      const cells = columns.map(() => '');
      const own = said(index);
      for (const { column, text } of own) cells[place.get(column) ?? 0] = cellText([{ text, item: false }]);
      const above = [...(covered[index] ?? [])].filter(([, from]) => from === 'above');
      return {
        number,
        cells,
        joined: new Set(above.flatMap(([column]) => place.get(column) ?? [])),
        spans: spans[index] === true,
        unseen: own.reduce((sum, { text }) => sum + unseenIn(text), 0),
      };
    }),
  };
}

function cellsWithin(row: SheetRow | undefined, left: number, right: number) {
  return (row?.cells ?? []).filter(({ column }) => column >= left && column <= right);
}

/** Rows stand in order of their numbers, or else the joined cells of a hostile file are missed, and nothing worse. */
function firstAtLeast(numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
