import { EXPECTED_WORDS } from './expected-words.js';

/** A single factor: NIST SP 800-63B-4 asks for 15 characters, and for no mixture of kinds of them. */
export const SHORTEST = 15;
export const LONGEST = 200;

/** Below so many guesses, as powers of ten, someone would find it: the highest of the estimator's five grades begins there. */
const GUESSES = 10;
/** What must be left when the words that belong to everybody here are taken out. */
const OWN_CHARACTERS = 8;
/** The estimator need not look further, and its time grows with the length. */
const LOOKED_AT = 40;

/** A password that may not be chosen. Nothing was changed. */
export class PasswordRefused extends Error {
  override readonly name = 'PasswordRefused';
  constructor(readonly code: 'password/too-short' | 'password/too-long' | 'password/common' | 'password/telling') {
    super(code);
  }
}

/** One way to write the same text, so that every keyboard gives the same password. */
export function normalized(password: string): string {
  return password.normalize('NFKC');
}

/**
 * By NIST SP 800-63B-4: long enough, any character, no rule of composition, not one that is commonly used or expected.
 *
 * @param context  words that everybody here may think of: the user's name, the body's, the product's
 * @throws PasswordRefused
 */
export async function requireGoodPassword(password: string, context: readonly string[]): Promise<void> {
  const text = normalized(password);
  const { length } = Array.from(text); // code points, as NIST counts them
  if (length < SHORTEST) throw new PasswordRefused('password/too-short');
  if (length > LONGEST) throw new PasswordRefused('password/too-long');
  const words = wordsOf(context);
  if (isTelling(text, words)) throw new PasswordRefused('password/telling');
  const { guessesLog10 } = (await estimator()).check(text, [...words]);
  if (guessesLog10 < GUESSES) throw new PasswordRefused('password/common');
  if (isTelling(text, wordsOf([...context, ...EXPECTED_WORDS]))) throw new PasswordRefused('password/telling');
}

/** Whole names and their parts, the longest first. */
function wordsOf(context: readonly string[]): readonly string[] {
  const names = context.map((name) => name.toLowerCase()).filter((name) => name !== '');
  const parts = names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 3);
  return [...new Set([...names, ...parts])].toSorted((a, b) => b.length - a.length);
}

function isTelling(text: string, words: readonly string[]): boolean {
  const whole = text.toLowerCase();
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), whole);
  return rest !== whole && rest.replace(/[^\p{L}\p{N}]/gu, '').length < OWN_CHARACTERS;
}

type Estimator = InstanceType<(typeof import('@zxcvbn-ts/core'))['ZxcvbnFactory']>;
let loaded: Promise<Estimator> | undefined;

/** 50,000 common passwords and the patterns people use: loaded when the first password is chosen. */
function estimator(): Promise<Estimator> {
  return (loaded ??= load());
}

async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LOOKED_AT });
}
