import type { ActReference } from '#domain';
import { datesIn, sameLength } from './dates.js';

export interface ActHit {
  readonly start: number;
  readonly end: number;
  readonly act: ActReference;
}

const NAMES: readonly (readonly [kind: string, name: string])[] = [
  ['DGC', String.raw`d\.? ?g\.? ?c\.?|d\.? ?g\.? ?m\.?|(?:delibera(?:zione)?(?: della| di)? )?(?:della |di )?giunta(?: comunale| municipale| provinciale| dell['’]unione)?|delibera(?:zione)? (?:di )?g\.? ?[cm]\.?|atto g\.? ?c\.?|g\.? ?c\.?`],
  ['DCC', String.raw`d\.? ?c\.? ?c\.?|(?:delibera(?:zione)?(?: del| di)? )?consiglio(?: comunale)?|delibera(?:zione)? (?:di )?c\.? ?c\.?|c\.? ?c\.?`],
  ['DGU', String.raw`delibera(?:zione)? (?:di |della )?g\.? ?u\.?`],
  ['DET', String.raw`determina(?:zione)?(?: dirigenziale| del responsabile)?|det\.?|d\.? ?d\.?`],
  ['DS', String.raw`decreto (?:del sindaco|sindacale)|d\.? ?s\.?`],
  // a body that does not say which of its organs decided
  ['DEL', String.raw`delibera(?:zione)?`],
]; // prettier-ignore
const DATE = String.raw`(\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{1,2}[°º]? [a-z]{5,9} \d{4})(?![\d])`;
const PATTERNS = NAMES.map(
  ([kind, name]) =>
    [
      kind,
      new RegExp(
        String.raw`(?<![a-z0-9.])(?:${name}) ?(?:n(?:r|um|umero)?[.°º]{0,2} ?)?(\d{1,5})(?:/(\d{4}))?(?: ?(?:del(?:l['’])?|in data|dd\.?|/|-|,) ?)${DATE}`,
        'g',
      ),
    ] as const,
);
const UNDATED = NAMES.map(
  ([kind, name]) =>
    [
      kind,
      new RegExp(
        String.raw`(?<![a-z0-9.])(?:${name}) ?(?:n(?:r|um|umero)?[.°º]{0,2} ?)?(\d{1,5})/(\d{4})(?![\d/])`,
        'g',
      ),
    ] as const,
);

/** The acts of the body that a text cites, in any of the usual shapes: `DGC 54/14.03.22`, `DGC n. 143 del 9/09/2019`. */
export function actsIn(text: string): ActHit[] {
  const plain = sameLength(text);
  const hits: ActHit[] = [];
  const add = (kind: string, match: RegExpMatchArray, date: string | null, year: string | null) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (hits.some((hit) => hit.start < end && start < hit.end)) return;
    const number = String(Number(match[1]));
    hits.push({
      start,
      end,
      act: { kind, number: date === null && year !== null ? `${number}/${year}` : number, date },
    });
  };
  for (const [kind, pattern] of PATTERNS) {
    for (const match of plain.matchAll(pattern)) add(kind, match, datesIn(match[3] ?? '', 0)[0]?.date ?? null, null);
  }
  for (const [kind, pattern] of UNDATED)
    for (const match of plain.matchAll(pattern)) add(kind, match, null, match[2] ?? null);
  return hits.sort((a, b) => a.start - b.start);
}

/** The text with its citations blanked out, places kept: the date of an act is no deadline. */
export function withoutActs(text: string): string {
  let rest = text;
  for (const { start, end } of actsIn(text)) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}

/** Each act once, in order of first mention: two shapes of one citation are one act. */
export function distinctActs(acts: readonly ActReference[]): ActReference[] {
  const known = new Map<string, ActReference>();
  for (const act of acts) {
    const key = `${act.kind} ${act.number} ${act.date ?? ''}`;
    if (!known.has(key)) known.set(key, act);
  }
  return [...known.values()];
}

/** `DGC 95 del 16/05/2022`. */
export function actText({ kind, number, date }: ActReference): string {
  return date === null ? `${kind} ${number}` : `${kind} ${number} del ${date.split('-').reverse().join('/')}`;
}

/** The acts that what is said of an objective cites, each once: as in a plan's tables, one that is not registered is a debt. */
export function actsCitedIn(texts: readonly string[]): ActReference[] {
  return distinctActs(texts.flatMap((text) => actsIn(text).map(({ act }) => act)));
}
