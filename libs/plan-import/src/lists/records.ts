import { fileKind, foreignText } from '../file-kind.js';
import { LIMITS } from '../limits.js';
import { openOfficeFile } from '../office/office-file.js';
import { damaged, Unreadable, unsupported } from '../office/unreadable.js';
import { WHOLE_DOCUMENT, type Place, type Places } from '../place.js';
import { problem, type Problem } from '../problem.js';
import { csvRecords } from '../text-file/csv-records.js';
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

/** Besides the one that names the columns. */
const MOST_RECORDS = 5_000;
const MOST_BYTES = 5_000_000;

/** The rows of a list: of a CSV with whatever separator and encoding, or of the first visible sheet of an XLSX. */
export function recordsOfFile(bytes: Uint8Array): Records {
  try {
    if (bytes.length > MOST_BYTES) throw new Unreadable(tooLongAList());
    const kind = fileKind(bytes);
    if (kind === 'office') return recordsOfWorkbook(bytes);
    if (kind !== 'text') throw new Unreadable(kind);
    return recordsOfText(decodeText(bytes).text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    // what is beyond the bounds of a plan is beyond those of a list
    const why = error.problem.code === 'import/too-large' ? tooLongAList() : error.problem;
    return { records: [], places: new Map(), problems: [why] };
  }
}

/** @throws Unreadable */
export function recordsOfText(written: string): Records {
  const foreign = foreignText(written);
  if (foreign !== null) throw new Unreadable(foreign);
  const text = withPlainBlanks(written);
  const records: ListRecord[] = [];
  const announced = /^\s*sep=(.)\s*\n/i.exec(text);
  const separator = separatorOf(announced === null ? text : text.slice(announced[0].length));
  for (const { line, cells: raw } of csvRecords(text, separator, LIMITS.cell)) {
    const cells = raw.map(collapsed);
    if (cells.some((cell) => cell !== '')) records.push({ line, cells });
    if (records.length > MOST_RECORDS + 1) throw new Unreadable(tooLongAList());
  }
  return { records, places: new Map(), problems: [] };
}

/** The one that parts a line into most cells: the first line that has three, for a title may stand above. */
function separatorOf(text: string): string {
  const lines = text.trimStart().split('\n', 11).map(marksIn);
  const parted = (cells: number) => lines.find(([best]) => best !== undefined && best.count >= cells);
  return (parted(3) ?? parted(2))?.[0]?.mark ?? ';';
}

function marksIn(line: string) {
  const unquoted = line.slice(0, 10_000).replace(/"[^"]*"/g, '');
  return [';', '\t', ',']
    .map((mark) => ({ mark, count: unquoted.split(mark).length }))
    .toSorted((a, b) => b.count - a.count);
}

function recordsOfWorkbook(bytes: Uint8Array): Records {
  const { archive, part, kind } = openOfficeFile(bytes);
  if (kind !== 'sheet') throw unsupported('un documento di testo, non un elenco', 'a document of text, not a list');
  const workbook = openWorkbook(archive, part);
  const first = workbook.sheets.find(({ hidden }) => !hidden);
  const xml = first === undefined ? null : archive.part(first.part);
  if (first === undefined || xml === null) throw damaged();
  const { rows, columns } = gridOfSheet(readSheet(xml, first.name, workbook));
  if (rows.length > MOST_RECORDS + 1) throw new Unreadable(tooLongAList());
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

export function tooLongAList(): Problem {
  return problem(
    WHOLE_DOCUMENT,
    'import/too-large',
    `L'elenco ha più di ${MOST_RECORDS} voci o di ${MOST_BYTES / 1_000_000} MB: togliere ciò che non è l'elenco, o dividere le persone in più file e inviarli uno dopo l'altro.`,
    `The list has more than ${MOST_RECORDS} entries or ${MOST_BYTES / 1_000_000} MB: remove what is not the list, or split the people into several files and send one after the other.`,
  );
}
