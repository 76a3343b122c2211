import { CsvError, parse, type Info } from 'csv-parse/sync';
import { Unreadable } from '../office/unreadable.js';
import { at } from '../place.js';
import { problem, type Problem } from '../problem.js';

/** A record of a CSV, its cells as they are written. */
export interface CsvRecord {
  /** Of the text, where it begins; counts from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * @param longest  characters of one record
 * @throws Unreadable where a quotation mark is not closed, or a record is longer
 */
export function* csvRecords(text: string, delimiter: string, longest: number): Generator<CsvRecord> {
  let before = 0; // lines read before a record
  try {
    // how some programs announce the separator
    for (const { record, info } of parsed(text.replace(/^\s*sep=.\s*\n/i, '\n'), delimiter, longest)) {
      yield { line: before + 1, cells: record };
      before = info.lines;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable(unclosedQuote(Number(error['lines'] ?? before + 1)));
  }
}

function parsed(text: string, delimiter: string, longest: number): { record: string[]; info: Info }[] {
  return parse(text, {
    delimiter,
    info: true,
    relaxColumnCount: true,
    skipEmptyLines: false,
    maxRecordSize: longest,
    relaxQuotes: true,
  }) as unknown as { record: string[]; info: Info }[];
}

function unclosedQuote(line: number): Problem {
  return problem(
    line,
    'import/unreadable-list',
    `Alla riga ${at(line)} le virgolette non si chiudono: controllare le virgolette di quella riga.`,
    `At line ${at(line)} a quotation mark is not closed: check the quotation marks of that line.`,
  );
}
