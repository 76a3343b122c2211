import { MONTHS } from '../dates.js';

/** How a number of a cell is meant to be shown. */
export type NumberKind = 'number' | 'percent' | 'date' | 'month' | 'year' | 'time' | 'text';

/** Formats that programs know by number alone. */
const BUILT_IN: Readonly<Record<number, NumberKind>> = {
  9: 'percent', 10: 'percent', 14: 'date', 15: 'date', 16: 'date', 17: 'month', 18: 'time', 19: 'time', 20: 'time',
  21: 'time', 22: 'date', 45: 'time', 46: 'time', 47: 'time', 49: 'text',
}; // prettier-ignore

/** @param code  the format as written: `0.0%`, `dd/mm/yyyy`; undefined where its number says all */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return BUILT_IN[id] ?? (id >= 27 && id <= 58 ? 'date' : 'number');
  const bare = code
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
    .split(';', 1)[0]
    ?.toLowerCase();
  if (bare === undefined || bare === 'general' || bare === 'standard') return 'number';
  if (bare.includes('%')) return 'percent';
  // in Italian programs the letters of day and year are g and a
  const [day, month, year, hour] = [/[dg](?!eneral)/, /m/, /[ya]/, /[hs]/].map((letters) => letters.test(bare));
  if (day === true) return 'date';
  if (hour === true) return 'time';
  if (month === true) return 'month';
  return year === true ? 'year' : 'number';
}

/**
 * A number as a person reads it in the sheet, in Italian: `2,5`, `80%`, `30/09/2025`, `giugno 2025`.
 *
 * @param from1904  days are counted from 1904, as some programs do
 */
export function numberText(value: number, kind: NumberKind, from1904: boolean): string {
  switch (kind) {
    case 'percent':
      return `${decimal(value * 100)}%`;
    case 'date':
    case 'month':
    case 'year': {
      const day = dayOf(value, from1904);
      if (day === null) return decimal(value);
      const [year = '', month = '', date = ''] = day.split('-');
      if (kind === 'year') return year;
      return kind === 'month' ? `${MONTHS[Number(month) - 1] ?? ''} ${year}` : `${date}/${month}/${year}`;
    }
    case 'time': {
      const minutes = Math.round((value % 1) * 1440);
      return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    }
    case 'number':
    case 'text':
      return decimal(value);
  }
}

/** Fifteen digits, as spreadsheets show them: 0.1 + 0.2 is 0,3. */
function decimal(value: number): string {
  return String(Number(value.toPrecision(15))).replace('.', ',');
}

function dayOf(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  // spreadsheets believe in a 29 February 1900
  const instant = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000);
  return days < 1 || days > 2_958_465 || Number.isNaN(instant.getTime()) ? null : instant.toISOString().slice(0, 10);
}
