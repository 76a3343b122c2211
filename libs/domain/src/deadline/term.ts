import { addDays, lastDayOfMonth } from '../calendar/civil.js';
import type { LocalDate } from '../values.js';

const NUMBERS = [
  'un', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci',
]; // prettier-ignore
const TENS: Readonly<Record<string, number>> = {
  dodici: 12,
  quindici: 15,
  venti: 20,
  trenta: 30,
  quaranta: 40,
  quarantacinque: 45,
  sessanta: 60,
  novanta: 90,
  centoventi: 120,
  centottanta: 180,
};
const COUNTED =
  /^(\d{1,3}|[a-z]+)(?: ?\([a-z]+\))? (giorn[oi]|gg|settiman[ae]|mes[ei]|ann[oi]|or[ae])(?:\.? (?:naturali|consecutiv[oi]|solari|di calendario|naturali e consecutivi))?$/;
/** «5 del mese successivo». */
const DAY_OF_NEXT = /^(?:giorno )?(\d{1,2}) del mese (?:success|seguent)[a-z]+$/;
const FOLLOWING = /^(mese|bimestre|trimestre|quadrimestre|semestre|anno) (?:success|seguent)[a-z]+$/;
const MONTHS = { mese: 1, bimestre: 2, trimestre: 3, quadrimestre: 4, semestre: 6, anno: 12 } as const;

/**
 * The last day of a term in a plan's words («30 giorni», «due mesi», «quadrimestre successivo») from the day of a fact, which is
 * not counted itself; hours end with their day.
 *
 * @returns null where the words cannot be read surely: working days, and all that is no number of days or periods
 */
export function termFrom(within: string, day: LocalDate): LocalDate | null {
  const words = within
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.]+$/, '')
    .trim();
  const [, period] = FOLLOWING.exec(words) ?? [];
  if (isPeriod(period)) return endOfNext(MONTHS[period], day);
  const [, dayOfNext] = DAY_OF_NEXT.exec(words) ?? [];
  if (dayOfNext !== undefined) return onDayOfNext(Number(dayOfNext), day);
  const [, counted = '', unit = ''] = COUNTED.exec(words) ?? [];
  const count = numberOf(counted);
  if (count === null) return null;
  if (unit.startsWith('or')) return addDays(day, Math.ceil(count / 24));
  if (unit.startsWith('g')) return addDays(day, count);
  if (unit.startsWith('settiman')) return addDays(day, 7 * count);
  return monthsLater(day, unit.startsWith('ann') ? 12 * count : count);
}

function isPeriod(word: string | undefined): word is keyof typeof MONTHS {
  return word !== undefined && word in MONTHS;
}

function numberOf(word: string): number | null {
  if (/^\d/.test(word)) return Number(word);
  const index = NUMBERS.indexOf(word === 'uno' || word === 'una' ? 'un' : word);
  return index >= 0 ? index + 1 : (TENS[word] ?? null);
}

function endOfNext(months: number, day: LocalDate): LocalDate {
  const own = Math.ceil(Number(day.slice(5, 7)) / months);
  return lastDayOfMonth(monthsLater(`${day.slice(0, 4)}-01-01`, months * (own + 1) - 1));
}

function onDayOfNext(day: number, from: LocalDate): LocalDate | null {
  if (day < 1 || day > 31) return null;
  const last = endOfNext(1, from);
  const own = `${last.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return own < last ? own : last;
}

/** The same day of a later month, where that is shorter its last. */
function monthsLater(day: LocalDate, months: number): LocalDate {
  const after = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(after / 12)).padStart(4, '0')}-${String((after % 12) + 1).padStart(2, '0')}`;
  const last = lastDayOfMonth(`${month}-01`);
  const same = `${month}${day.slice(7)}`;
  return same < last ? same : last;
}
