import { isLocalDate, type LocalDate } from '#domain';
import { folded } from './text.js';

/** A date as written, with its place in the text. */
export interface DateHit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Null where the calendar has no such day. */
  readonly date: LocalDate | null;
}

export const MONTHS = [
  'gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno',
  'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre',
]; // prettier-ignore
const MONTH_NAMES = MONTHS.join('|');

const NUMERIC = /(?<![\d.,])(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\d/]|\.\d)/g;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const NAMED = new RegExp(
  `(?<![\\d.,])(\\d{1,2})[°º^]? (?:di )?(${MONTH_NAMES})(?: ?(?:del(?:l'anno)? )?(\\d{4}))?(?![a-z0-9])`,
  'g',
);
/** Of days written with a dot only those that a calendar could have: «dalle 8.30», «al 10.50%» are none. */
const DOTTED = '(0?[1-9]|[12]\\d|3[01])\\.(0[1-9]|1[0-2])(?![\\d/%]|[.,]\\d| ?(?:%|euro|€))';
const WITHOUT_YEAR = new RegExp(
  "(?<=\\b(?:entro|oltre)(?: e non oltre)?(?: il| l| al| del)?[ '’])(?:(\\d{1,2})\\/(\\d{1,2})(?![\\d/]|\\.\\d)|" +
    `${DOTTED})|(?<=\\b(?:al|dal|fino al|il)[ '’])(?:(\\d{2})\\/(\\d{2})(?![\\d/]|\\.\\d)|${DOTTED.replace('0?[1-9]', '0[1-9]')})`,
  'g',
);
/** Days of a series may be written shorter: elsewhere «il 1/3» is a third. */
const BOUND = /(?<=\b(?:al|dal)[ '’])(\d{1,2})[/.](\d{1,2})(?![\d/%]|[.,]\d)/g;
const NEXT_YEAR = /^ ?(?:del(?:l['’] ?)?)? ?anno (?:success|seguent)[a-z]+/;

/**
 * The dates in a text, in order. A day without a year is one of the plan's year.
 *
 * @param year  the plan's year
 */
export function datesIn(text: string, year: number): DateHit[] {
  const plain = sameLength(text);
  const hits: DateHit[] = [];
  const add = (match: RegExpMatchArray, y: string | undefined, month: string | number, day: string) => {
    const start = match.index ?? 0;
    const written = start + match[0].length;
    if (hits.some((hit) => hit.start < written && start < hit.end)) return;
    const next = y === undefined ? NEXT_YEAR.exec(plain.slice(written)) : null;
    const end = written + (next?.[0].length ?? 0);
    hits.push({
      start,
      end,
      text: text.slice(start, end),
      date: dateOf(y, month, day, next === null ? year : year + 1),
    });
  };
  for (const match of plain.matchAll(ISO)) add(match, match[1], match[2] ?? '', match[3] ?? '');
  for (const match of plain.matchAll(NUMERIC)) {
    const [, day = '', separator, month = '', y = ''] = match;
    if (y.length === 2 && separator !== '/' && numbersAParagraph(day, month, y, year)) continue;
    add(match, match[4], match[3] ?? '', match[1] ?? '');
  }
  for (const match of plain.matchAll(NAMED)) add(match, match[3], MONTHS.indexOf(match[2] ?? '') + 1, match[1] ?? '');
  for (const match of plain.matchAll(WITHOUT_YEAR)) {
    const [day = '', month = ''] = match.slice(1).filter((group) => group !== undefined);
    add(match, undefined, month, day);
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** «dal 1/3 al 30/9», as the bounds of a series are written; what no calendar has is none. */
export function boundsWithoutYear(plain: string, year: number): { start: number; end: number; date: LocalDate }[] {
  return [...plain.matchAll(BOUND)].flatMap((match) => {
    const date = dateOf(undefined, (match[2] ?? '').padStart(2, '0'), match[1] ?? '', year);
    return date === null ? [] : [{ start: match.index, end: match.index + match[0].length, date }];
  });
}

/** "1.2.15" may number a paragraph: what is no day is taken for a false one only where it is written as days are. */
function numbersAParagraph(day: string, month: string, year: string, planYear: number): boolean {
  if (dateOf(year, month, day, planYear) !== null) return false;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1) return true;
  const nearThePlan = Math.abs(2000 + Number(year) - planYear) <= 3;
  return !nearThePlan && !(month.length === 2 && Number(day) <= 31);
}

function dateOf(year: string | undefined, month: string | number, day: string, planYear: number): LocalDate | null {
  const y = year === undefined ? planYear : year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = `${String(y).padStart(4, '0')}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

/** Folded letter by letter, so that places in it are places in the text. */
export function sameLength(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  return Array.from(text, (letter) => {
    const plain = folded(letter);
    return plain.length === letter.length ? plain : letter;
  }).join('');
}
