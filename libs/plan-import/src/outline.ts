import { at } from './place.js';
import type { Block, Table, TableRow } from './blocks.js';
import { brokenOff, remnantBelow } from './broken-off.js';
import { plainCell } from './cell.js';
import { columnsOf, likelyColumnsOf, withNumberColumn, type Columns, type Field } from './header.js';
import { headingsOf, numberedTitle, sectionOf } from './headings.js';
import { MissionTree } from './missions.js';
import type { OfficesByName } from './office-of-area.js';
import { problem, type Problem } from './problem.js';
import { folded } from './text.js';
import { UnknownSections } from './unknown-sections.js';
import type { Ambiguity } from './draft.js';

export interface OutlineCell {
  /** As it stands, markup and blanks included. */
  readonly raw: string;
  /** Counts from 1. */
  readonly column: number;
  /** Joined with the cell above it: empty, and not by omission. */
  readonly joined?: true;
}

/** A row of a table of the plan, with the place in the plan under which it stands. */
export interface OutlineRow {
  readonly line: number;
  readonly mission: number;
  readonly strategic: number;
  /** The area whose section this is, where the plan has a section for each. */
  readonly section: string | null;
  readonly cells: Readonly<Partial<Record<Field, OutlineCell>>>;
  /** Words of the heading over the indicators, "PERFORMANCE ATTESA AL 31.12.2022". */
  readonly indicatorHeading: string;
}

export interface Outline {
  readonly missions: MissionTree;
  readonly rows: readonly OutlineRow[];
  readonly problems: readonly Problem[];
  /** Line of the first table that was understood; null where none was. */
  readonly firstTable: number | null;
  readonly headings: readonly string[];
  /** A heading of the plan's tree after the last table: it announces a table that is not there. */
  readonly danglingHeading: number | null;
  /** Where the text breaks off in the middle of something. */
  readonly cutAt: number | null;
  /** Line of the last row where nothing closes the text after it. */
  readonly endsInTable: number | null;
  readonly tablesSeen: number;
  /** Headings of which it is not known whether an area begins with them. */
  readonly doubts: readonly Ambiguity[];
  /** Those with which one begins. */
  readonly areasBegun: ReadonlySet<string>;
}

/**
 * Reads the order of a plan: its missions and strategic objectives, and under each the rows of its tables.
 *
 * @param answers  question id → option id: whether an area begins with a heading
 */
export function outlineOf(
  text: string,
  blocks: readonly Block[],
  offices: OfficesByName,
  answers: Readonly<Record<string, string>>,
): Outline {
  const missions = new MissionTree();
  const rows: OutlineRow[] = [];
  const problems: Problem[] = [];
  const headings: string[] = [];
  const unknown = new UnknownSections(answers);
  let section: string | null = null;
  let columns: Columns | null = null;
  let indicatorHeading = '';
  let firstTable: number | null = null;
  let announced: number | null = null; // line of a heading whose table has not come yet
  let cutAt: number | null = null;
  let tablesSeen = 0;
  let width = 0;

  const announce = (text: string, setApart: boolean, line: number, level?: number): boolean => {
    const known = headingsOf(text, setApart);
    const found = setApart && known.length === 0 ? sectionOf(text, offices) : known;
    for (const heading of found) {
      if (heading.kind === 'area') {
        section = heading.name;
        unknown.begin(level);
      } else if (heading.kind === 'mission') missions.enterMission(heading.number, heading.title, line);
      else missions.enterStrategic(heading.number, heading.title, line);
      announced = line;
    }
    return found.length > 0;
  };

  // Tables with the same headings are one table in several places.
  const under = new Map<string, (readonly string[])[]>();
  const headingOf = ({ cells }: TableRow) => cells.join('\t');
  for (const block of blocks) {
    const first = block.kind === 'table' ? block.rows[0] : undefined;
    if (block.kind !== 'table' || first === undefined) continue;
    const rowsBelow = block.rows.slice(1).map(({ cells }) => cells);
    const known = under.get(headingOf(first));
    if (known === undefined) under.set(headingOf(first), rowsBelow);
    else known.push(...rowsBelow);
  }

  const readTable = (table: Table, index: number) => {
    tablesSeen += 1;
    const ends = index === blocks.length - 1;
    const goesOn = columns !== null && announced === null && table.rows[0]?.cells.length === width;
    if (!goesOn) columns = null;
    table.rows.forEach((row, place) => {
      const filled = row.cells.filter((cell) => cell !== '');
      const likely = place === 0 && columns === null;
      const header =
        columnsOf(row.cells) ?? (likely ? likelyColumnsOf(row.cells, under.get(headingOf(row)) ?? []) : null);
      if (header !== null) {
        const below = table.rows.slice(place + 1).map(({ cells }) => cells);
        width = row.cells.length;
        columns = withNumberColumn(header, width, below);
        indicatorHeading = plainCell(row.cells[columns.get('indicator') ?? -1] ?? '');
        headings.push(...row.cells.map(plainCell));
        firstTable ??= row.line;
        return;
      }
      if (filled.length === 0) return;
      // An area alone in its own column is a row with all else left out, not the heading of a section.
      const inAreaColumn = (row.cells[columns?.get('area') || -1] ?? '') !== '';
      const alone = filled.length === 1 && !inAreaColumn ? plainCell(filled[0] ?? '') : null;
      if (alone !== null && announce(alone, true, row.line)) return;
      if (alone !== null && !saysSomething(row, columns) && unknown.keep({ text: alone, line: row.line })) return;
      if (columns === null) {
        const laterHeader =
          place < 2 && table.rows.slice(place + 1, place + 3).some(({ cells }) => columnsOf(cells) !== null);
        if (laterHeader) return;
        if (place > 0) return; // said once for the table
        if (ends && table.rows.length === 1 && firstTable !== null) cutAt = row.line;
        else if (announced !== null || row.cells.length >= 4) problems.push(withoutHeader(row.line));
        return;
      }
      if (isTotal(filled[0] ?? '')) return;
      const cells = cellsOf(row, columns);
      if (columns.has('area')) unknown.passOver();
      else section = unknown.sectionBelow(section);
      const placed = missions.placeOf(cells.mission?.raw ?? '', cells.strategic?.raw ?? '', section, row.line);
      rows.push({ line: row.line, ...placed, section, cells, indicatorHeading });
    });
    if (columns !== null) announced = null;
    const last = table.rows.at(-1);
    if (ends && last !== undefined && columns !== null && brokenOff(last, table.rows, blocks, columns))
      cutAt = last.line;
  };

  blocks.forEach((block, index) => {
    if (block.kind === 'table') return readTable(block, index);
    const { text: line, level } = block;
    const setApart = block.heading || (blocks[index + 1]?.kind === 'table' && standsOver(line));
    if (announce(line, setApart, block.line, level)) return;
    const pending = missions.untitled ? numberedTitle(line) : null;
    if (pending !== null) missions.nameLast(pending.number, pending.title);
    else if (setApart) unknown.keep({ text: line, line: block.line, level });
  });
  cutAt ??= remnantBelow(text, blocks);
  const endOfTable = blocks.at(-1)?.kind === 'table' ? (rows.at(-1)?.line ?? null) : null;
  const danglingHeading = firstTable === null ? null : announced;
  return {
    missions,
    rows,
    problems,
    firstTable,
    headings,
    danglingHeading,
    cutAt,
    endsInTable: endOfTable,
    tablesSeen,
    doubts: unknown.doubts,
    areasBegun: unknown.areas,
  };
}

function cellsOf(row: TableRow, columns: Columns): Partial<Record<Field, OutlineCell>> {
  const cells: Partial<Record<Field, OutlineCell>> = {};
  for (const [field, index] of columns) {
    const joined = row.joined?.has(index) === true ? ({ joined: true } as const) : {};
    cells[field] = { raw: row.cells[index] ?? '', column: index + 1, ...joined };
  }
  return cells;
}

/** Whether the only filled cell of a row is of a column that an objective is made of. */
function saysSomething({ cells }: TableRow, columns: Columns | null): boolean {
  const filled = cells.findIndex((cell) => cell !== '');
  return columns === null || [...columns].some(([field, index]) => index === filled && field !== 'number');
}

/** A short line without a full stop right over a table is its heading, however it is written. */
function standsOver(line: string): boolean {
  return line.length <= 60 && !/[.;,]$/.test(line);
}

function isTotal(first: string): boolean {
  return /^(?:totale|totali|somma|sommano)\b/.test(folded(plainCell(first)));
}

function withoutHeader(line: number): Problem {
  return problem(
    line,
    'import/table-without-header',
    `La tabella alla riga ${at(line)} non ha un'intestazione riconoscibile: scrivere sopra le colonne almeno obiettivo, area, risultato atteso e peso.`,
    `The table at line ${at(line)} has no heading row that can be recognised: name its columns, at least objective, area, expected result and weight.`,
  );
}
