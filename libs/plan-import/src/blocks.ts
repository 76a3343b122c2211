import { at } from './place.js';
import { tooManyTableRows } from './bounds.js';
import { LIMITS } from './limits.js';
import { withoutMarkup } from './markup.js';
import { problem, type Problem } from './problem.js';
import { collapsed, withPlainBlanks } from './text.js';

export interface Prose {
  readonly kind: 'prose';
  readonly line: number;
  readonly text: string;
  /** Set apart from running text: by marks of a heading, by bold, or by standing in capitals. */
  readonly heading: boolean;
  /** How deep a heading of Markdown or HTML is, from 1. */
  readonly level?: number;
}

export interface TableRow {
  readonly line: number;
  /** Cells as they stand, markup and blanks within them included. */
  readonly cells: readonly string[];
  /** Whether the line ends where a line of such a table ends. */
  readonly closed: boolean;
  /** Columns, from 0, whose cells are joined with the cells above them. */
  readonly joined?: ReadonlySet<number>;
}

export interface Table {
  readonly kind: 'table';
  readonly line: number;
  readonly rows: readonly TableRow[];
}

export type Block = Prose | Table;

/** Takes a text apart into prose and tables, each with its line. Tables are tab-separated or drawn with pipes. */
export function blocksOf(text: string): { readonly blocks: readonly Block[]; readonly problems: readonly Problem[] } {
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  let rows: TableRow[] = [];
  let rowCount = 0;
  const endTable = () => {
    const [first] = rows;
    if (first !== undefined) blocks.push({ kind: 'table', line: first.line, rows });
    rows = [];
  };
  withPlainBlanks(text)
    .split('\n')
    .forEach((raw, index) => {
      const line = index + 1;
      const cells = cellsOf(raw);
      if (cells === null) {
        endTable();
        blocks.push(...proseOf(raw, line));
      } else if (cells !== 'rule') {
        rowCount += 1;
        if (rowCount > LIMITS.rows || problems.length > 50) return;
        const unreadable = tooMuch(cells, line);
        if (unreadable !== null) problems.push(unreadable);
        else
          rows.push({
            line,
            cells,
            closed: raw.includes('\t') || raw.trimEnd().endsWith('|') || !raw.trimStart().startsWith('|'),
          });
      }
    });
  endTable();
  if (rowCount > LIMITS.rows) problems.push(tooManyTableRows(rowCount));
  return { blocks, problems };
}

function cellsOf(raw: string): string[] | 'rule' | null {
  const trimmed = raw.trim();
  if (trimmed.startsWith('|') || (trimmed.includes('|') && trimmed.split('|').length > 3)) {
    if (trimmed.split('|').length < 3) return null;
    if (trimmed.includes('-') && /^[|\s:\-+=]+$/.test(trimmed)) return 'rule';
    const inner = trimmed.slice(
      trimmed.startsWith('|') ? 1 : 0,
      trimmed.endsWith('|') && !trimmed.endsWith('\\|') ? -1 : undefined,
    );
    return splitAtPipes(inner).map((cell) => cell.trim());
  }
  const cells = raw.split('\t');
  if (cells.length < 3 || trimmed === '') return null;
  return cells.map((cell) => cell.trim());
}

function splitAtPipes(text: string): string[] {
  const cells: string[] = [];
  for (const part of text.split('|')) {
    const last = cells.at(-1);
    if (last?.endsWith('\\') === true) cells[cells.length - 1] = `${last.slice(0, -1)}|${part}`;
    else cells.push(part);
  }
  return cells;
}

function proseOf(raw: string, line: number): Prose[] {
  const text = raw.slice(0, LIMITS.prose);
  const set = /^\s*(?:(#{1,6})\s|\*\*|__|<b>|<strong>|<h(\d))/i.exec(text);
  const level = set?.[1]?.length ?? (set?.[2] === undefined ? undefined : Number(set[2]));
  return withoutMarkup(text)
    .split(/[\n\ue000\ue001]/)
    .map(collapsed)
    .filter((part) => part !== '' && !/^[-=_~*]{3,}$/.test(part))
    .map((part) => ({
      kind: 'prose',
      line,
      text: part,
      heading: set !== null || (part.length < 120 && part === part.toUpperCase()),
      ...(level === undefined ? {} : { level }),
    }));
}

export function tooMuch(cells: readonly string[], line: number): Problem | null {
  if (cells.length > LIMITS.columns) {
    return problem(
      line,
      'import/too-many-columns',
      `La riga ${at(line)} ha ${cells.length} colonne, più delle ${LIMITS.columns} che una tabella può avere: controllare i separatori.`,
      `Line ${at(line)} has ${cells.length} columns, more than the ${LIMITS.columns} a table may have: check its separators.`,
    );
  }
  if (cells.some((cell) => cell.length > LIMITS.cell)) {
    return problem(
      line,
      'import/cell-too-long',
      `Una cella della riga ${at(line)} supera i ${LIMITS.cell} caratteri: controllare che la riga non sia più righe unite.`,
      `A cell of line ${at(line)} is longer than ${LIMITS.cell} characters: check that the line is not several lines joined.`,
    );
  }
  return null;
}
