import { CsvError, parse, type Info } from 'csv-parse/sync';
import { fileKind, foreignText } from '../file-kind.js';
import { LIMITS } from '../limits.js';
import { openOfficeFile } from '../office/office-file.js';
import { damaged, tooBig, Unreadable, unsupported } from '../office/unreadable.js';
import { at, type Place, type Places } from '../place.js';
import { problem, type Problem } from '../problem.js';
import { decodeText } from '../text-file/decode-text.js';
import { collapsed, withPlainBlanks } from '../text.js';
import { gridOfSheet } from '../xlsx/grid-of-sheet.js';
import { readSheet } from '../xlsx/read-sheet.js';
import { lettersOf } from '../xlsx/sheet.js';
import { openWorkbook } from '../xlsx/workbook.js';
import { plainCell } from '../cell.js';

/** A row of a list, its cells each on one line. */
export interface ListRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Records {
  readonly records: readonly ListRecord[];
  readonly places: Places;
  readonly problems: readonly Problem[];
}

const MOST_RECORDS = 5_000;
const MOST_BYTES = 5_000_000;

/** The rows of a list: of a CSV with whatever separator and encoding, or of the first visible sheet of an XLSX. */
export function recordsOfFile(bytes: Uint8Array): Records {
  try {
    if (bytes.length > MOST_BYTES) throw tooBig();
    const kind = fileKind(bytes);
    if (kind === 'office') return recordsOfWorkbook(bytes);
    if (kind !== 'text') throw new Unreadable(kind);
    return recordsOfText(decodeText(bytes).text);
  } catch (error) {
    if (error instanceof Unreadable) return { records: [], places: new Map(), problems: [error.problem] };
    throw error;
  }
}

/** @throws Unreadable */
export function recordsOfText(written: string): Records {
  const foreign = foreignText(written);
  if (foreign !== null) throw new Unreadable(foreign);
  const text = withPlainBlanks(written).replace(/^\s*sep=.\s*\n/i, '\n'); // how some programs announce the separator
  const records: ListRecord[] = [];
  let before = 0; // lines read before a record
  try {
    for (const { record, info } of parsed(text)) {
      const cells = record.map(collapsed);
      if (cells.some((cell) => cell !== '')) records.push({ line: before + 1, cells });
      before = info.lines;
      if (records.length > MOST_RECORDS) throw tooBig();
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable(unclosedQuote(Number(error['lines'] ?? before + 1)));
  }
  return { records, places: new Map(), problems: [] };
}

function parsed(text: string): { record: string[]; info: Info }[] {
  return parse(text, {
    delimiter: separatorOf(text),
    info: true,
    relaxColumnCount: true,
    skipEmptyLines: false,
    maxRecordSize: LIMITS.cell,
    relaxQuotes: true,
  }) as unknown as { record: string[]; info: Info }[];
}

/** The one that parts the first line into most cells. */
function separatorOf(text: string): string {
  const [first = ''] = text.trimStart().split('\n', 1);
  const unquoted = first.slice(0, 10_000).replace(/"[^"]*"/g, '');
  const counts = [';', '\t', ','].map((mark) => ({ mark, count: unquoted.split(mark).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.mark ?? ';';
}

function recordsOfWorkbook(bytes: Uint8Array): Records {
  const { archive, part, kind } = openOfficeFile(bytes);
  if (kind !== 'sheet') throw unsupported('un documento di testo, non un elenco', 'a document of text, not a list');
  const workbook = openWorkbook(archive, part);
  const first = workbook.sheets.find(({ hidden }) => !hidden);
  const xml = first === undefined ? null : archive.part(first.part);
  if (first === undefined || xml === null) throw damaged();
  const { rows, columns } = gridOfSheet(readSheet(xml, first.name, workbook));
  if (rows.length > MOST_RECORDS) throw tooBig();
  const places = new Map<number, Place>(
    rows.map(({ number }) => [
      number,
      { kind: 'cells', sheet: first.name, row: number, columns: columns.map(lettersOf) },
    ]),
  );
  return {
    records: rows.map(({ number, cells }) => ({ line: number, cells: cells.map(plainCell) })),
    places,
    problems: [],
  };
}

function unclosedQuote(line: number): Problem {
  return problem(
    line,
    'import/unreadable-list',
    `Alla riga ${at(line)} le virgolette non si chiudono: controllare le virgolette di quella riga.`,
    `At line ${at(line)} a quotation mark is not closed: check the quotation marks of that line.`,
  );
}
