import { termFrom, type LocalDate } from '#domain';
import {
  overlaps,
  spanOf,
  type DatedSpan,
  type PlanTime,
  type ReadTerm,
  type Span,
  type TermText,
} from './read-term.js';

const NEXT_PERIOD =
  /\b(?:entro|nel)(?: e non oltre)?(?: (?:il|lo|la)| l['’])? ?((?:(?:giorno )?\d{1,2} del )?(?:mese|bimestre|trimestre|quadrimestre|semestre|anno) (?:success|seguent)[a-z]+)(?: (?:al(?:la|lo|l['’])?|ai|agli|alle|a) ?([^,.;]{3,120}))?/;
const COUNTED_FROM =
  /\b(?:entro|nel termine di)(?: e non oltre)? (?:il termine (?:massimo )?di |i |il |l['’])?(?:success[a-z]+ )?([a-z0-9]+(?: ?\([a-z]+\))? (?:giorn[oi]|gg\.?|mes[ei]|settiman[ae]|ann[oi]|or[ae])(?: (?:lavorativ|naturali|consecutiv|solari|di calendario|e consecutiv)[a-z]*)*) (?:dal(?:la|l['’]|lo)?|da|dai|dalle|dagli|(?:successiv[oiea]|seguent[ei]) (?:al(?:la|l['’]|lo)?|ai|alle|agli|a)|dopo (?:il|la|lo|i|gli|le|l['’]))\s?([^,.;]{3,120})/g;
const ON_A_DAY = /^(?:data del |giorno |il )?$/;

/** Terms that are counted from a fact, or from a day that is known already. */
export function countedIn({ text, plain, dates }: TermText, time: PlanTime): ReadTerm[] {
  const found = [...plain.matchAll(COUNTED_FROM)].flatMap((match) => {
    const [whole, within = '', to = ''] = match;
    if (within.startsWith('un ') || termFrom(within, time.horizon) !== null || /lavorativ/.test(within)) {
      const start = match.index;
      const fact = start + whole.length - to.length;
      return [fromDay(within, { start, end: fact }, plain, dates) ?? counted(text, within, to, { start, end: fact })];
    }
    return [];
  });
  return found.length > 0 ? found : nextPeriodIn(text, plain);
}

function counted(text: string, within: string, to: string, { start, end }: Span): ReadTerm {
  const words = text.slice(start, end);
  const place = words.toLowerCase().indexOf(within);
  return {
    words: {
      kind: 'relative',
      to: trimmed(text.slice(end, end + to.length)),
      within: trimmed(words.slice(place, place + within.length)),
    },
    spans: [{ start, end }],
  };
}

/** «Entro 30 giorni dal 15/03/2026» has its day. */
function fromDay(within: string, { start, end }: Span, plain: string, dates: readonly DatedSpan[]): ReadTerm | null {
  const day = dates.find((date) => date.start >= end && ON_A_DAY.test(plain.slice(end, date.start)));
  const on: LocalDate | null = day === undefined ? null : termFrom(within, day.date);
  return day === undefined || on === null ? null : { words: { kind: 'fixed', on }, spans: [{ start, end: day.end }] };
}

function nextPeriodIn(text: string, plain: string): ReadTerm[] {
  const match = NEXT_PERIOD.exec(plain);
  if (match === null) return [];
  const span = spanOf(match);
  const [whole, within = '', after = ''] = match;
  const before = text.slice(0, span.start).replace(/[\s,;:]+$/, '');
  const source =
    /(?:come da|a partire da|a seguito d[a-z]+|indicat[a-z]+ (?:nei|nel|nella|nelle)|risultant[ei] da(?:i|l|lla|lle)?)\s([^,;:]{3,120})$/i.exec(
      before,
    )?.[1];
  const place = span.start + whole.indexOf(within);
  const to =
    after === '' ? (source ?? before.split(/[,;:]\s/).at(-1) ?? before) : text.slice(span.end - after.length, span.end);
  return [
    {
      words: {
        kind: 'relative',
        to: trimmed(to) || trimmed(text),
        within: trimmed(text.slice(place, place + within.length)),
      },
      spans: [{ start: span.start, end: span.end - after.length }],
    },
  ];
}

const AFTER =
  /\b(?:ad avvenut[oa] |a seguito (?:di |del(?:la|le|l['’])? ?|degli |dei )|dopo (?:l['’]|la |il |le |i |gli )|successivamente a(?:l|lla|i|lle|ll['’])? ?|a conclusione (?:di |del(?:la|le|l['’])? ?))([^.;]{3,160})/;

/** What waits for something else; `read`: what says by when has been read already. */
export function afterIn({ text, plain }: TermText, read: readonly ReadTerm[]): ReadTerm[] {
  const match = AFTER.exec(plain);
  if (match === null) return [];
  const { start, end } = spanOf(match);
  const [, what = ''] = match;
  const span = { start, end: end - what.length };
  const isCounted = read.some(
    ({ words, spans }) => words?.kind === 'relative' && spans.some((one) => overlaps(one, span)),
  );
  return isCounted
    ? []
    : [{ words: { kind: 'after', what: trimmed(text.slice(end - what.length, end)) }, spans: [span] }];
}

function trimmed(words: string): string {
  return words.trim().replace(/[\s.,]+$/, '');
}
