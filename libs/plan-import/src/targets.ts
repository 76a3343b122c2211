import type { Target } from '#domain';
import { datesIn, sameLength } from './dates.js';
import { withoutActs } from './acts.js';

const NUMBER = String.raw`(\d{1,3}(?:\.\d{3})+(?!\d)|\d{1,6}(?:[.,]\d{1,2})?)(?!\d|[.,]\d)`;
/** Spans of time and fractions count no things. */
const NO_COUNT = String.raw`(?! ?(?:(?:gg|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])(?![a-z])|\/))`;
const AT_LEAST = new RegExp(
  String.raw`(?:almeno|minimo|non (?:meno|inferiore)(?: di| a| al| all['’])?|pari o superiore (?:a|al|all['’])|(?<!non )superiore (?:a|al|all['’])|>=?|≥)(?: (?:il|lo|la|l['’]|a|al|n\.?))? ?(?:l['’])?${NUMBER}${NO_COUNT} ?(%|per cento)?`,
);
const AT_MOST = new RegExp(
  String.raw`(?:al massimo|massimo|max|non (?:piu|superiore|oltre)(?: di| a| al| all['’])?|(?<!non )inferiore (?:a|al|all['’])|<=?|≤)(?: (?:il|lo|la|a|al|n\.?))? ?(?:l['’])?${NUMBER}${NO_COUNT} ?(%|per cento)?`,
);
const PERCENT = new RegExp(String.raw`(?<![\d/.,])${NUMBER} ?(%|per cento)`);
const COUNT = new RegExp(String.raw`(?<![\p{L}])n(?:r|um)?[.°] ?${NUMBER}${NO_COUNT}(?![\d/.,])`, 'u');

/** What an indicator asks for in figures, if it does. Dates and the numbers of acts are no targets. */
export function targetIn(text: string): Target | null {
  let plain = sameLength(withoutActs(text));
  for (const { start, end } of datesIn(text, 2000))
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  for (const [comparison, pattern] of [
    ['at-least', AT_LEAST],
    ['at-most', AT_MOST],
    ['exactly', PERCENT],
    ['exactly', COUNT],
  ] as const) {
    const match = pattern.exec(plain);
    if (match !== null) return target(comparison, match[1] ?? '', match[2] !== undefined);
  }
  return null;
}

/** A column of targets may hold a bare number: "12", "80 %". */
export function targetOfCell(text: string): Target | null {
  const bare = /^(\d{1,3}(?:\.\d{3})+|\d{1,6}(?:[.,]\d{1,2})?) ?(%)?$/.exec(text.trim());
  return bare === null ? targetIn(text) : target('exactly', bare[1] ?? '', bare[2] !== undefined);
}

function target(comparison: Target['comparison'], number: string, percent: boolean): Target {
  const plain = /^\d{1,3}(?:\.\d{3})+$/.test(number) ? number.replaceAll('.', '') : number.replace(',', '.');
  const value = plain
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return { comparison, value, unit: percent ? '%' : 'count' };
}
