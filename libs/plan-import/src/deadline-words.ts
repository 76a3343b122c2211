import { daysBetween, firstOn, lastDayOfMonth, type LocalDate } from '#domain';
import { withoutActs } from './acts.js';
import { datesIn, MONTHS, sameLength, type DateHit } from './dates.js';
import { afterPeriod, seriesDay, shiftedSeries, unreadTerm } from './series-day.js';
import { folded } from './text.js';

/** A deadline as the words give it; whose it is comes later. */
export type DeadlineWords =
  | { readonly kind: 'fixed'; readonly on: LocalDate }
  /** `graceDays`: to the day by which the words want it; absent: they do not say. */
  | { readonly kind: 'as-of'; readonly asOf: LocalDate; readonly graceDays?: number }
  | { readonly kind: 'start'; readonly from: LocalDate; readonly until: LocalDate | null }
  | {
      readonly kind: 'recurring';
      readonly every: 'week' | 'month';
      readonly from: LocalDate;
      readonly until: LocalDate;
      readonly nilReturn: boolean;
      readonly day?: number;
    }
  | { readonly kind: 'relative'; readonly to: string; readonly within: string }
  | { readonly kind: 'after'; readonly what: string };

export interface PlanTime {
  readonly year: number;
  readonly horizon: LocalDate;
}

const WEEKLY = /\bsettimanal[ei]|\bogni settimana|a settimana\b/;
const MONTHLY = /\bmensil[ei]|\bogni mese\b|\bmensilmente/;
const PERIODS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bbimestral|\bogni due mesi/, ['02-28', '04-30', '06-30', '08-31', '10-31', '12-31']],
  [/(?<!quad)\btrimestral|\bogni (?:tre mesi|trimestre)/, ['03-31', '06-30', '09-30', '12-31']],
  [/\bquadrimestral/, ['04-30', '08-31', '12-31']],
  [/\bsemestral|\bogni (?:sei mesi|semestre)/, ['06-30', '12-31']],
];
const NIL_RETURN =
  /anche (?:con|se|in caso di|in assenza)\b[^,;]{0,40}(?:negativ|assenza|nessun)|anche in assenza|anche se negativ/;
const START =
  /(?:decorrenza|decorrere|partire|a far data|operativ[oaie]|attiv[oaie])(?: (?:dal|dalla data del|da|il|con|l['’]))? ?['’]?$|\bdal(?:l['’]|la data del)? ?$/;
const UNTIL = /(?:fino al(?:l['’])?|sino al(?:l['’])?|e? ?al(?:l['’])?) ?$/;
const DUE =
  /(?:entro(?: e non oltre)?|non oltre|scadenza|termine|entro la data)(?: ?(?:il|l['’]|la|le|i|al|del|dell['’]|la data del|il giorno|fine|la fine di|fissat[oa] (?:al|per il)|:))* ?$/;
/** The state with which something is compared, not one that is told. */
const COMPARED =
  /\b(?:rispetto|confronto|raffronto|paragone)(?: con (?:i dati|il dato|quell[aieo]))? ?(?:e )?al(?:l['’])?(?: data del)? ?$/;
const AS_OF = /\b(?:e )?al(?:l['’])?(?: data del)? ?$/;

/** The deadlines that a text names. A date alone is none, nor is one that belongs to an act or a title. */
export function deadlinesIn(text: string, time: PlanTime): DeadlineWords[] {
  const masked = withoutActs(text);
  const plain = sameLength(masked);
  const dates = datesIn(masked, time.year).filter((hit): hit is DateHit & { date: string } => hit.date !== null);
  const recurring = recurringIn(plain, dates, time);
  if (recurring.length > 0) return recurring;

  const found: DeadlineWords[] = [];
  let last: DeadlineWords['kind'] | null = null;
  dates.forEach(({ start, date }, index) => {
    const previousEnd = dates[index - 1]?.end ?? 0;
    const before = plain.slice(Math.max(previousEnd, start - 60), start);
    if (START.test(before)) {
      found.push({ kind: 'start', from: date, until: null });
      last = 'start';
    } else if (last === 'start' && UNTIL.test(before)) {
      const begun = found.pop();
      if (begun?.kind === 'start') found.push({ ...begun, until: date >= begun.from ? date : null });
    } else if (isDueOfState(found.at(-1), before, date)) {
      const state = found.pop();
      if (state?.kind === 'as-of') found.push({ ...state, graceDays: daysBetween(state.asOf, date) });
      last = null;
    } else if (DUE.test(before) || (last === 'fixed' && /^ ?(?:e|ed|,)(?: (?:il|entro il|entro))? ?$/.test(before))) {
      found.push({ kind: 'fixed', on: date });
      last = 'fixed';
    } else if (AS_OF.test(before) && !COMPARED.test(before) && date > `${time.year}-01-01`) {
      // of the first day of the year, or before, it is where things begin
      found.push({ kind: 'as-of', asOf: date });
      last = 'as-of';
    }
  });
  return [
    ...found,
    ...wholeMonths(plain, time),
    ...wholeYear(plain, time),
    ...relativeIn(masked, plain),
    ...afterIn(masked, plain),
  ];
}

/** «al 30/09, entro il 10/10»: by when the state of that day is to be told, in the same clause. */
function isDueOfState(told: DeadlineWords | undefined, before: string, date: LocalDate): boolean {
  if (told?.kind !== 'as-of' || told.graceDays !== undefined || date < told.asOf) return false;
  return DUE.test(before) && !/[.;:]/.test(before.replace(DUE, ''));
}

/** Words by which a series or the reports of a period might be due on another day than the one read; null: none. */
export function unreadIn(text: string, time: PlanTime): string | null {
  const masked = withoutActs(text);
  const plain = sameLength(masked);
  const every = WEEKLY.test(plain) ? 'week' : MONTHLY.test(plain) ? 'month' : null;
  if (every === null && !PERIODS.some(([pattern]) => pattern.test(plain))) return null;
  let undated = plain;
  for (const { start, end } of datesIn(masked, time.year))
    undated = undated.slice(0, start) + '-'.repeat(end - start) + undated.slice(end);
  const words = unreadTerm(undated, every ?? 'longer');
  return words === null ? null : masked.slice(undated.indexOf(words), undated.indexOf(words) + words.length);
}

/** What a column of deadlines holds: a date needs no "entro" there. */
export function deadlinesOfCell(text: string, time: PlanTime): DeadlineWords[] {
  const found = deadlinesIn(text, time);
  if (found.length > 0) return found;
  const dates = datesIn(text, time.year).flatMap(({ date }) => (date === null ? [] : [date]));
  if (dates.length > 0) return dates.map((on) => ({ kind: 'fixed', on }));
  const month = MONTHS.findIndex((name) => folded(text).trim().startsWith(name));
  return month < 0 ? [] : [{ kind: 'fixed', on: endOfMonth(time.year, month + 1) }];
}

function recurringIn(
  plain: string,
  dates: readonly { start: number; end: number; date: string }[],
  time: PlanTime,
): DeadlineWords[] {
  const every = WEEKLY.test(plain) ? 'week' : MONTHLY.test(plain) ? 'month' : null;
  const daysOfYear = PERIODS.find(([pattern]) => pattern.test(plain))?.[1];
  if (every === null) {
    const later = afterPeriod(plain) ?? ((end) => end);
    return (daysOfYear ?? []).map((day) => ({ kind: 'fixed', on: later(lastDayOfMonth(`${time.year}-${day}`)) }));
  }
  let from = `${time.year}-01-01`;
  let until = time.horizon;
  for (const { start, date } of dates) {
    const before = plain.slice(Math.max(0, start - 60), start);
    if (START.test(before)) from = date;
    else if (UNTIL.test(before) || DUE.test(before)) until = date;
  }
  if (until < from) return [];
  const series = { kind: 'recurring', every, nilReturn: NIL_RETURN.test(plain) } as const;
  const own = seriesDay(plain, every);
  if (own === null) return [{ ...series, from, until }];
  const days = shiftedSeries(own, every, from, until);
  return firstOn(own.day, every, days.from) > days.until
    ? [{ ...series, from, until }]
    : [{ ...series, ...days, day: own.day }];
}

/** "entro il mese di giugno", "entro fine anno", "entro il primo semestre". */
function wholeMonths(plain: string, { year, horizon }: PlanTime): DeadlineWords[] {
  const found: DeadlineWords[] = [];
  const month = new RegExp(
    `\\bentro(?: (?:il|la|fine|mese|fine di|di|la fine di|il mese di|la fine del mese di|fine mese di))* (${MONTHS.join('|')})(?: (\\d{4}))?(?![a-z0-9])`,
  ).exec(plain);
  if (month !== null)
    found.push({
      kind: 'fixed',
      on: endOfMonth(month[2] === undefined ? year : Number(month[2]), MONTHS.indexOf(month[1] ?? '') + 1),
    });
  if (/\bentro (?:la )?(?:fine (?:dell['’])?|l['’])anno(?! succ)/.test(plain))
    found.push({ kind: 'fixed', on: horizon });
  const half = /\bentro il (primo|1°|1|secondo|2°|2|i|ii) (semestre|quadrimestre|trimestre)(?! successiv)/.exec(plain);
  if (half !== null) {
    const months = { semestre: 6, quadrimestre: 4, trimestre: 3 }[half[2] ?? ''] ?? 6;
    const count = /^(?:secondo|2|2°|ii)$/.test(half[1] ?? '') ? 2 : 1;
    found.push({ kind: 'fixed', on: endOfMonth(year, months * count) });
  }
  return found;
}

/** "con decorrenza anno 2022": the whole year is the window. */
function wholeYear(plain: string, { year, horizon }: PlanTime): DeadlineWords[] {
  const match = /\b(?:con )?decorrenza (?:dall['’])?anno (\d{4})/.exec(plain);
  return match !== null && Number(match[1]) === year ? [{ kind: 'start', from: `${year}-01-01`, until: horizon }] : [];
}

const NEXT_PERIOD =
  /\b(?:entro|nel)(?: (?:il|lo|la))? ?((?:mese|bimestre|trimestre|quadrimestre|semestre|anno) (?:success|seguent)[a-z]+)/;
const DAYS_FROM =
  /\bentro (?:e non oltre )?(?:i |il |l['’])?((?:\d{1,3}|un|uno|due|tre|cinque|dieci|quindici|venti|trenta|sessanta|novanta) (?:giorn[oi]|gg\.?|mes[ei]|settiman[ae]|ore)(?: lavorativ[oi])?) (?:dal(?:la|l['’]|lo)?|da|dai|dalle|successivi (?:al(?:la|l['’])?|a))\s?([^,.;]{3,120})/;

function relativeIn(text: string, plain: string): DeadlineWords[] {
  const days = DAYS_FROM.exec(plain);
  if (days !== null)
    return [{ kind: 'relative', to: places(text, plain, days, 2), within: places(text, plain, days, 1) }];
  const period = NEXT_PERIOD.exec(plain);
  if (period === null) return [];
  const before = text.slice(0, period.index).replace(/[\s,;:]+$/, '');
  const source =
    /(?:come da|a partire da|a seguito d[a-z]+|indicat[a-z]+ (?:nei|nel|nella|nelle)|risultant[ei] da(?:i|l|lla|lle)?)\s([^,;:]{3,120})$/i.exec(
      before,
    )?.[1];
  return [
    {
      kind: 'relative',
      to: source ?? before.split(/[,;:]\s/).at(-1) ?? before,
      within: places(text, plain, period, 1),
    },
  ];
}

const AFTER =
  /\b(?:ad avvenut[oa] |a seguito (?:di |del(?:la|le|l['’])? ?|degli |dei )|dopo (?:l['’]|la |il |le |i |gli )|successivamente a(?:l|lla|i|lle|ll['’])? ?|a conclusione (?:di |del(?:la|le|l['’])? ?))([^.;]{3,160})/;

function afterIn(text: string, plain: string): DeadlineWords[] {
  const match = AFTER.exec(plain);
  return match === null ? [] : [{ kind: 'after', what: places(text, plain, match, 1) }];
}

/** A group of a match in the folded text, as it stands in the text itself. */
function places(text: string, plain: string, match: RegExpExecArray, group: number): string {
  const start = plain.indexOf(match[group] ?? '', match.index);
  return text
    .slice(start, start + (match[group] ?? '').length)
    .trim()
    .replace(/[\s.,]+$/, '');
}

function endOfMonth(year: number, month: number): LocalDate {
  return lastDayOfMonth(`${year}-${String(month).padStart(2, '0')}-01`);
}
