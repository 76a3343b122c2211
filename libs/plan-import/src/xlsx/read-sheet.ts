import { OFFICE_LIMITS } from '../office/limits.js';
import { tooBig } from '../office/unreadable.js';
import { readXml } from '../office/xml.js';
import { numberText } from './number-text.js';
import { columnIn, joinedIn, type Joined, type Sheet, type SheetCell, type SheetRow } from './sheet.js';
import type { Workbook } from './workbook.js';

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  inline: string;
  formula: boolean;
}

/**
 * A sheet as a person sees it. Of a formula the value is read that the program kept beside it; nothing is ever computed.
 *
 * @throws Unreadable
 */
export function readSheet(bytes: Uint8Array, name: string, workbook: Workbook): Sheet {
  const rows: SheetRow[] = [];
  const joined: Joined[] = [];
  const hidden: { first: number; last: number }[] = [];
  const uncalculated: { row: number; column: number }[] = [];
  const seenHidden = new Set<number>();
  let hiddenRows = 0;
  let filtered = false;
  let row: { number: number; hidden: boolean; cells: SheetCell[]; says: boolean } | null = null;
  let lastRow = 0;
  let nextColumn = 0;
  let cell: OpenCell | null = null;
  let into: 'value' | 'inline' | null = null;
  let aside = 0;
  let cells = 0;
  let length = 0;

  const isHidden = (column: number) => hidden.some(({ first, last }) => column >= first && column <= last);
  const keep = (open: OpenCell) => {
    if (row === null) return;
    const text = textOf(open, workbook);
    if (text?.trim() === '') return;
    row.says = true;
    if (row.hidden) return;
    if (text === null) {
      if (uncalculated.length < 50) uncalculated.push({ row: row.number, column: open.column });
      return;
    }
    if (isHidden(open.column)) {
      seenHidden.add(open.column);
      return;
    }
    cells += 1;
    length += text.length;
    if (cells > OFFICE_LIMITS.cells || length > OFFICE_LIMITS.text) throw tooBig();
    row.cells.push({ column: open.column, text });
  };

  readXml(bytes, {
    open: (element) => {
      switch (element.name) {
        case 'col':
          if (isTrue(element.attribute('hidden')) && hidden.length < 1_000)
            hidden.push({ first: Number(element.attribute('min')) - 1, last: Number(element.attribute('max')) - 1 });
          return;
        case 'row':
          lastRow = rowNumber(element.attribute('r')) ?? lastRow + 1;
          row = { number: lastRow, hidden: isTrue(element.attribute('hidden')), cells: [], says: false };
          nextColumn = 0;
          return;
        case 'c': {
          const column = columnIn(element.attribute('r') ?? '') ?? nextColumn;
          nextColumn = column + 1;
          const type = element.attribute('t') ?? 'n';
          cell = { column, type, style: Number(element.attribute('s') ?? 0), value: null, inline: '', formula: false };
          return;
        }
        case 'f':
          if (cell !== null) cell.formula = true;
          return;
        case 'v':
          into = 'value';
          return;
        case 'rPh':
          aside += 1;
          return;
        case 't':
          if (aside === 0) into = 'inline';
          return;
        case 'filterColumn':
          filtered = true;
          return;
        case 'mergeCell': {
          const range = joinedIn(element.attribute('ref') ?? '');
          if (joined.length >= OFFICE_LIMITS.joins) throw tooBig();
          if (range !== null) joined.push(range);
          return;
        }
        default:
      }
    },
    close: (element) => {
      if (element === 'v' || element === 't') into = null;
      else if (element === 'rPh') aside -= 1;
      else if (element === 'c') {
        if (cell !== null) keep(cell);
        cell = null;
      } else if (element === 'row') {
        if (row?.hidden === true) hiddenRows += row.says ? 1 : 0;
        else if (row !== null && row.cells.length > 0) rows.push({ number: row.number, cells: row.cells });
        if (rows.length > OFFICE_LIMITS.rows) throw tooBig();
        row = null;
      }
    },
    text: (text) => {
      if (cell === null) return;
      if (into === 'value') cell.value = (cell.value ?? '') + text;
      if (into === 'inline') cell.inline += text;
    },
  });
  return { name, rows, joined, hiddenRows, hiddenColumns: seenHidden.size, filtered, uncalculated };
}

/** @returns null where a formula has no value beside it */
function textOf(
  { type, value, inline, formula, style }: OpenCell,
  { texts, kinds, from1904 }: Workbook,
): string | null {
  if (type === 'inlineStr') return inline;
  if (formula && type !== 'str' && (value ?? '') === '') return null;
  const written = value ?? '';
  switch (type) {
    case 's':
      return texts[Number(written)] ?? '';
    case 'b':
      return written === '1' ? 'VERO' : 'FALSO';
    case 'n': {
      const number = Number(written);
      return written === '' || !Number.isFinite(number)
        ? written
        : numberText(number, kinds[style] ?? 'number', from1904);
    }
    case 'd': // a day as ISO 8601 writes it
      return /^\d{4}-\d{2}-\d{2}/.test(written) ? written.slice(0, 10).split('-').reverse().join('/') : written;
    default:
      return written;
  }
}

function rowNumber(written: string | undefined): number | null {
  const number = Number(written ?? NaN);
  return Number.isInteger(number) && number >= 1 && number <= 1_048_576 ? number : null;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
