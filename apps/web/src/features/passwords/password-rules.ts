/** As the server has them; it also knows the common passwords, which are too many to bring along. */
export const SHORTEST = 15;
export const LONGEST = 200;
const OWN_CHARACTERS = 8;

export interface PasswordStanding {
  readonly length: number;
  readonly longEnough: boolean;
  readonly shortEnough: boolean;
  /** Says more than whose it is. */
  readonly ownWords: boolean;
}

/**
 * How a password stands to the rules while it is typed.
 *
 * @param names  that everybody here may think of: the user's, the body's, the product's
 */
export function standingOf(password: string, names: readonly string[]): PasswordStanding {
  const text = password.normalize('NFKC');
  const length = Array.from(text).length;
  return {
    length,
    longEnough: length >= SHORTEST,
    shortEnough: length <= LONGEST,
    ownWords: withoutWords(text, wordsOf(names)).length >= OWN_CHARACTERS,
  };
}

function wordsOf(names: readonly string[]): readonly string[] {
  const whole = names.map((name) => name.toLowerCase()).filter((name) => name !== '');
  const parts = whole.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 3);
  return [...new Set([...whole, ...parts])].toSorted((a, b) => b.length - a.length);
}

function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.replaceAll(word, ''), text.toLowerCase()).replace(/[^\p{L}]/gu, '');
}
