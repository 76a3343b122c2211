import { addDays, firstOn, lastDayOfMonth, weekdayOf, type LocalDate } from '#domain';

export type Every = 'week' | 'month';

/** The day of each week or month on which a report is due; in the period after the one that it tells of where `next`. */
export interface SeriesDay {
  readonly day: number;
  readonly next: boolean;
}

const WORDS = [
  'prim', 'second', 'terz', 'quart', 'quint', 'sest', 'settim', 'ottav', 'non', 'decim',
]; // prettier-ignore
const CARDINALS: Readonly<Record<string, number>> = {
  uno: 1, due: 2, tre: 3, quattro: 4, cinque: 5, sei: 6, sette: 7, otto: 8, nove: 9, dieci: 10, dodici: 12,
  quindici: 15, venti: 20, venticinque: 25, trenta: 30, quindicesimo: 15, ventesimo: 20,
}; // prettier-ignore
const N = `(\\d{1,2}|(?:${WORDS.join('|')})[oi]|${Object.keys(CARDINALS).join('|')})[°º^]?`;
const MONTH = "(?:(?:di |d['’]|(?<=(?:il|giorno) \\d{1,2} ))(?:ogni|ciascun) mese|del(?:lo stesso| medesimo)? mese)";
const AFTERWARDS = '( success[a-z]+| seguent[a-z]+)?';
const OF_MONTH = new RegExp(`(?<![\\d/.,-])${N}(?: giorno| giorni| gg\\.?)? ${MONTH}${AFTERWARDS}(?![a-z])`);
const FROM_END =
  "(?:giorn[oi]|gg\\.?) (?:dall[ao’']? ?|dal |success[a-z]+ all[ao’']? ?|success[a-z]+ al |dopo (?:la |il ))(?:fine|termine|chiusura|scadenza|conclusione) (?:(?:di|d['’]) ?(?:ogni|ciascun) |del(?:lo|la)? )?";
const AFTER_MONTH = new RegExp(`(?<![\\d/.,-])${N} ${FROM_END}mese(?![a-z])`);
const AFTER_PERIOD = new RegExp(
  `(?<![\\d/.,-])${N} ${FROM_END}(?:bimestre|trimestre|quadrimestre|semestre|periodo)(?![a-z])`,
);
const DECADE = new RegExp(`(prima|seconda) decade ${MONTH}${AFTERWARDS}(?![a-z])`);
const NEXT_MONTH =
  /(?:\bentro|\bnel|\bnon oltre)(?: (?:il|la|lo|l['’]ultimo|fine|ultimo|giorno|di|del))* mese (?:success|seguent)[a-z]+|(?:fine|ultimo giorno)(?: del)? mese (?:success|seguent)[a-z]+/;
const LAST = /(?:\bfine|\bultimo giorno|\btermine)(?: (?:di|del))? ?(?:ogni |ciascun )?mese(?! (?:success|seguent))/;
const WEEKDAYS = ['lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'sabato', 'domenica'];
const WEEKDAY = new RegExp(
  `(\\b(?:entro|non oltre|ogni)(?: (?:il|la|ogni|giorno))* )?\\b(${WEEKDAYS.join('|')})${AFTERWARDS}(?![a-z])`,
  'g',
);

/** Null where the words name none: the last of each. */
export function seriesDay(plain: string, every: Every): SeriesDay | null {
  if (every === 'week') return dayOfWeek(plain);
  const after = AFTER_MONTH.exec(plain);
  if (after !== null) return ofMonth(numberOf(after[1]), true);
  const decade = DECADE.exec(plain);
  if (decade !== null) return { day: decade[1] === 'prima' ? 10 : 20, next: decade[2] !== undefined };
  const own = OF_MONTH.exec(plain);
  if (own !== null) return ofMonth(numberOf(own[1]), own[2] !== undefined);
  return NEXT_MONTH.test(plain) ? { day: 31, next: true } : null;
}

function ofMonth(day: number, next: boolean): SeriesDay | null {
  return day >= 1 && day <= 31 ? { day, next } : null;
}

/** One that is named alone, and as a term: neither of «dal lunedì al venerdì», nor that of «il mercato del lunedì». */
function dayOfWeek(plain: string): SeriesDay | null {
  const found = [...plain.matchAll(WEEKDAY)];
  const [only] = found;
  if (only?.[1] === undefined || new Set(found.map(([, , name]) => name)).size > 1) return null;
  return { day: WEEKDAYS.indexOf(only[2] ?? '') + 1, next: only[3] !== undefined };
}

/** How many days after the end of a month or a longer period, or in the month after it; null: not said, or not to be read. */
export function afterPeriod(plain: string): ((end: LocalDate) => LocalDate) | null {
  const period = AFTER_PERIOD.exec(plain);
  if (period !== null) return (end) => addDays(end, numberOf(period[1]));
  const found = seriesDay(plain, 'month');
  return found?.next === true ? (end) => firstOn(found.day, 'month', addDays(end, 1)) : null;
}

/** First and last day of a series whose reports are due in the period after their own. */
export function shiftedSeries(
  { day, next }: SeriesDay,
  every: Every,
  from: LocalDate,
  until: LocalDate,
): { readonly from: LocalDate; readonly until: LocalDate } {
  if (!next) return { from, until };
  const after = (date: LocalDate) =>
    addDays(every === 'month' ? lastDayOfMonth(date) : addDays(date, 7 - weekdayOf(date)), 1);
  return { from: after(from), until: firstOn(day, every, after(until)) };
}

const TERM =
  /\b(?:entro|non oltre|scadenza|termine)\b(?! (?:l['’]anno|fine anno|la fine dell['’]anno|e non oltre\b))([^.;]{0,60})/g;

/**
 * Words of a term that no rule here reads: the day of the series may not be the one that is meant.
 *
 * @param undated  the text, its dates left out
 */
export function unreadTerm(undated: string, every: Every | 'longer'): string | null {
  const isRead =
    every === 'week'
      ? seriesDay(undated, 'week') !== null
      : every === 'month'
        ? readsMonth(undated)
        : afterPeriod(undated) !== null;
  if (isRead) return null;
  if (every === 'week' && [...undated.matchAll(WEEKDAY)].length > 0)
    return [...undated.matchAll(WEEKDAY)][0]?.[0] ?? null;
  for (const [words, rest = ''] of undated.matchAll(TERM)) {
    if (
      /\b(?:giorn|mes[ei]\b|settiman|decade|gg\b|success|seguent|trimestr|semestr|bimestr|quadrimestr|\d{1,2}\b)/.test(
        rest,
      )
    )
      return words.trim();
  }
  return null;
}

function readsMonth(plain: string): boolean {
  return seriesDay(plain, 'month') !== null || LAST.test(plain);
}

function numberOf(words = ''): number {
  const ordinal = WORDS.findIndex((stem) => words === `${stem}o` || words === `${stem}i`);
  return CARDINALS[words] ?? (ordinal >= 0 ? ordinal + 1 : Number(words));
}
