import { daysBetween, termFrom, type LocalDate } from '#domain';
import { AS_OF, COMPARED, DUE, START, UNTIL } from './before-dates.js';
import { spanOf, type DeadlineWords, type ReadTerm, type Span, type TermText } from './read-term.js';

/** «Al 30/09, entro 10 giorni»: counted from the day whose state is told, and from no other. */
const GRACE = new RegExp(
  "\\bentro(?: e non oltre)? (?:i |il )?(?:success[a-z]+ |seguent[a-z]+ )?([a-z0-9]+ (?:giorn[oi]|gg\\.?|settiman[ae]|mes[ei]))(?: success[a-z]+| seguent[a-z]+)?(?: da (?:tale|detta|quella) data| dall[ao] (?:stessa|predetta|suddetta)(?: data)?)?(?! ?(?:da|dal|dall['’]|dalla|dallo|dai|dalle|dopo|a|al|alla|all['’]|lavorativ|de|del|della|dell['’]|di)(?![a-z]))",
);

/** The terms that the days of a text are. A day alone is none. */
export function datedIn({ plain, dates }: TermText, year: number): ReadTerm[] {
  const found: ReadTerm[] = [];
  let last: DeadlineWords['kind'] | null = null;
  dates.forEach(({ start, end, date }, index) => {
    const after = Math.max(dates[index - 1]?.end ?? 0, start - 60);
    const before = plain.slice(after, start);
    const said = (
      words: DeadlineWords | null,
      match: RegExpExecArray | null,
      spans: readonly Span[] = [],
    ): ReadTerm => ({
      words,
      spans: [...spans, { start: match === null ? start : after + match.index, end }],
    });
    const previous = found.at(-1);
    const [begun, due, asOf] = [START.exec(before), DUE.exec(before), AS_OF.exec(before)];
    if (begun !== null) {
      found.push(said({ kind: 'start', from: date, until: null }, begun));
      last = 'start';
    } else if (previous?.words?.kind === 'start' && last === 'start' && UNTIL.test(before)) {
      if (date < previous.words.from) return;
      found[found.length - 1] = said({ ...previous.words, until: date }, UNTIL.exec(before), previous.spans);
    } else if (previous?.words?.kind === 'as-of' && isDueOfState(previous.words, before, date)) {
      const graceDays = daysBetween(previous.words.asOf, date);
      found[found.length - 1] = said({ ...previous.words, graceDays }, due, previous.spans);
      last = null;
    } else if (due !== null || (last === 'fixed' && /^ ?(?:e|ed|,)(?: (?:il|entro il|entro))? ?$/.test(before))) {
      found.push(said({ kind: 'fixed', on: date }, due));
      last = 'fixed';
    } else if (asOf !== null && !COMPARED.test(before) && date > `${year}-01-01`) {
      found.push(said({ kind: 'as-of', asOf: date }, asOf));
      last = 'as-of';
      // of the first day of the year, or before, it is where things begin
    } else if (asOf !== null) found.push(said(null, asOf));
  });
  return withGrace(found, plain);
}

/** «Al 30/09, entro il 10/10»: by when the state of that day is to be told, in the same clause. */
function isDueOfState(told: Extract<DeadlineWords, { kind: 'as-of' }>, before: string, date: LocalDate): boolean {
  if (told.graceDays !== undefined || date < told.asOf) return false;
  return DUE.test(before) && !/[.;:]/.test(before.replace(DUE, ''));
}

/** The same where days are counted from it, of all the states of one clause. */
function withGrace(found: readonly ReadTerm[], plain: string): ReadTerm[] {
  return found.map((term) => {
    const { words, spans } = term;
    const { end = 0 } = spans.at(-1) ?? {};
    if (words?.kind !== 'as-of' || words.graceDays !== undefined) return term;
    const [clause = ''] = /^(?:[^.;:]|\.(?=\d))*/.exec(plain.slice(end)) ?? [];
    const grace = GRACE.exec(clause);
    const until = grace === null ? null : termFrom(grace[1] ?? '', words.asOf);
    if (grace === null || until === null) return term;
    const { start, end: length } = spanOf(grace);
    return {
      words: { ...words, graceDays: daysBetween(words.asOf, until) },
      spans: [...spans, { start: end + start, end: end + length }],
    };
  });
}
