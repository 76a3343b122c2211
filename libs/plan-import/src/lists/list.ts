import { placeWords, spelledOut, at, type Places } from '../place.js';
import { problem, type PlacedProblem, type Problem } from '../problem.js';
import type { Wording } from '../text.js';
import { beyondColumns, columnsOf, type ListColumn } from './list-columns.js';
import type { Records } from './records.js';

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
  const [header, ...rest] = records;
  if (header === undefined || rest.length === 0) return none([empty(columns)]);
  const { place, twice, unknown } = columnsOf(header, columns);
  const missing = columns.filter(({ field, needed }) => needed && !place.has(field));
  if (missing.length > 0) return none([withoutColumns(header.line, missing), ...twice]);
  const found: Problem[] = [...twice];
  const rows = rest.map(({ line, cells }) => {
    const beyond = cells.findIndex((cell, index) => index >= header.cells.length && cell !== '');
    if (beyond >= 0) found.push(beyondColumns(line, beyond + 1, cells[beyond] ?? '', header.cells.length));
    const fields = (field: Field) => cells[place.get(field) ?? -1] ?? '';
    const own = read(fields, line, (one) => found.push(one));
    return { ...own, line, place: placeWords(line, places) };
  });
  const warnings = [...unknown, ...odd(rows)].slice(0, MOST_PROBLEMS);
  return { rows, problems: spelled(found.slice(0, MOST_PROBLEMS), places), warnings: spelled(warnings, places) };
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
