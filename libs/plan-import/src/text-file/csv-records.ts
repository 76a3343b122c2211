import { CsvError, parse, type Info } from 'csv-parse/sync';
import { Unreadable } from '../office/unreadable.js';
import { at } from '../place.js';
import { problem, type Problem } from '../problem.js';
import { lineOfOpenQuote } from './open-quote.js';

/** A record of a CSV, its cells as they are written. */
export interface CsvRecord {
  /** Of the text, where it begins; counts from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * @param longest  characters of one record
 * @throws Unreadable at the line where a quotation mark is opened that nothing closes, or at which a record grows longer
 */
export function* csvRecords(text: string, delimiter: string, longest: number): Generator<CsvRecord> {
  // how some programs announce the separator
  const unannounced = text.replace(/^\s*sep=.\s*\n/i, '\n');
  const open = lineOfOpenQuote(unannounced, delimiter, longest);
  if (open !== null) throw new Unreadable(unclosedQuote(open));
  let before = 0; // lines read before a record
  try {
    for (const { record, info } of parsed(unannounced, delimiter, longest)) {
      yield { line: before + 1, cells: record };
      before = info.lines;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable(tooLong(Number(error['lines'] ?? before + 1), longest));
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
    `Alla riga ${at(line)} si aprono virgolette che non si chiudono: controllare le virgolette di quella riga.`,
    `At line ${at(line)} a quotation mark is opened and not closed: check the quotation marks of that line.`,
  );
}

function tooLong(line: number, longest: number): Problem {
  return problem(
    line,
    'import/unreadable-list',
    `Alla riga ${at(line)} una voce supera ${longest} caratteri: controllare come sono separate le celle.`,
    `At line ${at(line)} an entry is longer than ${longest} characters: check how its cells are separated.`,
  );
}
