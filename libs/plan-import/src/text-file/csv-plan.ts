import { tooMuch, type Block, type TableRow } from '../blocks.js';
import { tooManyTableRows } from '../bounds.js';
import { columnsOf } from '../header.js';
import { LIMITS } from '../limits.js';
import { Unreadable } from '../office/unreadable.js';
import type { Problem } from '../problem.js';
import { withPlainBlanks } from '../text.js';
import { gridOfSheet } from '../xlsx/grid-of-sheet.js';
import { proseOfCells } from '../xlsx/prose-of-cells.js';
import { namesColumns, rowsOfSheet } from '../xlsx/sheet-rows.js';
import { csvRecords } from './csv-records.js';

const SEPARATORS = [';', ','] as const;
const LONGEST_RECORD = 10 * LIMITS.cell;

/** A plan that was saved as CSV, each row at its line of the text; null where a text is none. */
export function csvPlan(
  written: string,
): { readonly blocks: readonly Block[]; readonly problems: readonly Problem[] } | null {
  const text = withPlainBlanks(written);
  const separator = SEPARATORS.find((mark) => namesColumnsIn(text, mark));
  if (separator === undefined) return null;
  try {
    return blocksOfRecords([...csvRecords(text, separator, LONGEST_RECORD)]);
  } catch (error) {
    if (error instanceof Unreadable) return { blocks: [], problems: [error.problem] };
    throw error;
  }
}

/** Looked for line by line, and where headings may go over several lines, record by record. */
function namesColumnsIn(text: string, separator: string): boolean {
  if (text.split('\n').some((line) => namesThem(line.split(separator).map(withoutQuotes)))) return true;
  try {
    if (!text.includes('"')) return false;
    for (const { cells } of csvRecords(text, separator, LONGEST_RECORD)) if (namesThem(cells)) return true;
    return false;
  } catch (error) {
    if (error instanceof Unreadable) return false; // no CSV by this separator
    throw error;
  }
}

function namesThem(cells: readonly string[]): boolean {
  return cells.length > 2 && cells.length <= LIMITS.columns && columnsOf(cells) !== null;
}

function withoutQuotes(cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, '$1');
}

function blocksOfRecords(records: readonly { readonly line: number; readonly cells: readonly string[] }[]) {
  const { rows: grid } = gridOfSheet({
    name: '',
    rows: records.map(({ line, cells }) => ({
      number: line,
      cells: cells.flatMap((text, column) => (text.trim() === '' ? [] : [{ column, text }])),
    })),
    joined: [],
    hiddenRows: 0,
    hiddenColumns: 0,
    filtered: false,
    uncalculated: [],
  });
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  let table: TableRow[] = [];
  let count = 0;
  const endTable = () => {
    const [first] = table;
    if (first !== undefined) blocks.push({ kind: 'table', line: first.line, rows: table });
    table = [];
  };
  for (const { cells, number: line, as } of rowsOfSheet(grid, namesColumns(grid) ? 'prose' : 'table')) {
    if (as === 'prose') {
      endTable();
      blocks.push(...proseOfCells(cells, line));
      continue;
    }
    count += 1;
    const wrong = problems.length > 50 ? null : tooMuch(cells, line);
    if (wrong !== null) problems.push(wrong);
    table.push({ line, cells, closed: true });
  }
  endTable();
  if (count > LIMITS.rows) problems.push(tooManyTableRows(count));
  return { blocks, problems };
}
