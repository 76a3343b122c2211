import { placeWords, spelledOut, at, type Places } from '../place.js';
import { problem, quoted, type PlacedProblem, type Problem } from '../problem.js';
import type { Wording } from '../text.js';
import { beyondColumns, columnsOf, type ListColumn } from './list-columns.js';
import type { ListRecord, Records } from './records.js';

/** What was read of a list: its rows, each with its place, and what is wrong with it. */
export interface ListReading<Row> {
  readonly rows: readonly (Row & { readonly line: number; readonly place: Wording })[];
  readonly problems: readonly PlacedProblem[];
  /** What was not read or may be meant otherwise, and hinders nothing. */
  readonly warnings: readonly PlacedProblem[];
}

/** A row by its fields; a field that the list does not have is empty. */
export type Fields<Field extends string> = (field: Field) => string;

const MOST_PROBLEMS = 200;

/** Titles and groups of columns that may stand above the row that names them. */
const MOST_ABOVE = 10;

/**
 * Reads a list whose first row names its columns, in any order.
 *
 * @param read  makes of a row what it says, and tells what is wrong with it
 * @param odd  what all rows together give to think
 */
export function readList<Field extends string, Row>(
  { records, places, problems }: Records,
  columns: readonly ListColumn<Field>[],
  read: (fields: Fields<Field>, line: number, tell: (problem: Problem) => void) => Row,
  odd: (rows: readonly (Row & { readonly line: number })[]) => readonly Problem[] = () => [],
): ListReading<Row> {
  const none = (told: readonly Problem[]) => ({ rows: [], problems: spelled(told, places), warnings: [] });
  if (problems.length > 0) return none(problems);
  const headingsAt = headingsIn(records, columns);
  const [header, ...others] = records.slice(headingsAt);
  // a program that prints pages writes the headings on each
  const below = others.filter(({ cells }) => cells.join('\n') !== header?.cells.join('\n'));
  if (header === undefined || below.length === 0) return none([empty(columns)]);
  const { place, twice, unknown } = columnsOf(header, columns);
  const missing = missingIn(header, columns);
  if (missing.length > 0) return none([withoutColumns(header.line, missing), ...twice]);
  const found: Problem[] = [...twice];
  const above = records.slice(0, headingsAt).map(({ line, cells }) => aboveColumns(line, cells));
  const rows = below.map(({ line, cells }) => {
    const beyond = cells.findIndex((cell, index) => index >= header.cells.length && cell !== '');
    if (beyond >= 0) found.push(beyondColumns(line, beyond + 1, cells[beyond] ?? '', header.cells.length));
    const fields = (field: Field) => cells[place.get(field) ?? -1] ?? '';
    const own = read(fields, line, (one) => found.push(one));
    return { ...own, line, place: placeWords(line, places) };
  });
  const warnings = [...above, ...unknown, ...odd(rows)];
  return { rows, problems: spelled(first(found), places), warnings: spelled(first(warnings), places) };
}

/** Which row names the columns: the first that can, but not a title alone in its row that begins as a heading does («Uffici del Comune»). */
function headingsIn<Field extends string>(
  records: readonly ListRecord[],
  columns: readonly ListColumn<Field>[],
): number {
  const first = records.slice(0, MOST_ABOVE + 1);
  const fitting = first.filter((record) => missingIn(record, columns).length === 0);
  const several = fitting.find(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const [headings = first[0]] = several === undefined ? fitting : [several];
  return headings === undefined ? 0 : first.indexOf(headings);
}

/** The columns that a list cannot be without, and that the row does not name. */
function missingIn<Field extends string>(record: ListRecord, columns: readonly ListColumn<Field>[]) {
  const { place } = columnsOf(record, columns);
  return columns.filter(({ field, needed }) => needed && !place.has(field));
}

/** As many as anybody reads, and how many there are besides. */
function first(problems: readonly Problem[]): readonly Problem[] {
  const last = problems[MOST_PROBLEMS];
  if (last === undefined) return problems;
  return [...problems.slice(0, MOST_PROBLEMS), furtherOnes(last.line, problems.length - MOST_PROBLEMS)];
}

function furtherOnes(line: number, count: number): Problem {
  return problem(
    line,
    'import/further-ones',
    `Dalla riga ${at(line)} in poi ce ne sono altri ${count}: mettere a posto questi e rileggere l'elenco.`,
    `From line ${at(line)} on there are ${count} more: put these right and read the list again.`,
  );
}

function aboveColumns(line: number, cells: readonly string[]): Problem {
  const written = cells.filter((cell) => cell !== '').join(' ');
  return problem(
    line,
    'import/row-above-headings',
    `La riga ${at(line)} (${quoted(written)}) sta sopra i titoli delle colonne e non si legge.`,
    `Line ${at(line)} (${quoted(written)}) stands above the headings of the columns and is not read.`,
  );
}

function spelled(problems: readonly Problem[], places: Places): PlacedProblem[] {
  return problems.map((one) => ({
    ...one,
    place: placeWords(one.line, places),
    message: spelledOut(one.message, places),
  }));
}

function named(columns: readonly ListColumn<string>[], language: keyof Wording): string {
  return columns.map(({ name }) => `«${name[language]}»`).join(', ');
}

function empty(columns: readonly ListColumn<string>[]): Problem {
  return problem(
    1,
    'import/empty-list',
    `L'elenco è vuoto: la prima riga nomina le colonne (${named(columns, 'it')}), ogni altra è una voce.`,
    `The list is empty: the first line names the columns (${named(columns, 'en')}), each other is an entry.`,
  );
}

function withoutColumns(line: number, missing: readonly ListColumn<string>[]): Problem {
  return problem(
    line,
    'import/missing-column',
    `Alla riga ${at(line)} mancano le colonne ${named(missing, 'it')}: la prima riga deve nominarle.`,
    `At line ${at(line)} the columns ${named(missing, 'en')} are missing: the first line has to name them.`,
  );
}
