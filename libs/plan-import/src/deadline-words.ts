import { withoutActs } from './acts.js';
import { datesIn, MONTHS, sameLength, type DateHit } from './dates.js';
import { afterIn, countedIn } from './terms/counted.js';
import { datedIn } from './terms/dated.js';
import { overlaps, type DeadlineWords, type PlanTime, type ReadTerm, type TermText } from './terms/read-term.js';
import { seriesIn } from './terms/series.js';
import { unreadWords } from './terms/unread.js';
import { wholePeriodsIn, wholeYearIn } from './terms/whole-periods.js';

/** The deadlines that a text names. A date alone is none, nor is one that belongs to an act or a title. */
export function deadlinesIn(text: string, time: PlanTime): DeadlineWords[] {
  return wordsOf(readIn(termText(text, time), time));
}

/** Words of a term or of a series of which no deadline takes account, as they stand in the text. */
export function unreadIn(text: string, time: PlanTime): string[] {
  const term = termText(text, time);
  return unreadWords(term, readIn(term, time), time);
}

/** What a column of deadlines holds: a date needs no "entro" there. */
export function deadlinesOfCell(text: string, time: PlanTime): DeadlineWords[] {
  return wordsOf(readCell(text, time));
}

/** Of a column of deadlines: all of a cell that gives none, or what is left of one. */
export function unreadInCell(text: string, time: PlanTime): string[] {
  const cell = text.trim();
  if (!/[a-z0-9]/i.test(cell) || WHOLE_YEAR.test(sameLength(cell))) return [];
  if (deadlinesIn(cell, time).length > 0) return unreadIn(cell, time);
  const read = readCell(cell, time);
  if (read.length === 0) return [cell];
  const term = termText(cell, time);
  return unreadWords(term, read, time);
}

/** Nothing but that it is for the year: the plan's last day. */
const WHOLE_YEAR =
  /^(?:(?:nel |in )?(?:corso d(?:i|ell)?['’ ]?)? ?(?:tutto )?(?:l['’])?(?:annual[ei]|anno|intero anno|esercizio)?(?: (?:20\d\d|in corso))?|20\d\d|continu[oa]|continuativ[oa]|permanente|n\.? ?[dap]\.?|nessun[oa])\.?$/;

function readIn(term: TermText, time: PlanTime): ReadTerm[] {
  const series = seriesIn(term, time);
  if (series.length > 0) return series;
  const counted = countedIn(term, time);
  const spans = counted.flatMap((read) => read.spans);
  // a day from which a term is counted begins nothing by itself
  const dates = term.dates.filter((date) => !spans.some((span) => overlaps(span, date)));
  const read = [
    ...datedIn({ ...term, dates }, time.year),
    ...wholePeriodsIn(term, time),
    ...wholeYearIn(term, time),
    ...counted,
  ];
  return [...read, ...afterIn(term, read)];
}

function readCell(text: string, time: PlanTime): ReadTerm[] {
  if (WHOLE_YEAR.test(sameLength(text.trim()))) return [];
  const term = termText(text, time);
  const read = readIn(term, time);
  if (wordsOf(read).length > 0) return read;
  if (term.dates.length > 0)
    return term.dates.map(({ start, end, date }) => ({ words: { kind: 'fixed', on: date }, spans: [{ start, end }] }));
  const parts = text.trim().split(/ *(?:[,;\n]| [-–—] | ed? ) */);
  const each = parts.map((part) => readIn(termText(dueIn(part), time), time));
  if (!each.every((terms) => terms.length > 0 && terms.every(({ words }) => words?.kind === 'fixed'))) return [];
  return each.flat().map(({ words }) => ({ words, spans: [{ start: 0, end: text.length }] }));
}

/** «30/06», «2° semestre», «giugno» in such a column, as elsewhere they are written. */
function dueIn(part: string): string {
  return MONTHS.some((name) => sameLength(part).startsWith(name)) || /^fine\b/i.test(part)
    ? `entro ${part}`
    : `entro il ${part}`;
}

function termText(text: string, { year }: PlanTime): TermText {
  const masked = withoutActs(text);
  const dates = datesIn(masked, year).filter((hit): hit is DateHit & { date: string } => hit.date !== null);
  return { text: masked, plain: sameLength(masked), dates };
}

function wordsOf(read: readonly ReadTerm[]): DeadlineWords[] {
  return read.flatMap(({ words }) => (words === null ? [] : [words]));
}
