import { lastDayOfMonth, type LocalDate } from '#domain';
import { MONTHS } from '../dates.js';
import { spanOf, type PlanTime, type ReadTerm, type TermText } from './read-term.js';

const NAME = `(?:${MONTHS.join('|')})`;
const OF_YEAR = "(?: (?:(?:del(?:l['’] ?anno)? )?(?:20\\d\\d)|del(?:l['’] ?)anno (?:success|seguent)[a-z]+))?";
const BEFORE =
  "(?: (?:il|la|fine|mese|fine di|di|la fine di|il mese di|i mesi di|la fine del mese di|fine mese di)| l['’])*";
const MONTH = new RegExp(
  `\\b(?:entro(?: e non oltre)?|non oltre)${BEFORE} (${NAME}${OF_YEAR}(?:(?:,| e| ed)(?: entro)?${BEFORE} ${NAME}${OF_YEAR})*)(?![a-z0-9])`,
  'g',
);
const YEAR_END =
  /\b(?:entro|non oltre) (?:la )?(?:fine (?:dell['’] ?)?(?:del )?|il termine dell['’] ?|il |l['’] ?)(?:(anno)(?! (?:success|seguent|scolastic|educativ|accademic|solare success|\d|di\b|in cui|dal))|(?:anno )?(20\d\d)(?![\d/-]))/g;
const PARTS: Readonly<Record<string, number>> = { semestre: 6, quadrimestre: 4, trimestre: 3, bimestre: 2 };
const PLACES = [
  'primo|1°|1º|1|i',
  'secondo|2°|2º|2|ii',
  'terzo|3°|3º|3|iii',
  'quarto|4°|4º|4|iv',
  'quinto|5°|v',
  'sesto|6°|vi',
];
const PART = new RegExp(
  `\\b(?:entro|non oltre) (?:la )?(?:il |fine (?:del )?)(${PLACES.join('|')}) (semestre|quadrimestre|trimestre|bimestre)(${OF_YEAR})(?! (?:success|seguent)|[a-z])`,
  'g',
);
const WHOLE_YEAR = /\b(?:con )?decorrenza (?:dall['’])?anno (\d{4})/;

/** "entro il mese di giugno", "entro fine anno", "entro il primo semestre": the last days of periods. */
export function wholePeriodsIn({ plain }: TermText, { year, horizon }: PlanTime): ReadTerm[] {
  const found: ReadTerm[] = [];
  const add = (match: RegExpExecArray, on: LocalDate) =>
    found.push({ words: { kind: 'fixed', on }, spans: [spanOf(match)] });
  for (const match of plain.matchAll(MONTH))
    for (const [written] of (match[1] ?? '').matchAll(new RegExp(`${NAME}${OF_YEAR}`, 'g'))) {
      const month = MONTHS.findIndex((name) => written.startsWith(name)) + 1;
      add(match, endOfMonth(yearIn(written, year), month));
    }
  for (const match of plain.matchAll(YEAR_END))
    add(match, match[2] === undefined || Number(match[2]) === year ? horizon : `${match[2]}-12-31`);
  for (const match of plain.matchAll(PART)) {
    const [, place = '', part = '', of = ''] = match;
    const months = PARTS[part] ?? 12;
    const count = PLACES.findIndex((words) => words.split('|').includes(place)) + 1;
    if (months * count <= 12) add(match, endOfMonth(yearIn(of, year), months * count));
  }
  return found;
}

/** "con decorrenza anno 2022": the whole year is the window. */
export function wholeYearIn({ plain }: TermText, { year, horizon }: PlanTime): ReadTerm[] {
  const match = WHOLE_YEAR.exec(plain);
  if (match === null || Number(match[1]) !== year) return [];
  return [{ words: { kind: 'start', from: `${year}-01-01`, until: horizon }, spans: [spanOf(match)] }];
}

function yearIn(words: string, year: number): number {
  const [written] = /20\d\d/.exec(words) ?? [];
  if (written !== undefined) return Number(written);
  return /(?:success|seguent)/.test(words) ? year + 1 : year;
}

export function endOfMonth(year: number, month: number): LocalDate {
  return lastDayOfMonth(`${year}-${String(month).padStart(2, '0')}-01`);
}
