import { plainCell } from './cell.js';
import { folded } from './text.js';

/** What a column of the plan's tables can hold. */
export type Field =
  | 'number'
  | 'mission'
  | 'strategic'
  | 'title'
  | 'area'
  | 'unit'
  | 'participants'
  | 'indicator'
  | 'target'
  | 'deadline'
  | 'weight'
  | 'funding'
  | 'outcome';

/** Which column holds which field; columns count from 0. */
export type Columns = ReadonlyMap<Field, number>;

/** A heading says what its column holds in many ways; the first that fits, so the narrower stand first. */
const MEANINGS: readonly (readonly [Field, RegExp])[] = [
  ['outcome', /realizzat|raggiunt|consegui|consuntiv|ottenut|rendicont|esito|stato di attuazione|a consuntivo|verifica finale|valutazione finale/],
  ['weight', /^(?:%|pt|punti|pes[oi]|pesatura|ponderazione)\b|\bpes[oi]\b|\bpunt(?:i|eggio|eggi)\b|ponderazione|ponderale|pesatura/],
  ['funding', /finanziament|risorse (?:finanziarie|economiche|dedicate)|\bbudget\b|fonte/],
  ['strategic', /obiettiv[oi] strategic|\bob\.? ?strat|indirizz[oi] strategic|linea strategica|obiettivo di mandato/],
  ['mission', /^mission[ei]?\b|linea (?:di mandato|programmatica)|missione|area strategica|ambito strategico|politica/],
  ['deadline', /scadenz|\btermin[ei]\b|tempi\b|tempistic|cronoprogramma|^entro\b|\bentro(?: il| quando)?$|conclu(?:sione|dere)|data (?:prevista|di conclusione|fine)|^quando\b/],
  ['target', /\btarget\b|valor[ei] (?:attes|obiettivo|previst|programmat)|soglia/],
  ['indicator', /performance attes|risultat[oi] attes|attes[aoie]\b|indicator[ei]|\boutput\b|misur[ae]\b|prodotto|risultat[oi]\b|azioni (?:previste|da)|^azioni$|^attivita(?: prevista| previste| da .*)?$|performance/],
  ['participants', /partecipant|coinvolt|altr[ie] (?:aree|settori|servizi|uffici|soggetti)|collaborazion/],
  ['title', /obiettiv[oi]|\bprogett[oi]\b|titolo|denominazione|oggetto|^descrizione/],
  ['area', /\bare[ae]\b|settor[ei]|struttur|direzion[ei]|ripartizion|dipartiment|centro di responsabilita|\bc\.?d\.?r\b|assegnatari|responsabil|titolar[ei]|dirigent[ei]|referent[ei]|^p\.? ?o\.?$|^e\.? ?q\.?$|unita organizzativ|^chi$/],
  ['unit', /serviz[io]|uffici[o]?|^u\.? ?o\.?$/],
  ['number', /^(?:n|nr|num|numero|n°|nº|#|cod|codice|id|prog|progr|progressivo|rif)(?![a-z])/],
]; // prettier-ignore

const LONGEST_HEADING = 160;

/** Below a heading, to tell what its columns hold: each row of a hostile table may be one of headings. */
const ROWS_LOOKED_AT = 200;

/**
 * Which column holds what, read from a row of headings by their meaning, in any order and under many names.
 *
 * @returns null where the row is no row of headings
 */
export function columnsOf(cells: readonly string[]): Columns | null {
  const read = readHeadings(cells);
  return read !== null && isRowOfHeadings(read.columns, read.headings) ? read.columns : null;
}

/**
 * The same for a row that names two columns or more but not all that are needed: the weights are then the column of
 * numbers below it, the indicators the one of long sentences.
 */
export function likelyColumnsOf(cells: readonly string[], below: readonly (readonly string[])[]): Columns | null {
  const read = readHeadings(cells);
  if (read === null || read.headings.some((heading) => /^\d/.test(heading))) return null;
  const { columns, headings } = read;
  const known = (['title', 'area', 'indicator', 'weight'] as const).filter((field) => columns.has(field));
  if (known.length < 2) return null;
  const free = headings
    .map((_, index) => index)
    .filter((index) => ![...columns.values()].includes(index) && headings[index] !== '');
  const filled = (index: number) => below.map((row) => plainCell(row[index] ?? '')).filter((cell) => cell !== '');
  if (!columns.has('weight')) {
    // a sentence on money may stand in place of a weight here and there
    const numeric = (index: number) => filled(index).filter((cell) => /^[\d.,;% ]+$/.test(cell)).length;
    const numbers = free.find((index) => numeric(index) > 0 && numeric(index) >= filled(index).length * 0.6);
    if (numbers === undefined) return null;
    columns.set('weight', numbers);
  }
  if (!columns.has('indicator')) {
    const length = (index: number) => Math.max(0, ...filled(index).map((cell) => cell.length));
    const [longest] = free.filter((index) => index !== columns.get('weight')).sort((a, b) => length(b) - length(a));
    if (longest !== undefined && length(longest) > 20) columns.set('indicator', longest);
  }
  return isRowOfHeadings(columns, headings) ? columns : null;
}

function readHeadings(cells: readonly string[]): { columns: Map<Field, number>; headings: string[] } | null {
  const headings = cells.map((cell) => (cell.length > LONGEST_HEADING * 4 ? cell : plainCell(cell)));
  if (headings.some((heading) => heading.length > LONGEST_HEADING)) return null;
  const columns = new Map<Field, number>();
  const second = new Map<Field, number>();
  headings.forEach((heading, index) => {
    const field = meaningOf(heading);
    if (field === null) return;
    if (columns.has(field)) second.set(field, second.get(field) ?? index);
    else columns.set(field, index);
  });
  settleDoubles(columns, second, headings);
  return { columns, headings };
}

/**
 * Which column holds the numbers, where no heading says so: a heading over number and title (joined, as offices do)
 * stands in the column of the numbers; an empty heading is the number's where its cells hold numbers.
 */
export function withNumberColumn(columns: Columns, width: number, rows: readonly (readonly string[])[]): Columns {
  if (columns.has('number')) return columns;
  const taken = new Set(columns.values());
  const data = rows
    .slice(0, ROWS_LOOKED_AT)
    .filter((row) => row.filter((cell) => cell !== '').length > 1 && columnsOf(row) === null);
  const filled = (index: number) => data.map((row) => plainCell(row[index] ?? '')).filter((cell) => cell !== '');
  const holdsNumbers = (index: number) => filled(index).length > 0 && filled(index).every((cell) => NUMBER.test(cell));
  const title = columns.get('title');
  if (title !== undefined && title + 1 < width && !taken.has(title + 1) && holdsNumbers(title)) {
    const words = filled(title + 1);
    if (words.length > 0 && !words.every((cell) => NUMBER.test(cell)))
      return new Map([...columns, ['number', title], ['title', title + 1]]);
  }
  const free = Array.from({ length: width }, (_, index) => index).find(
    (index) => !taken.has(index) && holdsNumbers(index),
  );
  return free === undefined ? columns : new Map([...columns, ['number', free]]);
}

export const NUMBER = /^(?:(?:ob|op|obj|n)\.? ?)?\d{1,3}(?:[.\-/]\d{1,3}){0,3}[a-z]?[.)°]?$/i;

function meaningOf(heading: string): Field | null {
  const text = folded(heading)
    .replace(/[’'"“”:]/g, ' ')
    .trim();
  if (text === '') return null;
  return MEANINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Two columns of one meaning: the second is the measure beside the words, the unit beside the area. */
function settleDoubles(
  columns: Map<Field, number>,
  second: ReadonlyMap<Field, number>,
  headings: readonly string[],
): void {
  const indicator = second.get('indicator');
  if (indicator !== undefined && !columns.has('target')) columns.set('target', indicator);
  const area = second.get('area');
  if (area !== undefined) {
    const first = columns.get('area') ?? area;
    // A person in charge says less than the office that the person heads.
    const [office, other] = /responsabil|titolar|dirigent|referent|assegnatari/i.test(headings[first] ?? '')
      ? [area, first]
      : [first, area];
    columns.set('area', office);
    if (!columns.has('unit') && !/responsabil|titolar|dirigent|referent|assegnatari/i.test(headings[other] ?? ''))
      columns.set('unit', other);
  }
  const unit = columns.get('unit');
  if (!columns.has('area') && unit !== undefined) {
    columns.set('area', unit);
    columns.delete('unit');
  }
  const title = second.get('title');
  if (title !== undefined && !columns.has('indicator')) columns.set('indicator', title);
  const target = columns.get('target');
  if (!columns.has('indicator') && target !== undefined) {
    columns.set('indicator', target);
    columns.delete('target');
  }
}

function isRowOfHeadings(columns: Columns, headings: readonly string[]): boolean {
  const says = (field: Field) => columns.has(field);
  if (!says('weight') || !(says('title') || says('indicator'))) return false;
  if (headings.some((heading) => /^\d+(?:[.,]\d+)?$/.test(heading))) return false;
  if (/^\d/.test(headings[columns.get('weight') ?? -1] ?? '')) return false; // "10 punti" is a weight
  return columns.size >= 3;
}
