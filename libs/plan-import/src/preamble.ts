import type { ActReference, LocalDate } from '#domain';
import { isLocalDate } from '#domain';
import { actsIn } from './acts.js';
import type { Prose } from './blocks.js';
import { datesIn } from './dates.js';
import { folded } from './text.js';

export interface Preamble {
  /** Null: it names none. */
  readonly body: string | null;
  readonly title: string;
  readonly act: ActReference | null;
  readonly year: number | null;
  readonly horizon: LocalDate;
  /** Whether the document calls itself a plan of performance or objectives. */
  readonly namesPlan: boolean;
}

export const BODY =
  /^(?:(?:il )?(?:comune|citta|unione (?:dei comuni|montana|di comuni|delle? )|comunita montana|citta metropolitana|regione|consorzio|municipio|azienda|agenzia|camera di commercio)\b)/;
const PROVINCE = /^(?:provincia|libero consorzio)\b/;
export const PLAN =
  /\b(?:piano|p\.?i\.?a\.?o\.?|p\.?d\.?o\.?|p\.?e\.?g\.?)\b.{0,60}\b(?:performance|obiettivi|attivita e organizzazione)\b|\bpiano\b.{0,20}\bperformance\b|\bpiano degli obiettivi|\bobiettivi\b.{0,60}\bperformance\b/;

/** Whose plan it is, of which year, approved by which act: read from the prose and from the headings of the tables. */
export function preambleOf(
  prose: readonly Prose[],
  tableHeadings: readonly string[],
  firstTable: number | null,
): Preamble {
  const before = prose.filter(({ line }) => firstTable === null || line < firstTable);
  const titleLine =
    before.find(({ text }) => text.length < 160 && PLAN.test(folded(text)) && !folded(text).startsWith('allegat')) ??
    prose.find(({ text }) => text.length < 160 && PLAN.test(folded(text)));
  const title = titleLine?.text ?? '';
  const year = yearOf(title, tableHeadings, prose);
  return {
    body: bodyOf(before.length > 0 ? before : prose),
    title: title || (year === null ? 'Piano della performance' : `Piano della performance ${year}`),
    act: actOf(before, titleLine?.line ?? null),
    year,
    horizon: horizonOf(tableHeadings, year ?? 2000),
    namesPlan: titleLine !== undefined,
  };
}

function bodyOf(prose: readonly Prose[]): string | null {
  const short = prose.slice(0, 400).filter(({ text }) => text.length <= 90);
  const named =
    short.find(({ text }) => BODY.test(folded(text))) ?? short.find(({ text }) => PROVINCE.test(folded(text)));
  if (named !== undefined) return named.text.replace(/[\s.,;:–-]+$/, '');
  for (const { text } of prose.slice(0, 400)) {
    const within =
      /(?:Comune|Città|Unione dei Comuni|Provincia|Regione) (?:di |del |della |dell['’] ?)?\p{Lu}[\p{L}'’]+(?: (?:\p{Lu}[\p{L}'’]+|di|del|della|sul|al|in))*/u.exec(
        text,
      );
    if (within !== null) return within[0].replace(/(?: (?:di|del|della|sul|al|in))+$/, '');
  }
  return null;
}

/** The act that the plan is attached to or approved by, not one that it cites. */
function actOf(prose: readonly Prose[], titleLine: number | null): ActReference | null {
  const cited = prose.flatMap(({ text, line }) =>
    actsIn(text).map(({ act, start }) => ({ act, line, before: folded(text.slice(0, start)) })),
  );
  const attached = cited.find(({ before }) => /\ballegat[oaie]\b[^.;]{0,60}$/.test(before));
  const approved = cited.find(
    ({ before, line }) =>
      /\b(?:approvat|adottat)[oaie]\b[^.;]{0,60}$/.test(before) &&
      line - (titleLine ?? 1) <= 12 &&
      !/sistema|regolament|document[oi] unico|\bdup\b/.test(before),
  );
  const early = cited.find(
    ({ line, before }) => titleLine !== null && Math.abs(line - titleLine) <= 12 && before.length < 12,
  );
  return (attached ?? approved ?? early)?.act ?? null;
}

function yearOf(title: string, tableHeadings: readonly string[], prose: readonly Prose[]): number | null {
  const votes = new Map<number, number>();
  const vote = (text: string, weight: number) => {
    // A span of years ("2022/2024", "2021-2026") names a longer plan.
    const single = text.replace(/\b20\d\d ?[/–-] ?(?:20)?\d\d\b/g, ' ');
    for (const [year] of single.matchAll(/\b20\d\d\b/g))
      votes.set(Number(year), (votes.get(Number(year)) ?? 0) + weight);
  };
  vote(title, 100);
  for (const heading of tableHeadings.slice(0, 60)) vote(heading, 10);
  for (const { text } of prose)
    for (const [, year = ''] of folded(text).matchAll(
      /\b(?:anno|esercizio|annualita)(?: di riferimento)?:? (20\d\d)\b(?! ?[/-] ?20)/g,
    ))
      vote(year, 5);
  for (const { text } of prose) if (PLAN.test(folded(text))) vote(text, 3);
  if (votes.size === 0) {
    const span = /\b(20\d\d) ?[/–-] ?(?:20)?\d\d\b/.exec(title)?.[1];
    return span === undefined ? null : Number(span);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

/** The day in the heading over what is expected, or the last of the year. */
function horizonOf(tableHeadings: readonly string[], year: number): LocalDate {
  for (const heading of tableHeadings) {
    const [first] = datesIn(heading, year);
    if (first?.date !== undefined && first.date !== null && first.date.startsWith(String(year))) return first.date;
  }
  const end = `${year}-12-31`;
  return isLocalDate(end) ? end : '2000-12-31';
}
