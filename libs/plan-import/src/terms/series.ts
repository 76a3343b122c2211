import { firstOn, lastDayOfMonth, type LocalDate } from '#domain';
import { boundsWithoutYear, MONTHS } from '../dates.js';
import { COMPARED, DUE, START, UNTIL } from './before-dates.js';
import type { PlanTime, ReadTerm, Span, TermText } from './read-term.js';
import { overlaps, spanOf } from './read-term.js';
import { wholePeriodsIn } from './whole-periods.js';
import { afterPeriod, seriesDays, shiftedSeries, WEEKDAY, type Every } from './series-day.js';

const WEEKLY = /(?<![a-z])settimanal(?:[ei]|mente)|\b(?:ogni|ciascuna) settimana\b|\ba settimana\b/g;
const MONTHLY = /(?<![a-z])mensil(?:[ei]|mente)|\b(?:ogni|ciascun) mese\b/g;
/** «Il primo lunedì» is another day than every Monday. */
const ON_EVERY_WEEKDAY = new RegExp(`\\b(?:ogni|tutti i|tutte le) ${WEEKDAY}(?:,? (?:di ogni|del) mese)?`, 'g');
const PERIODS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bbimestral[a-z]+|\b(?:ogni|ciascun) (?:(?:due|2) mesi|bimestre)/, ['02-28', '04-30', '06-30', '08-31', '10-31', '12-31']],
  [/(?<!quad)\btrimestral[a-z]+|\b(?:ogni|ciascun) (?:(?:tre|3) mesi|trimestre)/, ['03-31', '06-30', '09-30', '12-31']],
  [/\bquadrimestral[a-z]+|\b(?:ogni|ciascun) (?:(?:quattro|4) mesi|quadrimestre)/, ['04-30', '08-31', '12-31']],
  [/\bsemestral[a-z]+|\b(?:ogni|ciascun) (?:(?:sei|6) mesi|semestre)/, ['06-30', '12-31']],
]; // prettier-ignore
const NIL_RETURN =
  /anche (?:con|se|in caso di|in assenza)\b[^,;]{0,40}(?:negativ|assenza|nessun)|anche in assenza|anche se negativ/;
/** What is due by a day beside a series, and is not its end: «… e relazione finale entro il …». */
const OF_ITS_OWN =
  /(?:[;,.]|\b(?:e|ed)\b)[^;]*\b(?:relazion|rendicont|rapport|resocont|report|bozz|consuntiv|final|sintesi)/;
const MONTH = `(?:${MONTHS.join('|')})`;
const FROM_MONTH = new RegExp(
  `\\b(?:da|dal mese di|a partire da|a partire dal mese di|con decorrenza da|decorrenza) (${MONTH})(?![a-z]| \\d)`,
);
const TO_MONTH = new RegExp(`\\b(?:a|ad|fino a|fino ad|al mese di|fino al mese di) (${MONTH})(?![a-z]| \\d)`);

/** From when to when reports are due, and what of the text says so. */
interface Bounds {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly spans: readonly Span[];
  /** Days of something else. */
  readonly others: readonly ReadTerm[];
}

/** The series of reports that a text names; where it names none, nothing. */
export function seriesIn(text: TermText, time: PlanTime): ReadTerm[] {
  const { plain } = text;
  const [every, all] = everyIn(plain);
  const [named] = all;
  const short = boundsWithoutYear(plain, time.year).filter((one) => !text.dates.some((date) => overlaps(date, one)));
  const term = { ...text, dates: [...text.dates, ...short].toSorted((a, b) => a.start - b.start) };
  if (every === null || named === undefined) return periodsIn(term, time);
  const { from, until, spans: bounding, others } = boundsIn(term, time, named.end);
  if (until < from) return [];
  const nil = NIL_RETURN.exec(plain);
  const series = { kind: 'recurring', every, nilReturn: nil !== null } as const;
  const own = seriesDays(plain, every);
  const placed = own.days.map((day) => ({ day: day.day, ...shiftedSeries(day, every, from, until) }));
  const isEmpty = placed.some((one) => firstOn(one.day, every, one.from) > one.until);
  if (placed.length === 0 || isEmpty) {
    const spans = [...all, ...bounding, ...(isEmpty ? [] : own.spans)];
    return [{ words: { ...series, from, until }, spans }, ...others];
  }
  const spans = [...all, ...bounding, ...own.spans];
  return [
    ...placed.map((one) => ({ words: { ...series, from: one.from, until: one.until, day: one.day }, spans })),
    ...others,
  ];
}

function everyIn(plain: string): readonly [Every | null, readonly Span[]] {
  const [weekly, monthly, weekdays] = [WEEKLY, MONTHLY, ON_EVERY_WEEKDAY].map((pattern) =>
    [...plain.matchAll(pattern)].map(spanOf),
  );
  if (weekly !== undefined && weekly.length > 0) return ['week', weekly];
  // «ogni venerdì di ogni mese» is each of them
  const isOfWeek = monthly?.every((month) => weekdays?.some((day) => overlaps(day, month)));
  if (weekdays !== undefined && weekdays.length > 0 && isOfWeek === true) return ['week', weekdays];
  return monthly !== undefined && monthly.length > 0 ? ['month', monthly] : [null, []];
}

function boundsIn(
  term: TermText,
  time: PlanTime,
  named: number,
  isEnd: (date: LocalDate) => boolean = () => false,
): Bounds {
  const { plain, dates } = term;
  const { year, horizon } = time;
  let from: LocalDate | null = null;
  let until: LocalDate | null = null;
  const spans: Span[] = [];
  const others: ReadTerm[] = [];
  dates.forEach(({ start, end, date }, index) => {
    const after = Math.max(dates[index - 1]?.end ?? 0, start - 60);
    const before = plain.slice(after, start);
    const due = DUE.exec(before);
    const [begun, ended] = [START.exec(before), UNTIL.exec(before)];
    const spanFrom = (place: number) => ({ start: after + place, end });
    if (COMPARED.test(before) || isEnd(date)) spans.push(spanFrom((ended ?? due)?.index ?? before.length));
    else if (begun !== null && from === null) {
      from = date;
      spans.push(spanFrom(begun.index));
    } else if (due !== null && OF_ITS_OWN.test(plain.slice(Math.min(named, start), after + due.index)))
      others.push({ words: { kind: 'fixed', on: date }, spans: [spanFrom(due.index)] });
    else if ((ended !== null || due !== null) && until === null) {
      until = date;
      spans.push(spanFrom((due ?? ended)?.index ?? before.length));
    }
  });
  for (const { words, spans: own } of wholePeriodsIn(term, time)) {
    const { start = 0 } = own[0] ?? {};
    if (words?.kind !== 'fixed' || start < named) continue;
    if (OF_ITS_OWN.test(plain.slice(named, start))) others.push({ words, spans: own });
    else if (until === null) {
      until = words.on;
      spans.push(...own);
    }
  }
  const [first, last] = [FROM_MONTH.exec(plain), TO_MONTH.exec(plain)];
  if (first !== null && from === null) {
    from = `${year}-${monthOf(first[1])}-01`;
    spans.push(spanOf(first));
  }
  if (last !== null && until === null) {
    until = lastDayOfMonth(`${year}-${monthOf(last[1])}-01`);
    spans.push(spanOf(last));
  }
  return { from: from ?? `${year}-01-01`, until: until ?? horizon, spans, others };
}

/** The ends of the periods of the year, or days after them. */
function periodsIn(term: TermText, time: PlanTime): ReadTerm[] {
  const { plain } = term;
  const found = PERIODS.map(([pattern, days]) => ({ match: pattern.exec(plain), days })).find(
    ({ match }) => match !== null,
  );
  if (found?.match == null) return [];
  const ends = found.days.map((day) => lastDayOfMonth(`${time.year}-${day}`));
  const named = spanOf(found.match);
  const { from, until, spans, others } = boundsIn(term, time, named.end, (date) => ends.includes(date));
  const own = ends.filter((end) => end >= from && end <= until);
  if (own.length === 0) return [...others];
  const next = ends.find((end) => end > until);
  const last = own.at(-1) ?? from;
  // what a series has left after its last whole period is due on its last day
  const due = next !== undefined && last < until ? [...own, until] : own;
  const later = afterPeriod(plain);
  const read = [named, ...spans, ...(later?.spans ?? [])];
  return [
    ...due.map((end): ReadTerm => ({
      words: { kind: 'fixed', on: later === null ? end : later.dayAfter(end) },
      spans: read,
    })),
    ...others,
  ];
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name) + 1).padStart(2, '0');
}
