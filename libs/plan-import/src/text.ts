/** What a sentence for people says in both languages. */
export interface Wording {
  readonly it: string;
  readonly en: string;
}

/** Line endings, blanks and invisible characters as one program or another leaves them, brought to one form. */
export function withPlainBlanks(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]/g, '');
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
