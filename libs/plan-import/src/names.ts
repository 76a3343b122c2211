import { folded } from './text.js';

/** A word of an area's name; `ll` of "LL.PP." stands for any word that begins with l. */
interface NameWord {
  readonly text: string;
  readonly short: boolean;
}

export type NameMatch = 'same' | 'beginning' | null;

const NOT_A_NAME = new Set(
  'a al alla con d da dal dalla de degli dei del dell della delle di e ed gli i il in l la le lo per area aree settore direzione ripartizione dipartimento'.split(
    ' ',
  ),
);
const ONE_LETTER = /(?:^|\s)(?:area|settore|direzione|ripartizione|dipartimento)\s+["«“]?([a-z])["»”]?$/;
const UNIT_WORDS = new Set('ufficio uffici servizio unita uo sportello reparto sezione'.split(' '));
/** «U.O.», a unit however it is dotted. */
const UNIT_SHORT = /(?<![a-z])u\. ?o\.? ?(?![a-z]\.)/g;
/** «n.» before the number of a sector. */
const NUMBER_SIGN = /(?<![a-z])n(?:r|um)?[.°º] ?(?=\d)/g;
const CODE = /^(?:[ivx]{1,4}|\d{1,2})[°ºa]?$/;

/**
 * Whether two written forms name one area: accents, case, articles and "Area" aside, words may be abbreviated
 * ("LL.PP. e patrimonio" is "Lavori pubblici e patrimonio"). `beginning`: the first is a shorter form of the second.
 */
export function matchNames(a: string, b: string): NameMatch {
  const [x, y] = [nameWords(a), nameWords(b)];
  if (x.length === 0 || y.length === 0 || x.length > y.length) return null;
  if (x.length === y.length && sameWords(x, y)) return 'same';
  if (!x.every((word, index) => fits(word, y[index]))) return null;
  return x.length === y.length ? 'same' : 'beginning';
}

/** The initials of an area's name, lower case: `pl` for "Polizia locale". */
export function initialsOf(name: string): string {
  return nameWords(name)
    .map(({ text }) => text.charAt(0))
    .join('');
}

/** Whether a form says more than "Area 3" or "Ufficio". */
export function isTelling(form: string): boolean {
  return (
    folded(form).trim() !== 'servizi' &&
    nameWords(form).some(({ text, short }) => short || (text.length >= 3 && !UNIT_WORDS.has(text)))
  );
}

/** What of a name is left without "Settore 3 –" and "Ufficio". */
export function withoutKind(name: string): string {
  return nameWords(name)
    .map(({ text }) => text)
    .filter((text) => !UNIT_WORDS.has(text))
    .join(' ');
}

/** How many words of a line, from its beginning, are an area's name; 0 where they are not. */
export function lengthOfName(words: readonly string[], name: string): number {
  const wanted = nameWords(name);
  const collected: NameWord[] = [];
  for (const [index, word] of words.entries()) {
    collected.push(...nameWords(word));
    if (collected.length > wanted.length) return 0;
    if (!collected.every((part, place) => fits(part, wanted[place]))) return 0;
    if (collected.length === wanted.length) return index + 1;
  }
  return 0;
}

function nameWords(name: string): NameWord[] {
  const words = folded(name)
    .replace(UNIT_SHORT, 'uo ')
    .replace(NUMBER_SIGN, '')
    .split(/[^a-z0-9.°º]+/)
    .flatMap((word) =>
      /^(?:[a-z]{1,4}\.)+[a-z]{0,3}$/.test(word) && word.includes('.')
        ? word
            .split('.')
            .filter(Boolean)
            .map((text) => ({ text, short: true }))
        : [{ text: word.replace(/\./g, ''), short: false }],
    )
    .filter(({ text, short }) => text !== '' && (short || !NOT_A_NAME.has(text)));
  const telling = words.filter(({ text, short }) => short || !CODE.test(text));
  if (telling.length > 0) return telling;
  // of "Area A" nothing would be left
  const letter = words.length > 0 ? undefined : ONE_LETTER.exec(folded(name))?.[1];
  return letter === undefined ? words : [{ text: letter, short: false }];
}

function fits(word: NameWord, other: NameWord | undefined): boolean {
  if (other === undefined) return false;
  if (word.text === other.text) return true;
  if (word.short && !other.short) return other.text.startsWith(word.text.replace(/^(.)\1+$/, '$1'));
  return !word.short && other.short && fits(other, word);
}

function sameWords(a: readonly NameWord[], b: readonly NameWord[]): boolean {
  const sorted = (words: readonly NameWord[]) =>
    words
      .map(({ text }) => text)
      .sort()
      .join(' ');
  return sorted(a) === sorted(b);
}
