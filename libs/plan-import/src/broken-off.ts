import type { Block, TableRow } from './blocks.js';
import { columnsOf, type Columns } from './header.js';
import { withPlainBlanks } from './text.js';

/** A last row that ends before the cells that other rows fill, an open tag or an open pipe was cut. */
export function brokenOff(
  last: TableRow,
  rows: readonly TableRow[],
  blocks: readonly Block[],
  columns: Columns,
): boolean {
  const all = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const others = all.filter(
    (row) => row !== last && columnsOf(row.cells) === null && row.cells.some((cell) => cell !== ''),
  );
  const weight = columns.get('weight') ?? 0;
  // Empty cells at the end of the text are lost with its last blanks.
  const filled = others.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1);
  const needed =
    others.length === 0
      ? weight + 1
      : Math.min(Math.max(weight + 1, ...filled), ...others.map(({ cells }) => cells.length));
  const isHeader = rows.length === 1 && columnsOf(last.cells) !== null;
  if (isHeader) return true;
  if (last.cells.length < needed) return true;
  if (!last.closed && others.some(({ closed }) => closed)) return true;
  const text = last.cells.join(' ');
  return (text.match(/<p[\s>]/gi) ?? []).length > (text.match(/<\/p>/gi) ?? []).length || /<[^>]{0,40}$/.test(text);
}

/**
 * The line directly below a table at the end of the text that begins a row and is none: tabs alone but fewer than the
 * row above has, a cell or two, an open pipe, a number.
 */
export function remnantBelow(text: string, blocks: readonly Block[]): number | null {
  const above = blocks.findLast((block) => block.kind === 'table')?.rows.at(-1);
  if (above === undefined) return null;
  const after = withPlainBlanks(text).split('\n').slice(above.line);
  const [rest = ''] = after;
  if (rest === '' || after.slice(1).some((line) => line !== '')) return null;
  const cells = rest.split('\t');
  const begun =
    cells.length > 1
      ? cells.length < (rest.trim() === '' ? above.cells.length : 3)
      : rest.startsWith('|') || (after.length === 1 && /^\d{1,3}$/.test(rest));
  return begun ? above.line + 1 : null;
}
