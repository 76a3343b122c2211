/** What a sentence for people says in both languages. */
export interface Wording {
  readonly it: string;
  readonly en: string;
}

/** Marks that turn the direction of writing, or that nobody sees: with them a text reads otherwise than it is stored. */
const UNSEEN = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/**
 * Line endings, blanks and invisible characters as one program or another leaves them, brought to one form: what is
 * stored is what a person sees.
 */
export function withPlainBlanks(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
      .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      .replace(/[\u2010\u2011]/g, '-')
      // a soft hyphen, a mark of byte order, letters of private use, control characters, halves of letters
      .replace(/[\u00ad\ufeff\p{Co}\p{Cs}]|[^\P{Cc}\t\n]/gu, '')
      .replace(UNSEEN, '')
  );
}

/** How many marks of direction or of no width `withPlainBlanks` takes out of a text. */
export function unseenIn(text: string): number {
  return text.match(UNSEEN)?.length ?? 0;
}

/** Lower case without accents: what two spellings of one word have in common. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** One blank between words, none at the ends. */
export function collapsed(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}

/** The words of a text, folded, without articles and prepositions. */
export function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word));
}

/** The beginnings of the longer words: enough to tell that "monitoraggio" and "monitorare" speak of one thing. */
export function stemsOf(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => word.length >= 4 && !/^\d+$/.test(word))
      .map((word) => word.slice(0, 7).replace(/[aeiou]+$/, '')),
  );
}

export function sharedStems(a: string, b: string): number {
  const other = stemsOf(b);
  return [...stemsOf(a)].filter((stem) => other.has(stem)).length;
}

/** Lower case with hyphens: `lavori-pubblici-e-patrimonio`. */
export function slug(text: string): string {
  return folded(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Whether the letters of a text are capitals. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

const SMALL_WORDS = new Set(
  (
    'a ad al allo alla ai agli alle d da dal dallo dalla dai dagli dalle di del dello della dei degli delle e ed gli i ' +
    'il in l la le lo nel nella nei nelle o per su sul sulla sui sulle con un uno una'
  ).split(' '),
);
