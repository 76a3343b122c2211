import { withoutActs } from './acts.js';
import type { Prose } from './blocks.js';
import { datesIn, sameLength } from './dates.js';
import { hundredthsOf } from './weight-cell.js';

/** The most that weights may add up to, in hundredths; null where the plan does not say. */
export interface Ceilings {
  readonly area: bigint | null;
  readonly segretario: bigint | null;
}

const SPEAKS_OF_WEIGHTS = /\bpes[oi]\b|\bpunt[io]\b|\bpunteggi|pesatur|ponderazion/;
const SAYS_MOST =
  /\bmax\b|\bmassim[oaie]|non (?:puo|possono|deve|devono|potra|potranno)? ?(?:superar|ecceder|essere superior)|non superior|non piu di|non oltre|al piu\b|\btett[oi]\b|\blimit[ei]\b|fino a(?:d)?\b|complessiv|\bsomm[ae]|\btotal[ei]|\bpari a\b|\bdispon/;
const SEGRETARIO = /(?<!vice ?)\bsegretari[oa]\b|\bs\.?g\.?(?![a-z])/g;
const AREA =
  /\b(?:are[ae]|settor[ei]|p\.? ?o\b|posizion[ei]|e\.? ?q\b|elevat[ae]|titolar[ei]|responsabil[ei]|dirigent[ei]|direzion[ei]|serviz[io]|struttur[ae]|ripartizion[ei]|uffici[o]?)/g;
const CLAUSE = /[,;(]| e (?!d)| ed | mentre | invece |\. /;

/** Reads the ceilings from the prose: "max peso 60/area per le PO e max peso 20 per il Segretario". */
export function ceilingsIn(prose: readonly Prose[]): Ceilings {
  let area: bigint | null = null;
  let segretario: bigint | null = null;
  for (const { text } of prose) {
    if (area !== null && segretario !== null) break;
    const plain = withoutNumbersOfOtherThings(text);
    if (!SPEAKS_OF_WEIGHTS.test(plain) || !SAYS_MOST.test(plain)) continue;
    const numbers = [...plain.matchAll(/(?<![\d.,/])(\d{1,4}(?:[.,]\d{1,2})?)(?![\d]|[.,/]\d)/g)].slice(0, 40);
    numbers.forEach((match, index) => {
      const value = hundredthsOf(match[1] ?? '0');
      if (value === 0n) return;
      const end = match.index + match[0].length;
      const next = numbers[index + 1]?.index ?? plain.length;
      const previous = numbers[index - 1];
      const after = plain.slice(end, Math.min(next, end + 160));
      const before = plain.slice(
        Math.max(previous === undefined ? 0 : previous.index + previous[0].length, match.index - 160),
        match.index,
      );
      const whose = first(after.split(CLAUSE)[0] ?? '') ?? last(before) ?? first(after);
      if (whose === 'segretario') segretario ??= value;
      if (whose === 'area') area ??= value;
    });
  }
  return { area, segretario };
}

/** Dates, acts, articles and years carry figures that are no ceilings. */
function withoutNumbersOfOtherThings(text: string): string {
  const masked = withoutActs(text);
  let plain = sameLength(masked);
  for (const { start, end } of datesIn(masked, 2000))
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  const blank = (match: string) => ' '.repeat(match.length);
  return plain
    .replace(/\b20\d\d(?: ?[/-] ?(?:20)?\d\d)?\b/g, blank)
    .replace(/\b(?:art|artt|articolo|comma|c|lett|n|nr|d\.?lgs|legge|l)\.? ?\d{1,4}(?:\/\d{2,4})?/g, blank);
}

type Whose = 'area' | 'segretario';

function mentions(text: string): { at: number; whose: Whose }[] {
  const of = (pattern: RegExp, whose: Whose) => [...text.matchAll(pattern)].map(({ index }) => ({ at: index, whose }));
  return [...of(SEGRETARIO, 'segretario'), ...of(AREA, 'area')].sort((a, b) => a.at - b.at);
}

function first(text: string): Whose | undefined {
  return mentions(text)[0]?.whose;
}

function last(text: string): Whose | undefined {
  return mentions(text).at(-1)?.whose;
}
