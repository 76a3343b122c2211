import { MONTHS } from '../dates.js';
import { overlaps, spanOf, type PlanTime, type ReadTerm, type Span, type TermText } from './read-term.js';
import { WEEKDAY } from './series-day.js';

const COUNT = '(?:\\d{1,3}|un[ao]?|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|quindici|venti|trenta)';
const UNIT = '(?:giorn[oi]|gg\\b|settiman[ae]|mes[ei]|bimestr[ei]|trimestr[ei]|quadrimestr[ei]|semestr[ei])';
const MONTH = `(?:${MONTHS.join('|')})(?![a-z])`;
const ORDINAL = '(?:prim|second|terz|quart|quint|ultim)[oa]';
const FROM =
  "(?:da|dal|dall['’]|dalla|dallo|dai|dalle|dagli|prima|dopo|antecedent[ei]|success[a-z]+|seguent[a-z]+)(?![a-z])";
/** Of money, space and measure, or of hours: no day is meant. */
const NO_DAY = `(?: e non oltre)? (?:(?:i|il|la|le|lo|gli|un) |l['’] ?)?(?:limit|budget|sogli|tett|massimal|raggi|perimetr|ambit|confin|quest|qual|cui|€|or[ae] \\d|${COUNT} ore|\\d{1,2}[.:]\\d\\d(?!\\d)|\\d+(?:[.,]\\d+)? ?(?:%|per cento|euro|€|km|metri|mq|m\\b|unita))`;
/** Words of recurrence or of a term. What a rule has read covers them. */
const TRIGGERS: readonly RegExp[] = [
  new RegExp(`\\b(?:entro|non oltre)(?![a-z]|${NO_DAY})`, 'g'),
  new RegExp(`\\b(?:scadenza|termine)(?:[: ]|(?:il|fissat[oa]|prevista?|al|massimo|ultimo|di) ){1,5}(?=${COUNT} (?:giorn|gg|mes)|\\d{1,2}[/. ]|${MONTH})`, 'g'),
  new RegExp(`\\b(?:ogni|ciascun[ao]?|tutt[ie] (?:i|le)) (?:${COUNT} |altr[oa] |${ORDINAL} |singol[oa] )?(?:${UNIT}|${WEEKDAY})`, 'g'),
  /(?<![a-z])(?:quotidian|giornalier|settimanal|bisettimanal|trisettimanal|plurisettimanal|quindicinal|mensil|bimensil|bimestral|trimestral|quadrimestral|semestral)[a-z]+|\bgiornalmente\b/g,
  new RegExp(`\\b(?!un[ao] )(?:${COUNT}|alcune|piu) volt[ae](?= (?:al|alla|a|ogni|la|per|nel|nell['’]|all['’]|l['’]) ?(?:${UNIT}|anno))`, 'g'),
  new RegExp(`\\b(?:${UNIT}|anno)(?: solare| di calendario)? (?:success|seguent)[a-z]+`, 'g'),
  new RegExp(`(?<![\\d/.,])${COUNT} (?:${UNIT}|ann[oi]|ore)\\.?(?: lavorativ[oi]| consecutiv[oi]| naturali)? ${FROM}`, 'g'),
  new RegExp(`\\b(?:dal|al|il|fino al|e) (?:0?[1-9]|[12]\\d|3[01])[/.](?:0?[1-9]|1[0-2])(?![\\d/%]|[.,]\\d| ?(?:%|€|euro|dell[ea]|dei|degli))`, 'g'),
  new RegExp(`\\b(?:dal|dall['’]|da|a partire da|fino a|nel|nei|per|a|ad)(?: (?:il|la|fine|inizio|meta|mese|mesi|di)| d['’])* ${MONTH}`, 'g'),
  new RegExp(`\\b(?:nel|dal|al|per il|durante il|nel corso del) ${ORDINAL} ${UNIT}`, 'g'),
  /\b(?<!\b(?:la|di|in) )prima (?:di |del |dell['’]|della |dello |dei |degli |delle )(?!cui|tutt)/g,
  new RegExp(`\\b${ORDINAL} ${WEEKDAY}`, 'g'),
  new RegExp(`\\bfine (?:mese|${MONTH})`, 'g'),
]; // prettier-ignore
const SERIES_WEEKDAY = new RegExp(`\\b${WEEKDAY}`, 'g');
/** A day of which something is told, decided or dated. */
const OF_A_DAY = /(?:\bdel|\bdell['’]|\bdd\.?|\bdata|\bn\.? ?\d+|[/-]) ?$/;
const LONGEST = 70;

/** Words by which something might be due on a day that is not read; each with what follows it. */
export function unreadWords({ text, plain, dates }: TermText, read: readonly ReadTerm[], { year }: PlanTime): string[] {
  const used = read.flatMap(({ spans }) => spans);
  const isSeries = read.some(({ words }) => words?.kind === 'recurring');
  const unread = [
    ...(isSeries ? [...TRIGGERS, SERIES_WEEKDAY] : TRIGGERS).flatMap((pattern) =>
      [...plain.matchAll(pattern)].map(spanOf),
    ),
    ...dates.filter(({ start, date }) => date > `${year}-01-01` && !OF_A_DAY.test(plain.slice(0, start))),
  ]
    .filter((span) => !used.some((one) => overlaps(one, span)))
    .sort((a, b) => a.start - b.start);
  const phrases: Span[] = [];
  for (const { start, end } of unread) {
    if (start < (phrases.at(-1)?.end ?? 0)) continue;
    phrases.push({ start, end: phraseEnd(plain, start, end) });
  }
  return phrases.map(({ start, end }) => text.slice(start, end).trim());
}

/** To the end of the clause. */
function phraseEnd(plain: string, start: number, least: number): number {
  const clause = /^(?:[^.;]|\.(?=\d)|(?<=\bgg)\.)*/.exec(plain.slice(least))?.[0].length ?? 0;
  if (least + clause - start <= LONGEST) return least + clause;
  return Math.max(least, start + plain.slice(start, start + LONGEST).lastIndexOf(' '));
}
