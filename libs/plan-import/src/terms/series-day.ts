import { addDays, firstOn, lastDayOfMonth, weekdayOf, type LocalDate } from '#domain';
import { spanOf, type Span } from './read-term.js';

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
const N = `(?:\\d{1,2}|(?:${WORDS.join('|')})[oi]|${Object.keys(CARDINALS).join('|')})[°º^]?`;
const LIST = `${N}(?:(?:,| e| ed)(?: (?:entro il|entro|il|al|giorno|il giorno))? ${N})*`;
const MONTH = "(?:(?:di |d['’]|(?<=(?:il|giorno) \\d{1,2} ))(?:ogni|ciascun) mese|del(?:lo stesso| medesimo)? mese)";
const AFTERWARDS = '( success[a-z]+| seguent[a-z]+)?';
/** After the month that is told of; not «del mese successivo alla consegna», which counts from a fact. */
const NEXT_OR_OWN =
  '(?:( success[a-z]+| seguent[a-z]+)(?! a(?:i|l|gli|lle|lla|llo)? (?!quell|(?:(?:la )?(?:fine|chiusura|scadenza) (?:del )?)?(?:mese|periodo|bimestre|trimestre|quadrimestre|semestre)))|(?! success| seguent))';
const OF_MONTH = new RegExp(`(?<![\\d/.,-])(${LIST})( giorno| giorni| gg\\.?)? ${MONTH}(?![a-z])${NEXT_OR_OWN}`, 'g');
/** «Ogni mese, entro il 5», «mensile il 15 e il 30», and nothing of which these might be a number. */
const EVERY_MONTH_ON = new RegExp(
  `(?:\\b(?:ogni|ciascun) mese|\\bmensil[a-z]+),? (?:(?:da [a-z]+ )?(?:entro(?: e non oltre)? )?(?:il (?:giorno )?|i giorni |nei giorni )|entro giorno )(${LIST})(?=$|[,;:)]|\\.(?!\\d)| (?:dal|al|fino)\\b)`,
);
const FROM_END =
  "(?:giorn[oi]|gg\\.?) (?:dall[ao’']? ?|dal |success[a-z]+ all[ao’']? ?|success[a-z]+ al |dopo (?:la |il ))(?:fine|termine|chiusura|scadenza|conclusione) (?:(?:di|d['’]) ?(?:ogni|ciascun) |del(?:lo|la)? )?";
const AFTER_MONTH = new RegExp(`(?<![\\d/.,-])(${N}) ${FROM_END}mese(?![a-z])`);
const AFTER_PERIOD = new RegExp(
  `(?<![\\d/.,-])(${N}) ${FROM_END}(?:bimestre|trimestre|quadrimestre|semestre|periodo)(?![a-z])`,
);
const DECADE = new RegExp(`(prima|seconda) decade ${MONTH}${AFTERWARDS}(?![a-z])`);
const NEXT_MONTH =
  /(?:\bentro|\bnel|\bnon oltre)(?: (?:il|la|lo|l['’]ultimo|fine|ultimo|giorno|di|del))* mese (?:success|seguent)[a-z]+(?! a(?!l? (?:quello|periodo|mese)))|(?:fine|ultimo giorno)(?: del)? mese (?:success|seguent)[a-z]+(?! a(?!l? (?:quello|periodo|mese)))/;
const LAST = /(?:\bfine|\bultimo giorno|\btermine)(?: (?:di|del))? ?(?:ogni |ciascun )?mese(?! (?:success|seguent))/;
const WEEKDAYS = ['lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'sabato', 'domenica'];
export const WEEKDAY = `(?:${WEEKDAYS.join('|')})(?![a-z])`;
const ON_WEEKDAYS = new RegExp(
  `\\b(?:entro|non oltre|ogni|tutti|tutte|il)(?: (?:il|i|la|le|ogni|giorno))* (${WEEKDAY}(?:(?:,| e| ed)(?: (?:entro|ogni|il|la|di))* ${WEEKDAY})*)${AFTERWARDS}(?![a-z])`,
  'g',
);

/** The days of each week or month on which reports are due, and the words that say so; none: the last of each. */
export interface SeriesDays {
  readonly days: readonly SeriesDay[];
  readonly spans: readonly Span[];
}

const NONE: SeriesDays = { days: [], spans: [] };

export function seriesDays(plain: string, every: Every): SeriesDays {
  if (every === 'week') return daysOfWeek(plain);
  const after = AFTER_MONTH.exec(plain);
  if (after !== null) return daysOfMonth(after, after[1], true);
  const decade = DECADE.exec(plain);
  if (decade !== null)
    return {
      days: [{ day: decade[1] === 'prima' ? 10 : 20, next: decade[2] !== undefined }],
      spans: [spanAfterTerm(plain, spanOf(decade))],
    };
  const own = [...plain.matchAll(OF_MONTH)].filter((match) => isDay(plain, match));
  if (own.length > 0) {
    const found = own.map((match) => daysOfMonth(match, match[1], match[3] !== undefined, plain));
    return { days: found.flatMap(({ days }) => days), spans: found.flatMap(({ spans }) => spans) };
  }
  const each = EVERY_MONTH_ON.exec(plain);
  if (each !== null) return daysOfMonth(each, each[1], false);
  const next = NEXT_MONTH.exec(plain);
  if (next !== null) return { days: [{ day: 31, next: true }], spans: [spanOf(next)] };
  const last = LAST.exec(plain);
  return last === null ? NONE : { days: [], spans: [spanAfterTerm(plain, spanOf(last))] };
}

function daysOfMonth(
  match: RegExpMatchArray,
  list: string | undefined,
  next: boolean,
  plain = match.input ?? '',
): SeriesDays {
  const days = [...(list ?? '').matchAll(new RegExp(N, 'g'))].map(([words]) => numberOf(words));
  if (days.some((day) => day < 1 || day > 31)) return NONE;
  return {
    days: [...new Set(days)].map((day) => ({ day, next })),
    spans: [spanAfterTerm(plain, spanOf(match))],
  };
}

/** «Il 5 del mese», «i primi 10 giorni del mese», and not «due giorni del mese». */
function isDay(plain: string, { index = 0, 1: list = '', 2: unit = '', 3: next }: RegExpMatchArray): boolean {
  if (next !== undefined) return true;
  const before = plain.slice(0, index);
  if (/^ (?:giorni|gg)/.test(unit)) return /\bprimi $/.test(before);
  const isOrdinal = WORDS.some((stem) => list === `${stem}o`) || /[°º^]$/.test(list);
  return isOrdinal || /(?:\b(?:il|al|entro|oltre|giorno|giorni)|l['’]|[:,])\s*$/.test(before);
}

/** With the «entro» before it: that is said by what follows. */
function spanAfterTerm(plain: string, { start, end }: Span): Span {
  const before =
    /\b(?:entro|non oltre|scadenza|termine)(?: (?:e non oltre|il|la|l['’]|al|i|primi|giorno|giorni|e))*[ '’]*$/.exec(
      plain.slice(0, start),
    );
  return { start: before?.index ?? start, end };
}

/** Those that are named as a term: neither of «dal lunedì al venerdì», nor that of «il mercato del lunedì». */
function daysOfWeek(plain: string): SeriesDays {
  const found = [...plain.matchAll(ON_WEEKDAYS)];
  const all = [...plain.matchAll(new RegExp(`\\b${WEEKDAY}`, 'g'))];
  const named = found.flatMap(({ 1: list = '', 2: next }) =>
    [...list.matchAll(new RegExp(WEEKDAY, 'g'))].map(([name]) => ({
      day: WEEKDAYS.indexOf(name) + 1,
      next: next !== undefined,
    })),
  );
  // one that stands elsewhere may say that the term is another
  if (named.length < all.length) return NONE;
  const days = named.filter(({ day }, index) => named.findIndex((other) => other.day === day) === index);
  return { days, spans: found.map(spanOf) };
}

/** How many days after the end of a month or a longer period, or in the month after it; null: not said, or not to be read. */
export function afterPeriod(
  plain: string,
): { readonly spans: readonly Span[]; readonly dayAfter: (end: LocalDate) => LocalDate } | null {
  const period = AFTER_PERIOD.exec(plain);
  if (period !== null)
    return {
      spans: [spanAfterTerm(plain, spanOf(period))],
      dayAfter: (end) => addDays(end, numberOf(period[1])),
    };
  const { days, spans } = seriesDays(plain, 'month');
  const [only] = days;
  if (only?.next !== true || days.length > 1) return null;
  return { spans, dayAfter: (end) => firstOn(only.day, 'month', addDays(end, 1)) };
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

function numberOf(written = ''): number {
  const words = written.replace(/[°º^]$/, '');
  const ordinal = WORDS.findIndex((stem) => words === `${stem}o` || words === `${stem}i`);
  return CARDINALS[words] ?? (ordinal >= 0 ? ordinal + 1 : Number(words));
}
