import { at } from '../place.js';
import { problem, quoted, type Problem } from '../problem.js';
import { folded, type Wording } from '../text.js';
import type { ListRecord } from './records.js';

/** A column that a list may have: how its heading begins, lower case, without accents. */
export interface ListColumn<Field extends string> {
  readonly field: Field;
  readonly heading: RegExp;
  /** How it is called where it is missing. */
  readonly name: Wording;
  readonly needed: boolean;
}

/** Which column says what, and what is odd about their headings. */
export interface Columns<Field extends string> {
  readonly place: ReadonlyMap<Field, number>;
  readonly twice: readonly Problem[];
  /** Programs of the personnel write more than is read here. */
  readonly unknown: readonly Problem[];
}

export function columnsOf<Field extends string>(
  { line, cells }: ListRecord,
  columns: readonly ListColumn<Field>[],
): Columns<Field> {
  const place = new Map<Field, number>();
  const [twice, unknown]: [Problem[], Problem[]] = [[], []];
  cells.forEach((cell, index) => {
    const heading = folded(cell).trim();
    if (heading === '') return;
    const column = columns.find(({ heading: pattern }) => pattern.test(heading));
    const before = column && place.get(column.field);
    if (column === undefined) unknown.push(unknownColumn(line, index + 1, cell, columns));
    else if (before === undefined) place.set(column.field, index);
    else twice.push(sameColumn(line, index + 1, cell, before + 1, column.name));
  });
  return { place, twice, unknown };
}

function unknownColumn(line: number, column: number, written: string, known: readonly ListColumn<string>[]): Problem {
  const names = (language: keyof Wording) => known.map(({ name }) => name[language]).join(', ');
  return problem(
    line,
    'import/unknown-column',
    `Alla riga ${at(line)} la colonna ${column}, ${quoted(written)}, non si legge: se conta, intitolarla con uno fra ${names('it')}.`,
    `At line ${at(line)} column ${column}, ${quoted(written)}, is not read: if it counts, head it with one of ${names('en')}.`,
  );
}

function sameColumn(line: number, column: number, written: string, before: number, { it, en }: Wording): Problem {
  return problem(
    line,
    'import/duplicate-column',
    `Alla riga ${at(line)} la colonna ${column}, ${quoted(written)}, dice la stessa cosa della colonna ${before} (${quoted(it)}): lasciarne una.`,
    `At line ${at(line)} column ${column}, ${quoted(written)}, says the same as column ${before} (${quoted(en)}): leave one of them.`,
  );
}

/** A cell to the right of the last heading: mostly a separator too many, and then all that follows it is displaced. */
export function beyondColumns(line: number, column: number, written: string, most: number): Problem {
  return problem(
    line,
    'import/cell-without-column',
    `Alla riga ${at(line)} ci sono più celle che titoli: ${quoted(written)} è nella colonna ${column} di ${most}. Togliere il separatore di troppo, o mettere la cella fra virgolette.`,
    `At line ${at(line)} there are more cells than headings: ${quoted(written)} is in column ${column} of ${most}. Remove the separator that is too many, or put the cell in quotation marks.`,
  );
}
